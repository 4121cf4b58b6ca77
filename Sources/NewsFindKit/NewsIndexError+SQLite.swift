import SQLiteStore

extension NewsIndexError {
  /// What an error of SQLite means to somebody who has an index.
  init(_ error: SQLiteError, path: String) {
    switch error.code.primary {
    case .busy: self = .busy(path: path)
    case .corrupt: self = .damaged(path: path, detail: error.message)
    case .notADatabase: self = .notAnIndex(path: path)
    case .full: self = .noSpace(path: path)
    case .cannotOpen: self = .cannotOpen(path: path, detail: error.message)
    case .readOnly: self = .cannotOpen(path: path, detail: error.message)
    // A statement of ours that does not compile: the tables are not those of the schema that the file states.
    case .error: self = .damaged(path: path, detail: error.message)
    case _ where error.code == .noSharedMemory: self = .noSpace(path: path)
    default: self = .storage(path: path, detail: "\(error.message), code \(error.code.rawValue)")
    }
  }

  /// Runs `body` and turns SQLite's errors into ones about the index at `path`.
  static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as SQLiteError {
      throw NewsIndexError(error, path: path)
    }
  }
}
