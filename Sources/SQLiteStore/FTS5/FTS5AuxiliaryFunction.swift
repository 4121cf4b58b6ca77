/// A function that FTS5 calls for every row that matches a query.
///
/// Its SQL value is NULL: what it finds out it keeps for itself, which spares SQLite a sorter and a value a row.
package protocol FTS5AuxiliaryFunction: AnyObject {
  /// Looks at one matching row.
  ///
  /// - Throws: What the statement shall fail with.
  func visit(_ match: borrowing FTS5Match) throws(SQLiteError)
}
