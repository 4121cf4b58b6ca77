import SQLiteStore
import Testing

@Suite struct FunctionTests {
  private let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:", mode: .create)
    try connection.register(function: "part", argumentCount: 2) { call throws(SQLiteError) in
      guard !call.isNull(0) else { return }
      if call.integer(1) < 0 { throw SQLiteError(code: .corrupt, message: "nothing there") }
      try call.withBytes(0) { bytes throws(SQLiteError) in
        call.setText(UnsafeRawBufferPointer(rebasing: bytes.prefix(Int(call.integer(1)))))
      }
    }
  }

  @Test func `a function answers with a text`() throws {
    #expect(try connection.text("SELECT part('océan', 3)") == "oc\u{FFFD}")
    #expect(try connection.text("SELECT part('océan', 4)") == "océ")
    #expect(try connection.text("SELECT typeof(part('océan', 0))") == "text")
    #expect(try connection.text("SELECT part(x'6162', 9)") == "ab")
  }

  @Test func `no value is NULL`() throws {
    #expect(try connection.text("SELECT part(NULL, 3)") == nil)
  }

  @Test func `what a function throws fails the statement`() throws {
    let error = try #require(throws: SQLiteError.self) { _ = try connection.text("SELECT part('a', -1)") }
    #expect(error.code == .corrupt)
    #expect(error.message == "nothing there")
  }

  @Test func `views and tables that they feed may call it`() throws {
    try connection.execute(
      """
      CREATE TABLE t(id INTEGER PRIMARY KEY, a); INSERT INTO t(a) VALUES ('mer calme'), ('mer agitée');
      CREATE VIEW v AS SELECT id, part(a, 5) AS a FROM t;
      CREATE VIRTUAL TABLE f USING fts5(a, content = 'v', content_rowid = 'id');
      INSERT INTO f(f) VALUES ('rebuild'); INSERT INTO f(f, rank) VALUES ('integrity-check', 1)
      """)
    #expect(try connection.integer("SELECT count(*) FROM f WHERE f MATCH 'mer'") == 2)
    #expect(try connection.text("SELECT a FROM f WHERE f MATCH 'mer' AND rowid = 2") == "mer a")
  }
}
