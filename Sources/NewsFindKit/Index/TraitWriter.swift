import SQLiteStore

/// Changes traits; what has changed is kept in memory until ``flush()``, so that a block is written once a batch.
struct TraitWriter {
  private let connection: Connection
  private var changed: [Int64: TraitBlock] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Changes the traits of an article.
  ///
  /// - Throws: ``SQLiteError`` when the block it is in cannot be read.
  mutating func set(_ traits: ArticleTraits, of articleID: Int64) throws {
    let (number, slot) = TraitBlock.place(of: articleID)
    var block = try changed.removeValue(forKey: number) ?? read(number)
    block[slot] = traits
    changed[number] = block
  }

  /// Writes what has changed.
  ///
  /// To be called before the transaction commits.
  mutating func flush() throws {
    let statement = try connection.cached("INSERT OR REPLACE INTO trait_block(block, traits) VALUES (?1, ?2)")
    for (number, block) in changed.sorted(by: { $0.key < $1.key }) {
      try statement.bind(number, at: 1).bind(block.bytes, at: 2).run()
    }
    changed.removeAll(keepingCapacity: true)
  }

  private func read(_ number: Int64) throws -> TraitBlock {
    let statement = try connection.cached("SELECT traits FROM trait_block WHERE block = ?1")
    defer { statement.reset() }
    try statement.bind(number, at: 1)
    return try statement.step() ? TraitBlock(bytes: statement.bytes(0)) ?? TraitBlock() : TraitBlock()
  }
}
