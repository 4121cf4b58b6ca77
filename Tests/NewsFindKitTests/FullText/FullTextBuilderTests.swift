import FrenchText
import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// Segments that are written here against those of FTS5: what it reads in them must be what it would have written itself.
@Suite struct FullTextBuilderTests {
  private let folder = TemporaryFolder()

  private func writer(_ name: String) throws -> IndexConnection {
    try IndexConnection.writer("\(folder.path)/\(name)", create: true)
  }

  /// Terms of an article: few words, so that their lists are long.
  private static func stream(_ texts: [String], _ index: IndexConnection) -> TermStream {
    var words = WordCounter()
    return TermStream(texts, index.analyzer, counting: &words)
  }

  private static func texts(_ text: RandomText, _ random: inout SeededGenerator) -> [String] {
    // Now and then an article is so long that positions go on for pages.
    let isLong = Int.random(in: 0..<200, using: &random) == 0
    let body = isLong ? text.sentence(&random, 3_000...6_000) : text.sentence(&random, 0...30)
    return [
      body + (Bool.random(using: &random) ? " Tours orange aujourd’hui" : ""), text.sentence(&random, 0...6),
      Bool.random(using: &random) ? text.sentence(&random, 0...12) : "",
    ]
  }

  /// Every place of every term, as FTS5 reads them.
  private func places(_ connection: Connection) throws -> [String] {
    try connection.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.place USING fts5vocab(main, article_text, instance)")
    let rows = try connection.prepare(
      """
      SELECT term || ' ' || doc || ' ' || col || ' ' || offset FROM temp.place ORDER BY term, doc, col, offset
      """)
    var places: [String] = []
    while try rows.step() { places.append(rows.text(0)) }
    return places
  }

  private func rows(_ connection: Connection, _ expression: String) throws -> [Int64] {
    let rows = try connection.prepare("SELECT rowid FROM article_text WHERE article_text MATCH ?1")
    try rows.bind(expression, at: 1)
    var found: [Int64] = []
    while try rows.step() { found.append(rows.integer(0)) }
    return found
  }

