extension Connection {
  /// What a transaction locks when it begins.
  package enum TransactionKind: String, Sendable {
    /// A snapshot to read from, taken at the first read.
    case deferred = "DEFERRED"
    /// The write lock, at once: `busy` shows here and not half-way.
    case immediate = "IMMEDIATE"
  }

  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  ///
  /// - Throws: What `body` throws, or ``SQLiteError`` when the transaction cannot begin or commit.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/lang_transaction.html>
  package func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result {
    try execute("BEGIN \(kind.rawValue)")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Rolls back the open transaction, if there is one.
  ///
  /// Some errors (disk full, for one) roll back by themselves; then there is nothing left to do.
  package func rollBack() {
    guard isInTransaction else { return }
    try? execute("ROLLBACK")
  }
}
