import Glibc
import SQLiteStore
import TestSupport
import Testing

/// Files of which SQLite maps no more than their first pages, as it does with those of more than 2 GB.
@Suite struct WholeFileMappingTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.file("t.sqlite") }

  private func writer() throws -> Connection {
    let connection = try Connection(path: path, mode: .create)
    try connection.execute(
      """
      PRAGMA page_size = 4096; PRAGMA journal_mode = WAL;
      CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, a BLOB)
      """)
    return connection
  }

  private func reader(_ mode: Connection.Mode = .readOnly, mapped: Int = 65_536) throws -> Connection {
    let connection = try Connection(path: path, mode: mode)
    try connection.execute("PRAGMA mmap_size = \(mapped); PRAGMA cache_size = 1")
    return connection
  }

  private func fill(_ connection: Connection, _ rows: ClosedRange<Int64>, salt: Int64) throws {
    try connection.execute("BEGIN")
    let insert = try connection.prepare("INSERT OR REPLACE INTO t VALUES (?1, ?2)")
    for row in rows {
      let byte = UInt8(truncatingIfNeeded: row &* 31 &+ salt)
      let bytes = [UInt8](repeating: byte, count: 900 + Int(row % 700))
      try insert.bind(row, at: 1).bind(bytes, at: 2).run()
    }
    try connection.execute("COMMIT")
  }

  private func rows(_ connection: Connection) throws -> [Int64: [UInt8]] {
    var found: [Int64: [UInt8]] = [:]
    let statement = try connection.prepare("SELECT id, a FROM t")
    while try statement.step() { found[statement.integer(0)] = statement.bytes(1) }
    return found
  }

  /// How many bytes the mappings of the file have.
  private func mappedCounts() -> [Int] {
    TextFile.lines("/proc/self/maps").filter { $0.hasSuffix(path) }.map { line in
      let ends = line.prefix { $0 != " " }.split(separator: "-").map { Int($0, radix: 16) ?? 0 }
      return ends[1] - ends[0]
    }
  }

  @Test func `what lies behind SQLite's own mapping is mapped as long as the file is open`() throws {
    let writing = try writer()
    try fill(writing, 1...2_000, salt: 1)
    try writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let expected = try rows(writing)
    let size = Int(try writing.integer("SELECT page_count * 4096 FROM pragma_page_count") ?? 0)
    #expect(size > 1_000_000)
    do {
      let reading = try reader()
      #expect(try rows(reading) == expected)
      #expect(mappedCounts().sorted() == [65_536, size])
      let other = try reader()
      #expect(try rows(other) == expected)
      #expect(mappedCounts().sorted() == [65_536, 65_536, size, size])
    }
    #expect(mappedCounts() == [])
  }

  @Test func `nothing is mapped where SQLite maps nothing`() throws {
    let writing = try writer()
    try fill(writing, 1...300, salt: 1)
    try writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let reading = try reader(mapped: 0)
    #expect(try rows(reading) == rows(writing))
    #expect(mappedCounts() == [])
  }

  @Test func `a file that nobody writes is mapped, too`() throws {
    do { try fill(writer(), 1...300, salt: 1) }
    let reading = try reader(.immutable)
    #expect(try rows(reading).count == 300)
    #expect(mappedCounts().count == 2)
  }

  @Test func `a reader sees what it should while the file grows and shrinks`() throws {
    var random = SeededGenerator()
    let writing = try writer()
    try fill(writing, 1...500, salt: 0)
    let reading = try reader()
    var expected = try rows(writing)
    // What is read at once, as it was when the reading began.
    var begun: [Int64: [UInt8]]?
    for step in 1...120 {
      let comment: Comment = "seed \(random.seed), step \(step)"
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1:
        let first = Int64.random(in: 1...3_000, using: &random)
        try fill(writing, first...first + 400, salt: Int64(step))
      case 2:
        let least = Int64.random(in: 1...2_000, using: &random)
        try writing.execute("DELETE FROM t WHERE id > \(least)")
      case 3 where begun == nil: try writing.execute("VACUUM")
      case 4: _ = try writing.integer("PRAGMA wal_checkpoint(TRUNCATE)")
      case 5 where begun == nil:
        try reading.execute("BEGIN")
        // It begins to read here.
        begun = try rows(reading)
        #expect(begun == expected, comment)
      case 6:
        if begun != nil { try reading.execute("COMMIT") }
        begun = nil
      default: _ = try writing.integer("PRAGMA wal_checkpoint(PASSIVE)")
      }
      expected = try rows(writing)
      #expect(try rows(reading) == begun ?? expected, comment)
    }
  }

  @Test func `pages are read where the mapping is too short and may not move`() throws {
    let writing = try writer()
    try fill(writing, 1...200, salt: 1)
    try writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let reading = try reader()
    // A statement in the middle of a row holds its page.
    let held = try reading.prepare("SELECT a FROM t WHERE id = 199")
    #expect(try held.step())
    let before = held.bytes(0)
    try fill(writing, 201...900, salt: 2)
    try writing.execute("PRAGMA wal_checkpoint(PASSIVE)")
    #expect(try rows(reading).count == 200)
    held.reset()
    #expect(try rows(reading) == rows(writing))
    #expect(try held.step())
    #expect(held.bytes(0) == before)
  }
}
