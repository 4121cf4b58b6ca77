import NewsFindKit

/// Why a hit scores what it does, for people: a line for each summand, the greatest first.
struct ExplanationText {
  let hit: SearchHit

  /// The lines, without indent; none where nothing was asked for.
  var lines: [String] {
    guard let explanation = hit.explanation else { return [] }
    var lines = ["score \(Self.rounded(hit.score))"]
    if explanation.freshness != 1 { lines[0] += ", of which age left \(explanation.freshness)" }
    let parts = explanation.parts.enumerated().sorted {
      $0.element.score == $1.element.score ? $0.offset < $1.offset : $0.element.score > $1.element.score
    }
    return lines + parts.map { Self.line($0.element) }
  }

  private static func line(_ part: ScorePart) -> String {
    var line = "  \(rounded(part.score))  \(part.kind.rawValue) \(PrintableText.line(part.text))"
    line += " (idf \(rounded(part.idf))"
    if part.titleFrequency > 0 { line += ", title \(rounded(part.titleFrequency))" }
    if part.textFrequency > 0 { line += ", text \(rounded(part.textFrequency))" }
    return line + ")"
  }

  private static func rounded(_ value: Double) -> String {
    "\((value * 1_000).rounded() / 1_000)"
  }
}
