/// A piece of a query's text.
struct QueryToken {
  enum Kind {
    case open, close
    case plus, minus
    case and, or, not
    /// Counts for what follows it: a term or a parenthesis, without a space between.
    case field(QueryField)
    case term(QueryTerm)
  }

  let kind: Kind
  /// In UTF-8 bytes of the query's text.
  let range: Range<Int>

  /// Whether it says something of what follows it without a space.
  var isPrefix: Bool {
    switch kind {
    case .plus, .minus, .field: true
    case .open, .close, .and, .or, .not, .term: false
    }
  }
}
