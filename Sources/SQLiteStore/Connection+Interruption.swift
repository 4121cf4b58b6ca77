import CSQLite

extension Connection {
  /// Asks whether to go on; held while SQLite may call it.
  private final class Question {
    let isCancelled: () -> Bool

    init(_ isCancelled: @escaping () -> Bool) {
      self.isCancelled = isCancelled
    }
  }

  /// SQLite asks each time it has done so many small steps: well below a millisecond.
  private static let stepsBetweenQuestions: Int32 = 1_000

  /// Runs `body`, and breaks off the statement that is at work as soon as an end is asked for.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked often, on the calling thread.
  ///   - body: What it has begun and not committed is for the caller to roll back.
  /// - Returns: What `body` returns; `nil` where a statement was broken off.
  /// - Throws: What else `body` throws.
  ///
  /// Related SQLite documentation: <https://www.sqlite.org/c3ref/progress_handler.html>
  package func running<Result>(
    until isCancelled: () -> Bool, _ body: () throws -> Result
  ) throws -> Result? {
    try withoutActuallyEscaping(isCancelled) { isCancelled in
      let question = Question(isCancelled)
      let pointer = Unmanaged.passUnretained(question).toOpaque()
      sqlite3_progress_handler(
        handle, Self.stepsBetweenQuestions,
        { pointer in
          guard let pointer else { return 0 }
          return Unmanaged<Question>.fromOpaque(pointer).takeUnretainedValue().isCancelled() ? 1 : 0
        }, pointer)
      // The question lives until SQLite has forgotten it.
      defer { withExtendedLifetime(question) { sqlite3_progress_handler(handle, 0, nil, nil) } }
      do {
        return try body()
      } catch let error as SQLiteError where error.code.primary == .interrupted {
        return nil
      }
    }
  }
}
