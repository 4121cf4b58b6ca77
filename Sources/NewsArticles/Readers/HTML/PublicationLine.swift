/// A line that says when or by whom an article was written: "Publié le 19 août 2024 à 7 h 45 par Hélène Marsac".
struct PublicationLine {
  /// When it was published.
  private(set) var date: ArticleDate?
  /// Who wrote it.
  private(set) var author: String?

  /// No such line is longer, in bytes.
  private static let longest = 200

  private static let separators = [" | ", " • ", " · ", " – ", " — ", " - ", " / "]
  private static let bylines = [" par ", " Par ", " by ", " By "]
  private static let starts = [
    "Publié", "publié", "Mis à jour", "mis à jour", "Modifié", "modifié", "Posted on", "Published",
    "Mise à jour",
  ]

  init(_ line: String) {
    guard line.utf8.count <= Self.longest, !BlockEnd.isSentence(line) || line.contains(where: \.isNumber)
    else {
      return
    }
    date = WebExportDate.date(in: line)
    // A mark where a part ends: a bar, the word before a name, the word before a date.
    var marked = line
    for separator in Self.separators { marked = marked.replacing(separator, with: "\n") }
    for byline in Self.bylines { marked = marked.replacing(byline, with: "\nPar ") }
    for start in Self.starts { marked = marked.replacing(start, with: "\n" + start) }
    for part in marked.split(separator: "\n").map({ PlainText.line(String($0)) }) {
      date = date ?? WebExportDate.date(in: part)
      guard author == nil, ["Par ", "By ", "PAR "].contains(where: part.hasPrefix), part.count <= 80,
        !BlockEnd.isSentence(part), part.dropFirst(4).first?.isUppercase == true
      else { continue }
      author = PageMetadata.name(part)
    }
  }
}
