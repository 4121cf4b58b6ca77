import SQLiteStore
import TestSupport
import Testing

@Suite struct ConnectionTests {
  private func memory() throws -> Connection {
    try Connection(path: ":memory:", mode: .create)
  }

  @Test func `a value comes back as it was bound`() throws {
    let connection = try memory()
    try connection.execute("CREATE TABLE t(a, b, c, d, e)")
    try connection.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)")
      .bind(Int64.min, at: 1).bind("cœur\0d’été", at: 2).bind([0, 255, 1], at: 3).bind(String?.none, at: 4)
      .bind("", at: 5).run()
    let row = try connection.prepare("SELECT * FROM t")
    #expect(try row.step())
    #expect(row.integer(0) == .min)
    #expect(row.text(1) == "cœur\0d’été")
    #expect(row.bytes(2) == [0, 255, 1])
    #expect(row.optionalText(3) == nil)
    #expect(row.optionalText(4) == "")
    #expect(try !row.step())
  }

  @Test func `an empty blob is not NULL`() throws {
    let connection = try memory()
    let statement = try connection.prepare("SELECT ?1 IS NULL, typeof(?1)")
    try statement.bind([UInt8](), at: 1)
    #expect(try statement.step())
    #expect(statement.integer(0) == 0)
    #expect(statement.text(1) == "blob")
  }

  @Test func `a text bound without copying is NULL afterwards`() throws {
    let connection = try memory()
    let statement = try connection.prepare("SELECT ?1")
    let text = String(repeating: "élan ", count: 1_000)
    let read = try statement.withText(text, at: 1) { () throws -> String in
      #expect(try statement.step())
      return statement.text(0)
    }
    #expect(read == text)
    #expect(try statement.step())
    #expect(statement.isNull(0))
  }

  @Test func `an error carries the extended code, the message and the statement`() throws {
    let connection = try memory()
    try connection.execute("CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES (1)")
    let error = try #require(throws: SQLiteError.self) { try connection.execute("INSERT INTO t VALUES (1)") }
    #expect(error.code.primary == .constraint)
    #expect(error.code.rawValue == 2067)
    #expect(error.message.contains("UNIQUE constraint failed: t.a"))
    #expect(error.sql == "INSERT INTO t VALUES (1)")
  }

  @Test func `a syntax error is an error, not a crash`() throws {
    let connection = try memory()
    #expect(throws: SQLiteError.self) { try connection.prepare("SELEC 1") }
    #expect(throws: SQLiteError.self) { try connection.prepare("") }
    #expect(throws: SQLiteError.self) { try connection.prepare("SELECT 1").bind(1, at: 9) }
  }

  @Test func `a transaction that throws leaves nothing behind`() throws {
    struct Stop: Error {}
    let connection = try memory()
    try connection.execute("CREATE TABLE t(a)")
    #expect(throws: Stop.self) {
      try connection.transaction(.immediate) {
        try connection.execute("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    try connection.transaction(.immediate) { try connection.execute("INSERT INTO t VALUES (1)") }
    #expect(try connection.integer("SELECT count(*) FROM t") == 1)
  }

  @Test func `a cached statement is reset, and one in use is not taken away`() throws {
    let connection = try memory()
    let first = try connection.cached("SELECT 1 UNION SELECT 2")
    #expect(try first.step())
    let second = try connection.cached("SELECT 1 UNION SELECT 2")
    #expect(first !== second)
    #expect(try second.step())
    #expect(second.integer(0) == 1)
    #expect(try first.step())
    #expect(first.integer(0) == 2)
    second.reset()
    #expect(try connection.cached("SELECT 1 UNION SELECT 2") === second)
  }

  @Test func `a second writer is told that the file is busy`() throws {
    let folder = TemporaryFolder()
    let one = try Connection(path: folder.file("a.sqlite"), mode: .create)
    let two = try Connection(path: folder.file("a.sqlite"), mode: .create)
    try one.execute("CREATE TABLE t(a); BEGIN IMMEDIATE")
    let error = try #require(throws: SQLiteError.self) { try two.execute("BEGIN IMMEDIATE") }
    #expect(error.code.primary == .busy)
  }

  @Test(arguments: ["a b.sqlite", "50%.sqlite", "question?.sqlite", "#.sqlite", "été.sqlite"])
  func `an immutable file opens whatever its name`(name: String) throws {
    let folder = TemporaryFolder()
    let path = folder.file(name)
    try Connection(path: path, mode: .create).execute("CREATE TABLE t(a); INSERT INTO t VALUES (7)")
    let reader = try Connection(path: path, mode: .immutable)
    #expect(try reader.integer("SELECT a FROM t") == 7)
    #expect(throws: SQLiteError.self) { try reader.execute("DELETE FROM t") }
  }

  @Test func `a file that is not there is an error`() throws {
    let folder = TemporaryFolder()
    let error = try #require(throws: SQLiteError.self) {
      try Connection(path: folder.file("none.sqlite"), mode: .readOnly)
    }
    #expect(error.code.primary == .cannotOpen)
  }

  @Test func `a connection goes with its last reference, whatever it has cached`() throws {
    weak var gone: Connection?
    try {
      let connection = try memory()
      gone = connection
      try connection.cached("CREATE TABLE t(a)").run()
      #expect(try connection.cached("SELECT 1").step())
    }()
    #expect(gone == nil)
  }

  @Test func `a statement can be used when nobody else holds its connection`() throws {
    let statement = try memory().prepare("SELECT ?1 + 1")
    #expect(try statement.bind(41, at: 1).step())
    #expect(statement.integer(0) == 42)
    let error = try #require(throws: SQLiteError.self) { try statement.bind(1, at: 2) }
    #expect(error.sql == "SELECT ?1 + 1")
  }

  @Test func `the first bytes of a file are read whatever it is`() throws {
    let folder = TemporaryFolder()
    let text = folder.write("no database", to: "text")
    let reader = try Connection(path: text, mode: .readOnly)
    #expect(throws: SQLiteError.self) { try reader.execute("SELECT * FROM sqlite_schema") }
    #expect(reader.firstBytes(5) == Array("no da".utf8))
    #expect(reader.firstBytes(11)?.count == 11)
    #expect(reader.firstBytes(12) == nil)
    let database = try Connection(path: folder.file("a.sqlite"), mode: .create)
    try database.execute("CREATE TABLE t(a)")
    #expect(database.firstBytes(15) == Array("SQLite format 3".utf8))
    #expect(try memory().firstBytes(1) == nil)
  }

  @Test func `a statement is broken off when an end is asked for`() throws {
    let connection = try memory()
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    var questions = 0
    let ended = try connection.running(until: {
      questions += 1; return questions == 50
    }) {
      try connection.integer(endless)
    }
    #expect(ended == nil)
    #expect(questions == 50)
    // Afterwards nobody asks any more, and other errors pass.
    #expect(try connection.running(until: { false }) { try connection.integer("SELECT 7") } == 7)
    #expect(
      try connection.integer(
        "SELECT count(*) FROM (\(endless.replacing("FROM n)", with: "FROM n LIMIT 9999)")))") == 1)
    #expect(questions == 50)
    #expect(throws: SQLiteError.self) {
      try connection.running(until: { true }) { try connection.execute("x") }
    }
  }
}
