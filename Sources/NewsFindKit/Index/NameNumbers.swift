import SQLiteStore

/// The numbers that stand for names in the traits: those of `section`, or of `source`.
struct NameNumbers {
  /// A table of the schema, with columns `id` and `name`.
  private let table: String
  /// Those that were met, by the bytes of their names: as the index compares them.
  private var known: [[UInt8]: UInt16] = [:]

  init(table: String) {
    self.table = table
  }

  /// The number of a name, which gets one if it has none; 0 for no name.
  mutating func number(of name: String?, _ connection: Connection) throws(SQLiteError) -> UInt16 {
    guard let name, !name.isEmpty else { return 0 }
    let key = Array(name.utf8)
    if let number = known[key] { return number }
    try connection.cached("INSERT OR IGNORE INTO \(table)(name) VALUES (?1)").bind(name, at: 1).run()
    let statement = try connection.cached("SELECT id FROM \(table) WHERE name = ?1")
    defer { statement.reset() }
    guard try statement.bind(name, at: 1).step() else { return 0 }
    // Two bytes number 65,535 names; in a file with more the last number stands for all the others.
    let number = UInt16(clamping: statement.integer(0))
    known[key] = number
    return number
  }
}
