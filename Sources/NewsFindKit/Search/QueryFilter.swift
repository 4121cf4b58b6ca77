import NewsQuery

/// What a query asks of an article besides its text.
struct QueryFilter: Hashable {
  let field: QueryField
  /// One of them is enough.
  var values: [String]
}
