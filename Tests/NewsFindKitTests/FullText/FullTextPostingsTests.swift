import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// What is read from FTS5's tables against what FTS5 finds itself.
@Suite struct FullTextPostingsTests {
  private static func compare(_ fixture: FullTextFixture, _ random: inout SeededGenerator) throws {
    let index = try IndexConnection.reader(fixture.fixture.path)
    try index.impacts.refresh()
    let terms = try IndexedTerms(index.connection)
    var found = 0
    var pairCount = 0
    for _ in 0..<150 {
      let phrase = terms.phrase(&random)
      let columns: [IndexSchema.TextColumn?] = [nil, nil, .body, .title, .lead]
      let column = columns.randomElement(using: &random) ?? nil
      let own = try index.fullText.read(phrase, in: column)
      let expected = try index.fullText.askedPostings(of: phrase, in: column)
      let comment: Comment = "seed \(random.seed): \(phrase) \(String(describing: column))"
      #expect(own?.total == expected.total, comment)
      #expect(own?.postings == expected.postings, comment)
      found += expected.total
      if phrase.count == 1, column == nil {
        let first = Int64.random(in: 1...900, using: &random)
        let rows = first...Int64.random(in: first...900, using: &random)
        let part = try index.fullText.postings(ofTerm: phrase[0], in: rows)
        #expect(part == expected.postings.filter { rows.contains(Int64($0.article)) }, comment)
        let limit = Int.random(in: 1...12, using: &random)
        let count = try index.fullText.articleCount(ofTerm: phrase[0], atMost: limit)
        #expect(count == min(expected.total, limit), comment)
      }
      if phrase.count > 1, column == nil {
        // In parts, which are asked for in any order.
        var ways = [PhrasePositions(phrase, phrase.indices.shuffled(using: &random), index.fullText)]
        if case .pairs(let pairs) = try index.fullText.find(phrase, above: 0) {
          #expect(pairs.count >= expected.total, comment)
          pairCount += pairs.count
          ways.append(PhrasePositions(phrase, pairs, index.fullText))
        }
        for way in ways.indices {
          for _ in 0..<4 {
            let first = UInt32.random(in: 1...900, using: &random)
            let articles = Array(first...UInt32.random(in: first...900, using: &random))
            let part = try ways[way].postings(in: articles)
            #expect(part == expected.postings.filter { articles.contains($0.article) }, comment)
          }
        }
      }
    }
    #expect(found > 100)
    #expect(pairCount > 0)
    try compareTerms(index)
  }

  private static func compareTerms(_ index: IndexConnection) throws {
    try index.connection.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.frequency USING fts5vocab('main', 'article_text', 'row')")
    let reader = FullTextReader(index.connection)
    for prefix in ["", "z", "re", "zanzibar1", "10", "prés", "\u{10FFFF}"] {
      var expected: [String] = []
      let rows = try index.connection.prepare("SELECT term, doc FROM temp.frequency")
      while try rows.step() {
        guard rows.text(0).utf8.starts(with: prefix.utf8) else { continue }
        expected.append("\(rows.text(0)) \(rows.integer(1))")
      }
      let segments = try #require(try reader.segments())
      var terms = try FullTextTerms(beginningWith: Array(prefix.utf8), in: segments, reader)
      var walked: [String] = []
      while try terms.next() {
        var cursor = try #require(try reader.cursor(over: terms.doclists))
        var count = 0
        try cursor.next()
        while cursor.row < .max {
          count += 1
          try cursor.next()
        }
        if count > 0 { walked.append("\(String(decoding: terms.term, as: UTF8.self)) \(count)") }
      }
      #expect(walked == expected, "\(prefix)")
    }
  }

  @Test(
    "phrases, words of a field and terms are found as FTS5 finds them",
    arguments: [nil, 40, 64, 300], [0, 4])
  func exactness(leafSize: Int?, ratio: Int) throws {
    // Segments are left as they are, or merged at the end of each run.
    try SegmentMerging.$ratio.withValue(ratio) { try compareOverChanges(leafSize) }
  }

  private func compareOverChanges(_ leafSize: Int?) throws {
    var random = SeededGenerator()
    var fixture = try FullTextFixture(leafSize: leafSize, &random)
    try fixture.change(500, &random)
    try Self.compare(fixture, &random)
    for round in 0..<5 {
      try fixture.change(Int.random(in: 1...60, using: &random), &random)
      try Self.compare(fixture, &random)
      if round > 1 {
        try fixture.mergeSome(Int.random(in: 1...40, using: &random))
        try Self.compare(fixture, &random)
      }
    }
    try fixture.addWithoutLists(20, &random)
    try Self.compare(fixture, &random)
    try fixture.execute("INSERT INTO article_text(article_text) VALUES ('optimize')")
    try Self.compare(fixture, &random)
  }

