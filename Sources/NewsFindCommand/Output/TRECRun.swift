import NewsFindKit

/// Hits as lines of a TREC run: `qid Q0 id rank score newsfind`.
enum TRECRun {
  static func lines(_ queryID: String, _ results: SearchResults) -> String {
    results.hits.map { hit in
      "\(field(queryID)) Q0 \(field(hit.id)) \(hit.rank) \(hit.score) newsfind\n"
    }.joined()
  }

  /// An id as one field: white space becomes %XX, or the line would have too many fields, and so do controls.
  private static func field(_ id: String) -> String {
    guard id.unicodeScalars.contains(where: isToEscape) else { return id }
    let digits = Array("0123456789ABCDEF")
    return id.unicodeScalars.map { scalar in
      guard isToEscape(scalar) else { return String(scalar) }
      return String(scalar).utf8.map { "%\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    }.joined()
  }

  private static func isToEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || PrintableText.isHarmful(scalar)
  }
}
