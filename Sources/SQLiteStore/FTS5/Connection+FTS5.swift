import CSQLite

extension Connection {
  /// Makes a tokenizer known under `name` to this connection, for `tokenize = 'name'`.
  ///
  /// Every connection that touches such a table needs it, readers too.
  ///
  /// - Parameters:
  ///   - name: The name used in the table's definition.
  ///   - make: Called once for each table and connection.
  /// - Throws: ``SQLiteError`` when SQLite has no FTS5 or no memory.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/fts5.html#extending_fts5>
  package func register(
    tokenizer name: String, _ make: @escaping () -> any FTS5Tokenizer
  ) throws(SQLiteError) {
    let api = try fts5API()
    var functions = fts5_tokenizer()
    functions.xCreate = { context, _, _, out in
      guard let context, let out else { return SQLITE_MISUSE }
      let factory = Unmanaged<TokenizerFactory>.fromOpaque(context).takeUnretainedValue()
      // Released in xDelete.
      out.pointee = OpaquePointer(Unmanaged.passRetained(TokenizerBox(factory.make())).toOpaque())
      return SQLITE_OK
    }
    functions.xDelete = { tokenizer in
      guard let tokenizer else { return }
      Unmanaged<TokenizerBox>.fromOpaque(UnsafeRawPointer(tokenizer)).release()
    }
    functions.xTokenize = { tokenizer, context, flags, text, count, callback in
      guard let tokenizer, let callback else { return SQLITE_MISUSE }
      let box = Unmanaged<TokenizerBox>.fromOpaque(UnsafeRawPointer(tokenizer)).takeUnretainedValue()
      var sink = FTS5TokenSink(context: context, callback: callback)
      let bytes = UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self)
      let buffer = UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : Int(count))
      box.tokenizer.tokenize(buffer, for: FTS5TokenizeReason(flags: flags), into: &sink)
      return sink.code
    }
    let factory = Unmanaged.passRetained(TokenizerFactory(make)).toOpaque()
    let code =
      api.pointee.xCreateTokenizer?(
        api, name, factory, &functions, { $0.map { Unmanaged<TokenizerFactory>.fromOpaque($0).release() } })
      ?? SQLITE_ERROR
    guard code == SQLITE_OK else { throw SQLiteError(handle, code: code) }
  }

  /// Makes an auxiliary function known under `name`: it is called for every row that matches.
  ///
  /// - Parameters:
  ///   - name: The name used in SQL: `SELECT name(table) FROM table WHERE table MATCH …`.
  ///   - function: The connection keeps it, so it must not keep the connection.
  /// - Throws: ``SQLiteError`` when SQLite has no FTS5 or no memory.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/fts5.html#custom_auxiliary_functions>
  package func register(
    auxiliary name: String, _ function: any FTS5AuxiliaryFunction
  ) throws(SQLiteError) {
    let api = try fts5API()
    let box = Unmanaged.passRetained(AuxiliaryBox(function)).toOpaque()
    let code =
      api.pointee.xCreateFunction?(
        api, name, box,
        { api, fts, context, _, _ in
          guard let api, let fts, let user = api.pointee.xUserData?(fts) else { return }
          let box = Unmanaged<AuxiliaryBox>.fromOpaque(user).takeUnretainedValue()
          do throws(SQLiteError) {
            try box.function.visit(FTS5Match(api: api, context: fts))
            sqlite3_result_null(context)
          } catch {
            sqlite3_result_error(context, error.message, -1)
            sqlite3_result_error_code(context, error.code.rawValue)
          }
        },
        { $0.map { Unmanaged<AuxiliaryBox>.fromOpaque($0).release() } })
      ?? SQLITE_ERROR
    guard code == SQLITE_OK else { throw SQLiteError(handle, code: code) }
  }

  /// FTS5's entry points, asked for in the way its documentation prescribes.
  private func fts5API() throws(SQLiteError) -> UnsafeMutablePointer<fts5_api> {
    let statement = try prepare("SELECT fts5(?1)")
    // The tag must outlive the statement: a static string does.
    let tag: StaticString = "fts5_api_ptr"
    let tagCharacters = UnsafeRawPointer(tag.utf8Start).assumingMemoryBound(to: CChar.self)
    var api: UnsafeMutablePointer<fts5_api>?
    let code = withUnsafeMutablePointer(to: &api) { slot -> Int32 in
      sqlite3_bind_pointer(statement.handle, 1, slot, tagCharacters, nil)
      return sqlite3_step(statement.handle)
    }
    guard let api else {
      throw code == SQLITE_ROW
        ? SQLiteError(code: .error, message: "this SQLite was built without FTS5") : statement.error(code)
    }
    return api
  }
}

/// What `xCreateTokenizer` keeps for the connection's life.
private final class TokenizerFactory {
  let make: () -> any FTS5Tokenizer
  init(_ make: @escaping () -> any FTS5Tokenizer) { self.make = make }
}

/// What stands behind a `Fts5Tokenizer *`.
private final class TokenizerBox {
  let tokenizer: any FTS5Tokenizer
  init(_ tokenizer: any FTS5Tokenizer) { self.tokenizer = tokenizer }
}

/// What stands behind an auxiliary function's user data.
private final class AuxiliaryBox {
  let function: any FTS5AuxiliaryFunction
  init(_ function: any FTS5AuxiliaryFunction) { self.function = function }
}
