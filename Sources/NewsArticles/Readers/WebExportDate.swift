/// The line of a web export that says when the page was published.
enum WebExportDate {
  private static let beginnings = [
    "publié le ", "publiée le ", "publié : ", "mis en ligne le ", "posté le ", "le ", "date : ",
    "published on ", "published ", "posted on ",
  ]

  private static let updates = [
    "mis à jour le ", "mise à jour le ", "mis à jour ", "mise à jour ", "modifié le ", "last updated on ",
    "last updated ", "updated on ", "updated ",
  ]

  /// What may stand between a date and another one.
  private static let separators: Set<Character> = ["|", "•", "·", "–", "—", "("]

  /// No line that states a date is longer, in bytes.
  private static let longest = 160

  /// The date that a line states, if stating it is all that the line does.
  static func date(in line: String) -> ArticleDate? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard line.utf8.count <= longest, line.utf8.contains(where: digits.contains) else { return nil }
    let text = line.lowercased()
    if let date = statedDate(text) { return date }
    // "Publié le … | Mis à jour le …": the first counts, but the others have to be dates as well.
    let parts = separated(text)
    guard let first = parts.first.flatMap(statedDate) else { return nil }
    return parts.dropFirst().allSatisfy { isDate($0, after: first) } ? first : nil
  }

  private static func statedDate(_ text: some StringProtocol) -> ArticleDate? {
    let text = trimmed(text)
    for beginning in beginnings + updates where text.hasPrefix(beginning) {
      return ArticleDate(trimmed(text.dropFirst(beginning.count)))
    }
    // A bare date; a bare year may be an intertitle.
    guard text.utf8.count > 7 else { return nil }
    return ArticleDate(text)
  }

  /// Whether a text is a date, a day of the year of another date, or a time of its day.
  private static func isDate(_ text: String, after first: ArticleDate) -> Bool {
    let update = updates.first { text.hasPrefix($0) } ?? ""
    let rest = trimmed(text.dropFirst(update.count))
    guard rest.contains(where: \.isNumber) else { return false }
    let day = first.description.prefix { $0 != "T" }
    return [rest, "\(rest) \(first.year)", "\(day) \(rest)"].contains { ArticleDate($0) != nil }
  }

  /// The parts of a line that may be dates: what stands between dashes and bars, and each update.
  private static func separated(_ text: String) -> [String] {
    var text = text.replacing(" - ", with: "|")
    for mark in [" mis à jour", " mise à jour", " modifié", ", updated", " last updated"] {
      text = text.replacing(mark, with: "|" + mark.drop { $0 == " " || $0 == "," })
    }
    return text.split { separators.contains($0) }.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let isEnd: (Character) -> Bool = { $0.isWhitespace || ".,)".contains($0) }
    let end = text.lastIndex { !isEnd($0) }.map(text.index(after:)) ?? text.startIndex
    return String(text[..<end].drop(while: isEnd))
  }
}
