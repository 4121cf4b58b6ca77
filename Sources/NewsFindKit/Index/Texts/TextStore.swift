import SQLiteStore

/// Reads the texts of articles as the index keeps them, on one connection.
///
/// All that reads texts goes through this. It takes a few microseconds an article.
final class TextStore {
  /// Unowned: the connection keeps the function that reads through this.
  private unowned let connection: Connection
  #if Compression
    private let decompressor = ZstandardDecompressor()
  #endif
  /// Where texts are unpacked to; freed with the store.
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 1)
  /// The bytes in `buffer`.
  private var unpacked = UnsafeRawBufferPointer(start: nil, count: 0)
  /// What they were unpacked from: FTS5 asks for a row's columns one after the other.
  private var packed: [UInt8] = []

  /// The SQL function that gives the text of a column: `newsfind_text(article.texts, column)`.
  static let functionName = "newsfind_text"

  /// - Parameter connection: Must live as long as the store.
  init(_ connection: Connection) {
    self.connection = connection
  }

  deinit {
    buffer.deallocate()
  }

  /// The texts in a column of a row that holds `article.texts`.
  ///
  /// - Throws: ``SQLiteError`` of code `corrupt` when they cannot be unpacked.
  func texts(_ row: Statement, column: Int32) throws -> ArticleTexts {
    try withParts(row, column: column) { ArticleTexts($0) }
  }

  /// Calls `body` with the bytes of the texts.
  ///
  /// - Parameters:
  ///   - row: Stands on a row that holds `article.texts`.
  ///   - column: The column that does.
  ///   - body: The bytes are valid in it only, and it must not read other texts of this connection.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws; ``SQLiteError`` of code `corrupt` when they cannot be unpacked.
  func withParts<Result>(
    _ row: Statement, column: Int32, _ body: (ArticleTexts.Parts) throws -> Result
  ) throws -> Result {
    try row.withBytes(column) { packed in
      try body(parts(packed, mayBeLast: false))
    }
  }

  /// Answers a call of the SQL function.
  func answer(_ call: borrowing SQLFunctionCall) throws(SQLiteError) {
    guard !call.isNull(0), let column = IndexSchema.TextColumn(rawValue: Int(call.integer(1))) else { return }
    // A plain text lies where the argument does, and is used up before the call ends.
    let text = try call.withBytes(0) { packed throws(SQLiteError) -> UnsafeRawBufferPointer in
      try parts(packed, mayBeLast: true)[column]
    }
    call.setText(text)
  }

  /// The texts; those that were unpacked last need not be unpacked again.
  private func parts(
    _ packed: UnsafeRawBufferPointer, mayBeLast: Bool
  ) throws(SQLiteError) -> ArticleTexts.Parts {
    guard let first = packed.first, let form = TextCompression.Form(rawValue: first) else {
      throw Self.damaged
    }
    let content = UnsafeRawBufferPointer(rebasing: packed.dropFirst())
    let bytes: UnsafeRawBufferPointer
    switch form {
    case .plain: bytes = content
    case .zstandard:
      #if Compression
        if !mayBeLast || !self.packed.elementsEqual(packed) {
          try unpack(content)
          if mayBeLast { self.packed = [UInt8](packed) }
        }
        bytes = unpacked
      #else
        throw SQLiteError(code: .corrupt, message: "an article is compressed with Zstandard")
      #endif
    }
    guard let parts = ArticleTexts.Parts(bytes) else { throw Self.damaged }
    return parts
  }

  private static let damaged = SQLiteError(
    code: .corrupt, message: "the texts of an article cannot be unpacked")
}

#if Compression
  extension TextStore {
    private func unpack(_ frame: UnsafeRawBufferPointer) throws(SQLiteError) {
      packed = []
      if let id = decompressor.missingDictionary(of: frame), let dictionary = try dictionary(id) {
        decompressor.add(dictionary)
      }
      guard let size = decompressor.size(of: frame) else { throw Self.damaged }
      if buffer.count < size {
        buffer.deallocate()
        buffer = .allocate(byteCount: max(size, buffer.count * 2), alignment: 1)
      }
      guard decompressor.decompress(frame, into: buffer) == size else { throw Self.damaged }
      unpacked = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<size])
    }

    private func dictionary(_ id: UInt32) throws(SQLiteError) -> CompressionDictionary? {
      let statement = try connection.cached("SELECT bytes FROM dictionary WHERE id = ?1")
      defer { statement.reset() }
      guard try statement.bind(Int64(id), at: 1).step() else { return nil }
      return CompressionDictionary(id: id, bytes: statement.bytes(0))
    }
  }
#endif
