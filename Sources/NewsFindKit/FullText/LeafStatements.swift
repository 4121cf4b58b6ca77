import SQLiteStore

/// Statements that read leaves, kept for the next search.
final class LeafStatements {
  private let connection: Connection
  private var free: [Statement] = []

  private static let keptCount = 64

  /// - Parameter connection: Is kept open.
  init(_ connection: Connection) {
    self.connection = connection
  }

  /// A statement that gives the leaves, and what lies behind them, from a row on.
  func take() throws(SQLiteError) -> Statement {
    if let statement = free.popLast() { return statement }
    return try connection.prepare("SELECT id, block FROM \(FullTextTables.data) WHERE id >= ?1 ORDER BY id")
  }

  /// Takes a statement back.
  func give(back statement: Statement) {
    statement.reset()
    if free.count < Self.keptCount { free.append(statement) }
  }
}