  @Test("doclists have an index of several levels where the leaves are small") func skips() throws {
    var random = SeededGenerator()
    var fixture = try FullTextFixture(leafSize: 40, &random)
    try fixture.change(500, &random)
    let connection = try IndexConnection.reader(fixture.fixture.path).connection
    let upperPages = try connection.integer(
      "SELECT count(*) FROM article_text_data WHERE (id >> 36) & 1 AND (id >> 31) & 31")
    #expect(upperPages ?? 0 > 0)
  }

  @Test("an index of a version that is not known is left to FTS5") func unknownVersion() throws {
    var random = SeededGenerator()
    var fixture = try FullTextFixture(leafSize: nil, &random)
    try fixture.change(30, &random)
    let index = try IndexConnection.writer(fixture.fixture.path, create: false)
    try index.impacts.refresh()
    let phrase = [try #require(try IndexedTerms(index.connection).all.last)]
    #expect(try index.fullText.read(phrase) != nil)
    try index.connection.execute("UPDATE article_text_config SET v = 5 WHERE k = 'version'")
    #expect(try FullTextReader(index.connection).segments() == nil)
    try index.connection.execute("UPDATE article_text_config SET v = 4 WHERE k = 'version'")
    #expect(FullTextStructure.segments(in: [0, 0, 0, 1, 0xFF, 0, 0, 1, 1, 1, 3, 0, 1, 1, 1, 1]) == nil)
    #expect(try index.fullText.read(["a b"]) == nil)
    #expect(try index.fullText.postings(of: ["a b"], in: nil).total == 0)
  }

  @Test("damaged leaves give an error or some answer, never a crash") func damage() throws {
    var random = SeededGenerator()
    var fixture = try FullTextFixture(leafSize: [64, 200].randomElement(using: &random), &random)
    for _ in 0..<3 { try fixture.change(120, &random) }
    let index = try IndexConnection.writer(fixture.fixture.path, create: false)
    let connection = index.connection
    try index.impacts.refresh()
    let terms = try IndexedTerms(connection)
    let rows = try connection.prepare("SELECT id FROM article_text_data WHERE id > 1")
    var numbers: [Int64] = []
    while try rows.step() { numbers.append(rows.integer(0)) }
    for _ in 0..<60 {
      try connection.execute("BEGIN")
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let number = try #require(numbers.randomElement(using: &random))
        let read = try connection.prepare("SELECT block FROM article_text_data WHERE id = ?1")
        guard try read.bind(number, at: 1).step() else { continue }
        var block = read.bytes(0)
        read.reset()
        for _ in 0..<Int.random(in: 1...3, using: &random) where !block.isEmpty {
          let place = Int.random(in: block.indices, using: &random)
          switch Int.random(in: 0..<6, using: &random) {
          case 0: block[place] = 0xFF
          case 1: block[place] = 0
          case 2: block.removeLast(block.count - place)
          case 3: block = []
          default: block[place] = UInt8.random(in: .min ... .max, using: &random)
          }
        }
        try connection.prepare("UPDATE article_text_data SET block = ?2 WHERE id = ?1").bind(number, at: 1)
          .bind(block, at: 2).run()
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        try connection.execute("UPDATE article_text_idx SET pgno = abs(random() % 90) WHERE random() % 9 = 0")
      }
      for _ in 0..<40 {
        let phrase = terms.phrase(&random)
        do {
          if let found = try index.fullText.read(phrase) { #expect(found.total >= found.postings.count) }
          guard phrase.count > 1 else { continue }
          var matcher = try index.fullText.matcher(of: phrase, Array(phrase.indices))
          for _ in 0..<20 { try matcher?.look(at: .random(in: 1...500, using: &random)) }
          guard var pairs = try index.fullText.pairs(of: phrase) else { continue }
          for number in (0..<pairs.count).shuffled(using: &random) { _ = try pairs.places(at: number) }
        } catch {
          #expect(error.code.primary == .corrupt, "seed \(random.seed)")
        }
      }
      // FTS5 may find what it looks for all the same.
      _ = try? index.fullText.postings(of: terms.phrase(&random), in: .title)
      let reader = FullTextReader(connection)
      if let segments = try? reader.segments() {
        do {
          var all = try FullTextTerms(beginningWith: [], in: segments, reader)
          while try all.next() {
            guard var cursor = try reader.cursor(over: all.doclists) else { continue }
            while cursor.row < .max { try cursor.next() }
          }
        } catch {
          #expect(error.code.primary == .corrupt, "seed \(random.seed)")
        }
      }
      try connection.execute("ROLLBACK")
    }
  }
}
