import SQLiteStore

/// Reads traits by the block, and keeps the blocks it has read until the file changes.
final class TraitReader {
  /// Unowned: the connection keeps the scorer that reads through this.
  private unowned let connection: Connection
  private var blocks: [Int64: TraitBlock] = [:]
  private var last: (number: Int64, block: TraitBlock)?
  private var version: Connection.ContentVersion?

  /// - Parameter connection: Must live as long as the reader.
  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Forgets what was read if the file has changed since.
  ///
  /// To be called in the transaction that reads.
  func refresh() throws(SQLiteError) {
    let found = try connection.contentVersion()
    guard version != found else { return }
    version = found
    blocks.removeAll(keepingCapacity: true)
    last = nil
  }

  /// The traits of an article; ``ArticleTraits/absent`` where the file holds none.
  func traits(of articleID: Int64) throws(SQLiteError) -> ArticleTraits {
    let (number, slot) = TraitBlock.place(of: articleID)
    if let last, last.number == number { return last.block[slot] }
    let block: TraitBlock
    if let known = blocks[number] { block = known } else { block = try read(number) }
    last = (number, block)
    return block[slot]
  }

  private func read(_ number: Int64) throws(SQLiteError) -> TraitBlock {
    let statement = try connection.cached("SELECT traits FROM trait_block WHERE block = ?1")
    defer { statement.reset() }
    try statement.bind(number, at: 1)
    let block = try statement.step() ? TraitBlock(bytes: statement.bytes(0)) : nil
    blocks[number] = block ?? TraitBlock()
    return block ?? TraitBlock()
  }
}
