import NewsFindKit

/// Prints hits for people.
struct HitPrinter {
  private let usesColor: Bool
  private let title: HighlightedText
  private let snippet: HighlightedText

  init(usesColor: Bool, width: Int?) {
    self.usesColor = usesColor
    let style: HighlightedText.Style = usesColor ? .colored : .bracketed
    title = HighlightedText(style: style, width: nil)
    snippet = HighlightedText(style: style, width: width)
  }

  func text(of hit: SearchHit) -> String {
    let indent = "    "
    let rank = "\(hit.rank)."
    let gap = String(repeating: " ", count: max(indent.count - rank.count, 1))
    var lines = [
      rank + gap
        + title.rendered(
          hit.title.isEmpty ? hit.id : hit.title, highlights: hit.title.isEmpty ? [] : hit.titleHighlights)
    ]
    let facts = [hit.section, hit.date, hit.source, hit.id].compactMap { $0 }.filter { !$0.isEmpty }
    lines.append(indent + dimmed(facts.map(PrintableText.line).joined(separator: " · ")))
    let passages = Snippet.joined(hit.snippets)
    if !passages.text.isEmpty {
      lines.append(indent + snippet.rendered(passages.text, highlights: passages.highlights, indent: indent))
    }
    if !hit.duplicates.isEmpty {
      let noun = hit.duplicates.count == 1 ? "article" : "articles"
      lines.append(indent + dimmed("and \(hit.duplicates.count) \(noun) nearly the same (--all shows them)"))
    }
    lines += ExplanationText(hit: hit).lines.map { indent + dimmed($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func dimmed(_ text: String) -> String {
    usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
