import CSQLite

extension Statement {
  /// Binds an integer, or NULL.
  @discardableResult
  package func bind(_ value: Int64?, at index: Int32) throws(SQLiteError) -> Self {
    if let value {
      try check(sqlite3_bind_int64(handle, index, value))
    } else {
      try check(sqlite3_bind_null(handle, index))
    }
    return self
  }

  /// Binds a copy of a text, or NULL.
  @discardableResult
  package func bind(_ value: String?, at index: Int32) throws(SQLiteError) -> Self {
    guard var value else { return try bind(Int64?.none, at: index) }
    let code = value.withUTF8 { utf8 in
      sqlite3_bind_text64(
        handle, index, Self.characters(utf8), UInt64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
    }
    try check(code)
    return self
  }

  /// Binds a copy of bytes as a BLOB, or NULL.
  @discardableResult
  package func bind(_ value: [UInt8]?, at index: Int32) throws(SQLiteError) -> Self {
    guard let value else { return try bind(Int64?.none, at: index) }
    let code = value.withUnsafeBytes { bytes in
      // An empty buffer may have no address, and a null pointer would bind NULL.
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, index, 0)
        : sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), Self.copied)
    }
    try check(code)
    return self
  }

  /// Binds a text without copying it while `body` runs, then binds NULL in its place.
  ///
  /// For long texts: the bytes are those of the string itself, which stays alive and unchanged through `body`.
  package func withText<Result>(
    _ value: String, at index: Int32, _ body: () throws -> Result
  ) throws -> Result {
    var value = value
    return try value.withUTF8 { utf8 in
      // Invariant of the nil destructor (SQLITE_STATIC): nothing may read the parameter after this scope, so the
      // statement is reset (a running one would go on reading) and the parameter replaced before leaving it.
      try check(
        sqlite3_bind_text64(handle, index, Self.characters(utf8), UInt64(utf8.count), nil, UInt8(SQLITE_UTF8))
      )
      defer {
        sqlite3_reset(handle)
        sqlite3_bind_null(handle, index)
      }
      return try body()
    }
  }

  /// Binds bytes as a BLOB without copying them while `body` runs, then binds NULL in their place.
  package func withBytes<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int32, _ body: () throws -> Result
  ) throws -> Result {
    // Invariant of the nil destructor: as for `withText`.
    try check(sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), nil))
    defer {
      sqlite3_reset(handle)
      sqlite3_bind_null(handle, index)
    }
    return try body()
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// The bytes as C characters.
  ///
  /// An empty string may have no address, and a null pointer would bind NULL.
  private static func characters(_ utf8: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar> {
    guard let base = utf8.baseAddress else {
      return UnsafeRawPointer(emptyText.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    return UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
  }

  private static let emptyText: StaticString = ""

  /// SQLITE_TRANSIENT: SQLite makes its own copy.
  ///
  /// The macro is a cast that Swift does not import.
  static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
