import CSQLite

/// A result code of SQLite, extended codes included.
///
/// Related SQLite documentation: <https://www.sqlite.org/rescode.html>
package struct SQLiteResultCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The code without its extension: `SQLITE_IOERR_READ` gives `SQLITE_IOERR`.
  package var primary: SQLiteResultCode {
    SQLiteResultCode(rawValue: rawValue & 0xFF)
  }

  package static let error = SQLiteResultCode(rawValue: SQLITE_ERROR)
  package static let busy = SQLiteResultCode(rawValue: SQLITE_BUSY)
  package static let readOnly = SQLiteResultCode(rawValue: SQLITE_READONLY)
  /// Who wrote was killed, and to take back what it left half done the file must be written.
  package static let needsRollback = SQLiteResultCode(rawValue: SQLITE_READONLY | 3 << 8)
  package static let interrupted = SQLiteResultCode(rawValue: SQLITE_INTERRUPT)
  package static let corrupt = SQLiteResultCode(rawValue: SQLITE_CORRUPT)
  package static let full = SQLiteResultCode(rawValue: SQLITE_FULL)
  /// There was no room for the shared memory of the log: what SQLite gives instead of `SQLITE_FULL` there.
  package static let noSharedMemory = SQLiteResultCode(rawValue: SQLITE_IOERR | 19 << 8)
  package static let cannotOpen = SQLiteResultCode(rawValue: SQLITE_CANTOPEN)
  package static let constraint = SQLiteResultCode(rawValue: SQLITE_CONSTRAINT)
  package static let misuse = SQLiteResultCode(rawValue: SQLITE_MISUSE)
  package static let notADatabase = SQLiteResultCode(rawValue: SQLITE_NOTADB)
}

extension SQLiteResultCode: CustomStringConvertible {
  /// SQLite's own English words for the code, with its number.
  package var description: String {
    "\(String(cString: sqlite3_errstr(rawValue))) (\(rawValue))"
  }
}
