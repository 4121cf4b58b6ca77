import CSQLite

/// One row that matches, as an auxiliary function sees it.
///
/// Valid during the call only.
///
/// Related SQLite documentation: <https://www.sqlite.org/fts5.html#custom_auxiliary_functions>
package struct FTS5Match: ~Copyable {
  private let api: UnsafePointer<Fts5ExtensionApi>
  private let context: OpaquePointer

  init(api: UnsafePointer<Fts5ExtensionApi>, context: OpaquePointer) {
    self.api = api
    self.context = context
  }

  /// The row's id.
  package var rowID: Int64 { api.pointee.xRowid(context) }

  /// The number of phrases in the query, those behind NOT included.
  ///
  /// A single word is a phrase too.
  package var phraseCount: Int { Int(api.pointee.xPhraseCount(context)) }

  /// The number of tokens in a phrase.
  package func phraseLength(_ phrase: Int) -> Int { Int(api.pointee.xPhraseSize(context, Int32(phrase))) }

  /// Calls `body` with the column and token offset of each place where a phrase stands in this row.
  ///
  /// Complexity: linear in the places.
  package func forEachPlace(
    of phrase: Int, _ body: (_ column: Int, _ offset: Int) -> Void
  ) throws(SQLiteError) {
    var iterator = Fts5PhraseIter()
    var column: Int32 = -1
    var offset: Int32 = -1
    let code = api.pointee.xPhraseFirst(context, Int32(phrase), &iterator, &column, &offset)
    guard code == SQLITE_OK else { throw failure(code) }
    while column >= 0 {
      body(Int(column), Int(offset))
      api.pointee.xPhraseNext(context, &iterator, &column, &offset)
    }
  }

  /// Whether a phrase stands in this row.
  ///
  /// One that FTS5 did not have to look at, behind a NOT or beside something that is missing, does not.
  package func holds(_ phrase: Int) throws(SQLiteError) -> Bool {
    var iterator = Fts5PhraseIter()
    var column: Int32 = -1
    var offset: Int32 = -1
    let code = api.pointee.xPhraseFirst(context, Int32(phrase), &iterator, &column, &offset)
    guard code == SQLITE_OK else { throw failure(code) }
    return column >= 0
  }

  /// The number of rows that hold a phrase.
  ///
  /// Complexity: linear in that number; ask once a query.
  package func documentFrequency(of phrase: Int) throws(SQLiteError) -> Int {
    var count = 0
    let code = withUnsafeMutablePointer(to: &count) { slot in
      api.pointee.xQueryPhrase(context, Int32(phrase), slot) { _, _, slot in
        slot?.assumingMemoryBound(to: Int.self).pointee += 1
        return SQLITE_OK
      }
    }
    guard code == SQLITE_OK else { throw failure(code) }
    return count
  }

  /// The number of rows in the table.
  package func rowCount() throws(SQLiteError) -> Int {
    var count: Int64 = 0
    let code = api.pointee.xRowCount(context, &count)
    guard code == SQLITE_OK else { throw failure(code) }
    return Int(count)
  }

  /// The number of tokens that all rows hold in a column.
  package func tokenCount(ofColumn column: Int) throws(SQLiteError) -> Int {
    var count: Int64 = 0
    let code = api.pointee.xColumnTotalSize(context, Int32(column), &count)
    guard code == SQLITE_OK else { throw failure(code) }
    return Int(count)
  }

  private func failure(_ code: Int32) -> SQLiteError {
    SQLiteError(code: SQLiteResultCode(rawValue: code), message: String(cString: sqlite3_errstr(code)))
  }
}