  @Test(arguments: [(articles: 7_000, tokens: 1 << 22), (3_000, 4_000), (40, 1), (1, 100), (0, 100)])
  func `FTS5 reads every place as if it had written it`(articles: Int, tokens: Int) throws {
    var random = SeededGenerator()
    let text = RandomText(&random)
    let own = try writer("own")
    let theirs = try writer("theirs")
    let builder = try #require(
      try FullTextBuilder(
        own.connection, scratchPath: "\(folder.path)/scratch", isVisible: false, tokenLimit: tokens))
    builder.usesThread = tokens % 3 == 1
    try theirs.connection.execute("BEGIN")
    try own.connection.execute("BEGIN")
    let insert = try theirs.connection.prepare(
      "INSERT INTO article_text(rowid, body, title, lead) VALUES (?1, '', '', '')")
    var row: Int64 = 0
    for _ in 0..<articles {
      row += Int64.random(in: 1...3, using: &random)
      let stream = Self.stream(Self.texts(text, &random), own)
      try builder.add(row, stream)
      if Int.random(in: 0..<500, using: &random) == 0 { try builder.sortAhead() }
      try theirs.tokenizer.replaying(stream) { try insert.bind(row, at: 1).run() }
    }
    var terms = 0
    try builder.finish(
      preparing: { _, _ in
        terms += 1
        return []
      }, writing: { _ in })
    try own.connection.execute("COMMIT")
    try theirs.connection.execute("COMMIT")
    let reader = try IndexConnection.reader("\(folder.path)/own")
    #expect(try places(reader.connection) == places(theirs.connection), "seed \(random.seed)")
    #expect(
      try reader.connection.integer("SELECT count(DISTINCT term) FROM temp.place") == Int64(terms))
    for _ in 0..<20 {
      // Long doclists are passed through by their index when a rare word stands beside.
      let expression = "\"\(text.word(&random))\" AND \"\(text.word(&random))\" NOT orange"
      #expect(
        try rows(reader.connection, expression) == rows(theirs.connection, expression),
        "seed \(random.seed): \(expression)")
    }
    // The number of articles and of tokens; FTS5 counts nothing before the first.
    guard articles > 0 else { return }
    #expect(
      try reader.connection.prepare("SELECT block FROM article_text_data WHERE id = 1").firstBytes()
        == theirs.connection.prepare("SELECT block FROM article_text_data WHERE id = 1").firstBytes())
    #expect(folder.names == ["own", "theirs"])
  }

  @Test(arguments: [false, true])
  func `what was committed is found, and what was taken out is not`(usesThread: Bool) throws {
    var random = SeededGenerator()
    let text = RandomText(&random)
    let own = try writer("own")
    let reader = try IndexConnection.reader("\(folder.path)/own")
    let builder = try #require(
      try FullTextBuilder(
        own.connection, scratchPath: "\(folder.path)/scratch", isVisible: true, tokenLimit: 2_000))
    builder.usesThread = usesThread
    var streams: [Int64: TermStream] = [:]
    var row: Int64 = 0
    for round in 0..<30 {
      try own.connection.execute("BEGIN")
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        row += 1
        let stream = Self.stream(Self.texts(text, &random), own)
        try builder.add(row, stream)
        streams[row] = stream
        if Int.random(in: 0..<4, using: &random) == 0,
          let gone = streams.keys.sorted().randomElement(using: &random),
          let stream = streams.removeValue(forKey: gone)
        {
          builder.remove(gone, stream)
        }
        if Int.random(in: 0..<100, using: &random) == 0 { try builder.sortAhead() }
      }
      if round < 29 {
        try builder.prepareCommit()
      } else {
        try builder.finish(preparing: { _, _ in [] }, writing: { _ in })
        // The commit that follows leaves all as it is.
        try builder.prepareCommit()
      }
      try own.connection.execute("COMMIT")
      let theirs = try writer("theirs\(round)")
      try theirs.connection.execute("BEGIN")
      for (row, stream) in streams {
        let insert = try theirs.connection.cached(
          "INSERT INTO article_text(rowid, body, title, lead) VALUES (?1, '', '', '')")
        try theirs.tokenizer.replaying(stream) { try insert.bind(row, at: 1).run() }
      }
      try theirs.connection.execute("COMMIT")
      #expect(
        try places(reader.connection) == places(theirs.connection), "seed \(random.seed), round \(round)")
    }
    #expect(try reader.connection.integer("SELECT count(DISTINCT segid) FROM article_text_idx") == 1)
  }

  @Test func `FTS5 goes on with what was written here`() throws {
    var random = SeededGenerator()
    let text = RandomText(&random)
    let own = try writer("own")
    let theirs = try writer("theirs")
    let builder = try #require(
      try FullTextBuilder(own.connection, scratchPath: "\(folder.path)/scratch", isVisible: true))
    try own.connection.execute("BEGIN")
    var streams: [TermStream] = []
    for row in 1...200 {
      streams.append(Self.stream(Self.texts(text, &random), own))
      try builder.add(Int64(row), streams[row - 1])
    }
    try builder.finish(preparing: { _, _ in [] }, writing: { _ in })
    try own.connection.execute("COMMIT")
    // The connection that built must not write through FTS5 itself.
    let next = try IndexConnection.writer("\(folder.path)/own", create: false)
    let other = try FullTextBuilder(next.connection, scratchPath: "\(folder.path)/scratch", isVisible: true)
    #expect(other == nil)
    for _ in 201...260 { streams.append(Self.stream(Self.texts(text, &random), own)) }
    for (index, rows) in [(next, 201...260), (theirs, 1...260)] {
      for row in rows {
        let insert = try index.connection.cached(
          "INSERT INTO article_text(rowid, body, title, lead) VALUES (?1, '', '', '')")
        try index.tokenizer.replaying(streams[row - 1]) { try insert.bind(Int64(row), at: 1).run() }
      }
      try index.connection.execute("INSERT INTO article_text(article_text) VALUES ('optimize')")
    }
    #expect(try places(next.connection) == places(theirs.connection), "seed \(random.seed)")
  }

  @Test func `no room for what does not fit in memory is told`() throws {
    let own = try writer("own")
    let builder = try #require(
      try FullTextBuilder(
        own.connection, scratchPath: "\(folder.path)/nowhere/scratch", isVisible: false, tokenLimit: 1))
    try builder.add(1, Self.stream(["un texte", "", ""], own))
    #expect(throws: NewsIndexError.self) { try builder.add(2, Self.stream(["un autre", "", ""], own)) }
  }
}

extension Statement {
  fileprivate func firstBytes() throws -> [UInt8] { try step() ? bytes(0) : [] }
}
