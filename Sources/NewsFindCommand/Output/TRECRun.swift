import NewsFindKit

/// Hits as lines of a TREC run: `qid Q0 id rank score newsfind`.
enum TRECRun {
  static func lines(_ queryID: String, _ results: SearchResults) -> String {
    results.hits.map { hit in
      "\(field(queryID)) Q0 \(field(hit.id)) \(hit.rank) \(hit.score) newsfind\n"
    }.joined()
  }

  /// An id as one field: white space and controls become %XX, or the line would have too many fields.
  private static func field(_ id: String) -> String {
    guard id.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) || id.contains(where: \.isWhitespace) else {
      return id
    }
    let digits = Array("0123456789ABCDEF")
    return id.unicodeScalars.map { scalar in
      guard scalar.value <= 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace else {
        return String(scalar)
      }
      return String(scalar).utf8.map { "%\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    }.joined()
  }
}
