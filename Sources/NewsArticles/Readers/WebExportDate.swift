/// The line of a web export that says when the page was published.
enum WebExportDate {
  private static let beginnings = [
    "publié le ", "publiée le ", "publié : ", "mis en ligne le ", "posté le ", "le ", "date : ",
    "published on ",
    "published ", "posted on ", "mis à jour le ", "modifié le ", "updated on ", "last updated ", "updated ",
  ]

  /// The date that a line states, if stating it is all that the line does.
  static func date(in line: String) -> ArticleDate? {
    let text = line.lowercased()
    // "Publié le … | Mis à jour le …": the first counts.
    let first = text.split(whereSeparator: { "|•·–—".contains($0) }).first.map(String.init) ?? text
    let head = first.components(before: [" - mis à jour", ", mis à jour", " (mis à jour", " mis à jour"])
    for beginning in beginnings where head.hasPrefix(beginning) {
      return ArticleDate(trimmed(String(head.dropFirst(beginning.count))))
    }
    // A bare date; a bare year may be an intertitle.
    let bare = trimmed(head)
    guard bare.utf8.count > 7 else { return nil }
    return ArticleDate(bare)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isWhitespace || last == "." || last == "," { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return String(text)
  }
}

extension String {
  /// What stands before the first of some texts that occurs, or all of it.
  fileprivate func components(before marks: [String]) -> String {
    for mark in marks {
      var start = startIndex
      while start < endIndex {
        if self[start...].hasPrefix(mark) { return String(self[..<start]) }
        start = index(after: start)
      }
    }
    return self
  }
}
