import SQLiteStore
import TestSupport
import Testing

/// Splits at spaces and keeps what lies between; remembers what it was asked.
private final class SpaceTokenizer: FTS5Tokenizer {
  var reasons: [FTS5TokenizeReason] = []
  let whenGone: () -> Void

  init(whenGone: @escaping () -> Void = {}) {
    self.whenGone = whenGone
  }

  deinit {
    whenGone()
  }

  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, for reason: FTS5TokenizeReason, into sink: inout FTS5TokenSink
  ) {
    reasons.append(reason)
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: " ") {
      if end > start, !sink.take(UnsafeBufferPointer(rebasing: text[start..<end]), start: start, end: end) {
        return
      }
      start = end + 1
    }
  }
}

/// Writes down what it sees.
private final class Recorder: FTS5AuxiliaryFunction {
  struct Seen: Equatable {
    var row: Int64
    var places: [[Int]]
    var frequency: Int
  }

  var seen: [Seen] = []
  var rows = 0
  var tokens = 0
  var failure: SQLiteError?

  func visit(_ match: borrowing FTS5Match) throws(SQLiteError) {
    if let failure { throw failure }
    var places: [[Int]] = []
    try match.forEachPlace(of: 0) { places.append([$0, $1]) }
    seen.append(Seen(row: match.rowID, places: places, frequency: try match.documentFrequency(of: 0)))
    rows = try match.rowCount()
    tokens = try match.tokenCount(ofColumn: 1)
  }
}

@Suite struct FTS5Tests {
  private func table(_ tokenizer: SpaceTokenizer, _ recorder: Recorder) throws -> Connection {
    let connection = try Connection(path: ":memory:", mode: .create)
    try connection.register(tokenizer: "spaces") { tokenizer }
    try connection.register(auxiliary: "record", recorder)
    try connection.execute(
      """
      CREATE VIRTUAL TABLE t USING fts5(a, b, tokenize = 'spaces');
      INSERT INTO t(rowid, a, b) VALUES (3, 'x y x', 'z'), (9, 'y', 'x'), (11, 'y', 'y z')
      """)
    return connection
  }

  @Test func `an auxiliary function sees each match and its places`() throws {
    let recorder = Recorder()
    let connection = try table(SpaceTokenizer(), recorder)
    try connection.prepare("SELECT record(t) FROM t WHERE t MATCH ?1").bind("\"x\"", at: 1).run()
    #expect(
      recorder.seen == [
        Recorder.Seen(row: 3, places: [[0, 0], [0, 2]], frequency: 2),
        Recorder.Seen(row: 9, places: [[1, 0]], frequency: 2),
      ])
    #expect(recorder.rows == 3)
    #expect(recorder.tokens == 4)
  }

  @Test func `an error of an auxiliary function is the statement's error`() throws {
    let recorder = Recorder()
    let connection = try table(SpaceTokenizer(), recorder)
    recorder.failure = SQLiteError(code: .interrupted, message: "enough")
    let error = try #require(throws: SQLiteError.self) {
      try connection.prepare("SELECT record(t) FROM t WHERE t MATCH 'x'").run()
    }
    #expect(error.code == .interrupted)
  }

  @Test func `the tokenizer is told what the tokens are for`() throws {
    let tokenizer = SpaceTokenizer()
    let connection = try table(tokenizer, Recorder())
    #expect(tokenizer.reasons.allSatisfy { if case .document = $0 { true } else { false } })
    tokenizer.reasons = []
    _ = try connection.integer("SELECT count(*) FROM t WHERE t MATCH '\"x\" OR \"y\" *'")
    #expect(tokenizer.reasons.contains { if case .query = $0 { true } else { false } })
    #expect(tokenizer.reasons.contains { if case .queryPrefix = $0 { true } else { false } })
  }

  @Test func `closing a connection lets go of its tokenizers`() throws {
    final class Count { var gone = 0 }
    let count = Count()
    for _ in 0..<3 {
      let connection = try Connection(path: ":memory:", mode: .create)
      try connection.register(tokenizer: "spaces") { SpaceTokenizer { count.gone += 1 } }
      try connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(a, tokenize = 'spaces'); INSERT INTO t VALUES ('x')")
    }
    #expect(count.gone == 3)
  }

  @Test func `a table whose tokenizer is unknown is an error`() throws {
    let folder = TemporaryFolder()
    let writer = try Connection(path: folder.file("a.sqlite"), mode: .create)
    try writer.register(tokenizer: "spaces") { SpaceTokenizer() }
    try writer.execute("CREATE VIRTUAL TABLE t USING fts5(a, tokenize = 'spaces')")
    let reader = try Connection(path: folder.file("a.sqlite"), mode: .readOnly)
    #expect(throws: SQLiteError.self) { try reader.execute("SELECT * FROM t") }
  }
}
