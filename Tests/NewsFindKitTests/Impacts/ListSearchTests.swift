import TestSupport
import Testing

@testable import NewsFindKit

/// Searches in lists against searches that score all that matches.
@Suite struct ListSearchTests {
  /// Articles of few words, so that lists are long; some without a title, some without a date.
  private static func article(_ number: Int, _ text: RandomText, _ random: inout SeededGenerator) -> Article {
    Article(
      id: "a\(number)", title: text.sentence(&random, 0...6),
      lead: Bool.random(using: &random) ? text.sentence(&random, 1...8) : "",
      body: text.sentence(&random, 1...40),
      section: ["Sport", "Monde", nil].randomElement(using: &random) ?? nil,
      date: Int.random(in: 0..<9, using: &random) == 0
        ? nil
        : ArticleDate(
          "20\(Int.random(in: 10...22, using: &random))-0\(Int.random(in: 1...9, using: &random))"),
      url: nil, author: nil, language: nil, source: nil, format: .jsonLines)
  }

  private static func query(_ text: RandomText, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let word = text.word(&random)
      return switch Int.random(in: 0..<16, using: &random) {
      case 0: "+\(word)"
      case 1: "-\(word)"
      case 2: "(\(word) OU \(text.word(&random)))"
      case 3: "(\(word) ET \(text.word(&random)))"
      case 4: "titre:\(word)"
      case 6: "\(word.prefix(Bool.random(using: &random) ? 3 : 20))*"
      case 5: "\"\(word) \(text.word(&random))\""
      case 7: "\"\(word) \(text.word(&random)) \(text.word(&random))\""
      case 8: "titre:\"\(word) \(text.word(&random))\""
      default: word
      }
    }.joined(separator: " ")
  }

  private static func options(_ random: inout SeededGenerator) -> SearchOptions {
    var options = SearchOptions(
      limit: [0, 1, 10, 60].randomElement(using: &random) ?? 10, suggestsSpelling: false,
      showsDuplicates: true)
    options.reranks = Bool.random(using: &random)
    options.makesSnippets = false
    // Phrases by FTS5's doclists, or by the lists of their words: at once, or window by window.
    options.ways.walkedLimit = [0, 1 << 16].randomElement(using: &random) ?? 0
    options.ways.fewLimit = [0, 0, 70, 400].randomElement(using: &random) ?? 0
    options.ways.readLimit = [0, 50, 1 << 12].randomElement(using: &random) ?? 0
    options.ways.deferredRatio = [0, 6].randomElement(using: &random) ?? 0
    if Int.random(in: 0..<5, using: &random) == 0 { options.order = .date }
    if Int.random(in: 0..<5, using: &random) == 0 { options.section = "sport" }
    if Int.random(in: 0..<5, using: &random) == 0 { options.after = ArticleDate("2015-05") }
    if Int.random(in: 0..<5, using: &random) == 0 { options.countsFacets = true }
    options.counting = [.exact, .whereCheap, .whereCheap, .none].randomElement(using: &random) ?? .none
    if Int.random(in: 0..<5, using: &random) == 0 { options.halfLife = HalfLife("5y") }
    return options
  }

  private static func compare(_ fixture: IndexFixture, _ text: RandomText, _ random: inout SeededGenerator)
    throws
  {
    let index = try fixture.open()
    for _ in 0..<60 {
      let query = query(text, &random)
      let options = options(&random)
      var exhaustive = options
      exhaustive.ways.usesLists = false
      exhaustive.counting = .exact
      var found: SearchResults
      var expected: SearchResults
      var minute: Int32
      repeat {
        // Ages are counted in minutes by the clock: both searches have to fall in one.
        minute = Freshness.currentMinute
        found = try index.search(query, options: options)
        expected = try index.search(query, options: exhaustive)
      } while minute != Freshness.currentMinute
      let comment: Comment = "seed \(random.seed): \(query) \(options.order) \(options.limit)"
      #expect(found.hits.map(\.id) == expected.hits.map(\.id), comment)
      #expect(found.hits.map(\.score) == expected.hits.map(\.score), comment)
      #expect(found.facets == expected.facets, comment)
      if found.isTotalExact {
        #expect(found.total == expected.total, comment)
      } else {
        #expect(found.total <= expected.total && options.counting != .exact, comment)
      }
    }
  }

  @Test("what a word counts that is everywhere is not lost beside words that count a million times as much")
  func smallAmongGreat() throws {
    var random = SeededGenerator()
    let fixture = IndexFixture()
    fixture.write(
      (0..<6_000).map { number in
        let rare = Int.random(in: 0..<400, using: &random)
        let rest = (0..<Int.random(in: 1...40, using: &random)).map { _ in "mot" }.joined(separator: " ")
        return Article("a\(number)", rare == 0 ? "Zeste" : "", "commun \(rare < 2 ? "quartz " : "")\(rest)")
      }, to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    var options = SearchOptions(limit: 200, suggestsSpelling: false, showsDuplicates: true)
    options.reranks = false
    options.counting = .none
    var exhaustive = options
    exhaustive.ways.usesLists = false
    for query in ["commun zeste quartz", "commun titre:zeste quar*", "zeste quartz commun mot"] {
      let found = try fixture.open().search(query, options: options).hits
      let expected = try fixture.open().search(query, options: exhaustive).hits
      #expect(found.map(\.id) == expected.map(\.id), "seed \(random.seed): \(query)")
      #expect(found.map(\.score) == expected.map(\.score), "seed \(random.seed): \(query)")
    }
  }

  @Test(
    "hits, scores, order and totals are those of a search that scores everything", arguments: [0, 300])
  func exactness(rareLimit: Int) throws {
    try RareTerms.$leastLimit.withValue(rareLimit) { try compareOverRuns() }
  }

  private func compareOverRuns() throws {
    var random = SeededGenerator()
    let text = RandomText(&random)
    let fixture = IndexFixture()
    // Long lists, of more than one chunk for the most frequent words.
    let count = 4_000
    fixture.write((0..<count).map { Self.article($0, text, &random) }, to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    try Self.compare(fixture, text, &random)
    // Further segments, and articles that lists still name though they are gone or others.
    for round in 1...3 {
      fixture.write(
        (round * 10_000..<round * 10_000 + 40).map { Self.article($0, text, &random) }, to: "b\(round).jsonl")
      fixture.write(
        (0..<count).filter { $0 % 97 != round }.map { number in
          var other = SeededGenerator(seed: UInt64(number))
          return Self.article(number, text, &other)
        }, to: "a.jsonl")
      if round == 2 { fixture.folder.removeFile("sources/b1.jsonl") }
      _ = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(prune: true))
      try Self.compare(fixture, text, &random)
    }
    #expect(try fixture.writable().check() == [])
    let segments = try IndexConnection.reader(fixture.path).connection.integer(
      "SELECT count(*) FROM impact_segment")
    #expect(segments ?? 0 > 0)
  }

  @Test(
    "a beginning that only other forms stand for weighs the same while lists name articles that are gone",
    arguments: ["soins*", "soins* inconnus", "seuls* +le", "titre:soins* seuls*"])
  func wholeForms(query: String) throws {
    let fixture = IndexFixture()
    let article = { (number: Int) in
      Article(
        id: "a\(number)", title: "Article \(number)", lead: "",
        body: number.isMultiple(of: 3)
          ? "Les soins d’inconnus ont aidé." : "Ils étaient seuls le soir \(number).",
        section: nil, date: nil, url: nil, author: nil, language: nil, source: nil, format: .jsonLines)
    }
    fixture.write((0..<60).map(article), to: "a.jsonl")
    try RareTerms.$leastLimit.withValue(0) { _ = try fixture.writable().reindex([fixture.sources]) }
    fixture.write((7..<60).map(article), to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(prune: true))
    let connection = try IndexConnection.reader(fixture.path)
    try connection.impacts.refresh()
    #expect(connection.impacts.deletedCount == 7)
    var options = SearchOptions(limit: 60, suggestsSpelling: false, showsDuplicates: true)
    let found = try fixture.open().search(query, options: options)
    options.ways.usesLists = false
    let expected = try fixture.open().search(query, options: options)
    #expect(found.hits.map(\.id) == expected.hits.map(\.id))
    #expect(found.hits.map(\.score) == expected.hits.map(\.score))
  }

  @Test("what stands where two segments meet is found, whatever the other one promises there")
  func meetingSegments() throws {
    let fixture = IndexFixture()
    // The second segment begins in the range in which the first one ends, the first range of a window.
    let count = 16 * 1_024 + 16
    let filler = String(repeating: "texte ordinaire ", count: 12)
    let article = { (number: Int) in
      let body =
        switch number {
        case 3_000: String(repeating: "fusée ", count: 9)
        case count - 10: String(repeating: "fusée ", count: 6) + "vole"
        case ..<count: "La fusée vole."
        default: "La fusée vole. " + filler
        }
      return Article(
        id: "a\(number)", title: "Titre", lead: "", body: body, section: nil, date: nil, url: nil,
        author: nil, language: nil, source: nil, format: .jsonLines)
    }
    fixture.write((0..<count).map(article), to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    // More than are decoded at once, and no more than a quarter.
    fixture.write((count..<count + 4_100).map(article), to: "b.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    let connection = try IndexConnection.reader(fixture.path)
    try connection.impacts.refresh()
    #expect(connection.impacts.segments.count == 2)
    var options = SearchOptions(limit: 2, suggestsSpelling: false, showsDuplicates: true)
    options.reranks = false
    #expect(
      try fixture.open().search("fusée", options: options).hits.map(\.id) == ["a3000", "a\(count - 10)"])
  }

  @Test("a beginning that has no capital is counted once", arguments: [true, false])
  func beginningOfDigits(usesLists: Bool) throws {
    let fixture = IndexFixture()
    // Their terms begin alike, their words do not.
    let texts = ["Le XIIe arrondissement de Paris.", "Le 12e arrondissement de Paris."]
    fixture.write(
      texts.enumerated().map { number, text in
        Article(
          id: "a\(number)", title: "Arrondissement", lead: "", body: text, section: nil, date: nil, url: nil,
          author: nil, language: nil, source: nil, format: .jsonLines)
      }, to: "a.jsonl")
    try RareTerms.$leastLimit.withValue(0) { _ = try fixture.writable().reindex([fixture.sources]) }
    var options = SearchOptions(limit: 60, suggestsSpelling: false, showsDuplicates: true)
    options.ways.usesLists = usesLists
    #expect(try fixture.open().search("12*", options: options).hits.map(\.id) == ["a1"])
  }

  @Test("articles that no list covers yet are found, and covered by the next run") func uncovered() throws {
    var random = SeededGenerator()
    let text = RandomText(&random)
    let fixture = IndexFixture()
    fixture.write((0..<300).map { Self.article($0, text, &random) }, to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    // As if a run had been killed after a commit: articles without lists.
    do {
      let writer = try IndexConnection.writer(fixture.path, create: false)
      try writer.connection.transaction(.immediate) {
        var articles = try ArticleWriter(writer, isVisible: true)
        for number in 500..<550 { try articles.put(Self.article(number, text, &random)) }
        try articles.finish()
      }
    }
    try Self.compare(fixture, text, &random)
    let covered = {
      try IndexConnection.reader(fixture.path).connection.integer(
        "SELECT max(last_article) FROM impact_segment")
    }
    #expect(try covered() == 300)
    _ = try fixture.writable().reindex([fixture.sources])
    #expect(try covered() == 350)
    try Self.compare(fixture, text, &random)
    #expect(try fixture.writable().check().filter { $0.part == .impacts } == [])
  }

  @Test("lists of another formula are not used") func otherFormula() throws {
    var random = SeededGenerator()
    let text = RandomText(&random)
    let fixture = IndexFixture()
    fixture.write((0..<300).map { Self.article($0, text, &random) }, to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    let expected = try fixture.search("fusée Ariane satellite")
    do {
      let writer = try IndexConnection.writer(fixture.path, create: false)
      try writer.connection.execute("UPDATE impact_segment SET weights = 'other'")
    }
    #expect(Set(try fixture.search("fusée Ariane satellite")) == Set(expected))
    _ = try fixture.writable().reindex([fixture.sources])
    #expect(try fixture.search("fusée Ariane satellite") == expected)
    #expect(try fixture.writable().check() == [])
  }

  @Test(
    "a check finds lists that are not those of the articles, and a repair mends them",
    arguments: [
      "DELETE FROM impact_leaf", "UPDATE impact_leaf SET entries = substr(entries, 1, 40)",
      "UPDATE impact_chunk SET bytes = zeroblob(length(bytes)) WHERE id = 2",
      "DELETE FROM impact_chunk WHERE id = 3",
      "UPDATE impact_chunk SET bytes = zeroblob(length(bytes)) WHERE id = 1",
      "UPDATE impact_window SET norms = zeroblob(6144)", "UPDATE impact_window SET norms = x'00'",
    ])
  func damage(_ sql: String) throws {
    try RareTerms.$leastLimit.withValue(20) { try compareRepaired(sql) }
  }

  private func compareRepaired(_ sql: String) throws {
    var random = SeededGenerator()
    let text = RandomText(&random)
    let fixture = IndexFixture()
    fixture.write((0..<1_500).map { Self.article($0, text, &random) }, to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    do { try IndexConnection.writer(fixture.path, create: false).connection.execute(sql) }
    #expect(try fixture.writable().check().map(\.part).allSatisfy { $0 == .impacts })
    #expect(try !fixture.writable().check().isEmpty)
    // What cannot be read is an error, never a crash.
    for word in text.words { _ = try? fixture.search(word) }
    #expect(try fixture.writable().repair() == [])
    #expect(try fixture.writable().check() == [])
    try Self.compare(fixture, text, &random)
  }

  @Test("a search without time says so, and one that is cancelled throws") func stopping() throws {
    var random = SeededGenerator()
    let text = RandomText(&random)
    let fixture = IndexFixture()
    fixture.write((0..<1_500).map { Self.article($0, text, &random) }, to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    let index = try fixture.open()
    let word = text.words.prefix(12).joined(separator: " ")
    for usesLists in [true, false] {
      var options = SearchOptions(suggestsSpelling: false)
      options.ways.usesLists = usesLists
      options.timeLimit = .zero
      let hurried = try index.search(word, options: options)
      #expect(!hurried.isComplete && !hurried.isTotalExact, "lists: \(usesLists)")
      options.timeLimit = .seconds(60)
      #expect(try index.search(word, options: options).isComplete)
      options.isCancelled = { true }
      #expect(throws: CancellationError.self) { try index.search(word, options: options) }
    }
    #expect(try index.search(word).isComplete)
  }
}
