import NewsQuery

/// A query that is not plain, in a search that is strict about it; see ``SearchOptions/isStrict``.
public struct QuerySyntaxError: Error, Hashable, Sendable {
  /// The query as it was typed.
  public let query: String
  /// What is wrong, in English, for people.
  public let problem: String
  /// Where it is wrong, in UTF-8 bytes of the query.
  public let range: Range<Int>

  init(_ remark: QueryRemark, in query: String) {
    self.query = query
    problem = remark.problem
    range = remark.range
  }
}

extension QuerySyntaxError: CustomStringConvertible {
  /// What is wrong, the query, and a caret below the place, in three lines.
  ///
  /// What was typed stands in it as it is: make control characters visible before showing it on a terminal.
  public var description: String {
    let (excerpt, column) = excerpt
    return "\(problem)\n\(excerpt)\n\(String(repeating: " ", count: column))^"
  }

  /// The query, or of a long one the part around the place, and the number of characters before the place there.
  public var excerpt: (text: String, column: Int) {
    func part(_ bytes: Substring.UTF8View) -> String { String(decoding: bytes, as: UTF8.self) }
    let utf8 = query[...].utf8
    let before = part(utf8.prefix(range.lowerBound))
    let behind = part(utf8.dropFirst(range.lowerBound))
    let start = before.count > 40 ? "…" + before.suffix(39) : before
    let end = behind.count > 60 ? behind.prefix(59) + "…" : behind
    return (start + end, start.count)
  }
}

extension Query {
  /// Remarks on how it was read, for people.
  var notes: [String] {
    let bytes = Array(text.utf8)
    var notes = remarks.prefix(5).map { remark in
      let place = String(decoding: bytes[remark.range], as: UTF8.self)
      return "\(place.count > 30 ? place.prefix(29) + "…" : place): \(remark.problem); \(remark.reading)"
    }
    if remarks.count > 5 { notes.append("and \(remarks.count - 5) more of the kind") }
    if let reading, reading.utf8.count < 300 { notes.append("read as \(reading)") }
    return notes
  }
}
