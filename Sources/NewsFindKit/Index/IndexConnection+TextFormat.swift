import SQLiteStore

extension IndexConnection {
  /// How the index keeps texts.
  func textFormat() throws(SQLiteError) -> TextFormat {
    let name = try connection.text("SELECT value FROM property WHERE name = 'compression'") ?? ""
    // An index with any other was not opened.
    guard let compression = TextCompression(rawValue: name), compression != .none else { return .plain }
    let row = try connection.prepare("SELECT id, bytes FROM dictionary ORDER BY id LIMIT 1")
    guard try row.step() else { return TextFormat(compression: compression) }
    return TextFormat(
      compression: compression,
      dictionary: CompressionDictionary(id: UInt32(clamping: row.integer(0)), bytes: row.bytes(1)))
  }

  /// Puts a dictionary into the index, for the texts that are to be written.
  func add(_ dictionary: CompressionDictionary) throws {
    try connection.prepare("INSERT OR IGNORE INTO dictionary(id, bytes) VALUES (?1, ?2)")
      .bind(Int64(dictionary.id), at: 1).bind(dictionary.bytes, at: 2).run()
  }
}
