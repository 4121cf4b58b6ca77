import CSQLite

/// Why FTS5 asks for the tokens of a text.
package enum FTS5TokenizeReason: Sendable {
  /// The text of a row is added to the index or taken out of it.
  case document
  /// The text stands between quotes in a MATCH expression.
  case query
  /// The text stands between quotes in a MATCH expression and is followed by `*`.
  case queryPrefix
  /// An auxiliary function asks.
  case auxiliary

  init(flags: Int32) {
    if flags & FTS5_TOKENIZE_QUERY != 0 {
      self = flags & FTS5_TOKENIZE_PREFIX != 0 ? .queryPrefix : .query
    } else if flags & FTS5_TOKENIZE_AUX != 0 {
      self = .auxiliary
    } else {
      self = .document
    }
  }
}
