import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// Reading traits, and writing them.
@Suite struct TraitReaderTests {
  private let folder = TemporaryFolder()

  private func connection() throws -> Connection {
    let connection = try Connection(path: folder.file("a.sqlite"), mode: .create)
    try connection.execute(
      """
      PRAGMA journal_mode = WAL;
      CREATE TABLE IF NOT EXISTS trait_block(block INTEGER PRIMARY KEY, traits BLOB NOT NULL)
      """)
    return connection
  }

  @Test func `what was written is read, after every flush`() throws {
    var random = SeededGenerator()
    let writing = try connection()
    let reading = try connection()
    var writer = TraitWriter(writing)
    let reader = TraitReader(reading)
    var reference: [Int64: ArticleTraits] = [:]
    for _ in 0..<30 {
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let id = Int64.random(in: 1...3_000, using: &random)
        reference[id] = .random(&random)
        try writer.set(reference[id] ?? .absent, of: id)
      }
      try writing.transaction(.immediate) { try writer.flush() }
      try reading.transaction(.deferred) {
        try reader.refresh()
        for _ in 0..<100 {
          let id = Int64.random(in: 1...3_000, using: &random)
          #expect(try reader.traits(of: id) == reference[id] ?? .absent, "row \(id), seed \(random.seed)")
        }
      }
    }
  }

  @Test func `what is not there is absent`() throws {
    let connection = try connection()
    let reader = TraitReader(connection)
    for id in [0, 1, 255, 256, .max] as [Int64] { #expect(try reader.traits(of: id) == .absent) }
    try connection.execute("INSERT INTO trait_block VALUES (0, x'00'), (1, 'text')")
    try reader.refresh()
    #expect(try reader.traits(of: 7) == .absent)
    #expect(try reader.traits(of: 300) == .absent)
  }

  @Test func `within a transaction a reader goes on seeing what it saw`() throws {
    let writing = try connection()
    let reading = try connection()
    var writer = TraitWriter(writing)
    let (old, new) = (
      ArticleTraits(minutes: 1, section: 1, textLength: 1, titleLength: 1),
      ArticleTraits(minutes: 2, section: 2, textLength: 2, titleLength: 2)
    )
    for id in [1, 300] as [Int64] { try writer.set(old, of: id) }
    try writer.flush()
    let reader = TraitReader(reading)
    try reading.transaction(.deferred) {
      try reader.refresh()
      #expect(try reader.traits(of: 1) == old)
      for id in [1, 300] as [Int64] { try writer.set(new, of: id) }
      try writer.flush()
      #expect(try reader.traits(of: 300) == old)
      #expect(try reader.traits(of: 1) == old)
    }
    try reading.transaction(.deferred) {
      try reader.refresh()
      #expect(try [1, 300].map { try reader.traits(of: $0) } == [new, new])
    }
  }

  @Test func `nothing is written before the flush`() throws {
    let connection = try connection()
    var writer = TraitWriter(connection)
    try writer.set(ArticleTraits(minutes: 1, section: 1, textLength: 1, titleLength: 1), of: 5)
    #expect(try connection.integer("SELECT count(*) FROM trait_block") == 0)
    try writer.flush()
    #expect(try connection.integer("SELECT count(*) FROM trait_block") == 1)
    // A second flush has nothing to write.
    try connection.execute("DELETE FROM trait_block")
    try writer.flush()
    #expect(try connection.integer("SELECT count(*) FROM trait_block") == 0)
  }
}
