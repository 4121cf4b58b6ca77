import SQLiteStore

extension IndexConnection {
  /// Prepares for a run that writes.
  ///
  /// The first transaction of an empty index goes straight into the file, with a rollback journal: there is nothing that
  /// searches could find meanwhile, and each page is written once, not twice. It keeps its pages in memory until it commits, as
  /// nobody can read while pages are written; afterwards, and for all that comes later, there is a log.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/lockingv3.html#rollback>
  func prepareWriting() throws {
    guard !isStaging, try !connection.hasLog else { return }
    if try isEmpty() {
      try connection.execute("PRAGMA synchronous = FULL; PRAGMA cache_spill = OFF")
    } else if try !useLog(patience: .seconds(5)) {
      throw NewsIndexError.busy(path: path)
    }
  }

  /// Writes through a log from now on, so that searches and the writer do not wait for each other.
  ///
  /// - Parameter patience: How long to wait for searches that are at work.
  /// - Returns: Whether there is one: where others were at work for longer, or articles are only collected, all goes on without.
  /// - Throws: ``SQLiteError``.
  func useLog(patience: Duration = .milliseconds(500)) throws -> Bool {
    guard !isStaging else { return false }
    guard try !connection.hasLog else { return true }
    connection.setBusyTimeout(milliseconds: 0)
    defer { connection.setBusyTimeout(milliseconds: Self.busyTimeout) }
    do {
      try Patience.trying(for: patience) { try connection.execute("PRAGMA journal_mode = WAL") }
    } catch let error as SQLiteError where error.code.primary == .busy {
      return false
    }
    try connection.execute("PRAGMA synchronous = NORMAL; PRAGMA cache_spill = ON")
    return true
  }
}
