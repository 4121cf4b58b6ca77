import CSQLite

extension Connection {
  /// Replaces all that another database holds by what this one holds, in one transaction.
  ///
  /// Readers of the other database see its old state until it is done.
  ///
  /// - Throws: ``SQLiteError``: `busy` when the other is being written, `readOnly` when its page size differs and it
  ///   keeps a write-ahead log.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/c3ref/backup_finish.html>
  package func backUp(to other: Connection) throws(SQLiteError) {
    guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw SQLiteError(other.handle, code: sqlite3_errcode(other.handle))
    }
    let code = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, finished == SQLITE_OK else {
      throw SQLiteError(other.handle, code: code == SQLITE_DONE ? finished : code)
    }
  }
}
