import SQLiteStore
import TestSupport

@testable import NewsFindKit

/// An index of random articles that change from run to run, with small leaves, so that doclists span many of them.
struct FullTextFixture {
  let fixture = IndexFixture()
  private let text: RandomText
  private var articles: [Int: Article] = [:]
  private var next = 0

  /// - Parameters:
  ///   - leafSize: How large FTS5 makes leaves, and the pages that index them; `nil` for its own choice.
  ///   - random: Chooses the words.
  /// - Throws: What the index throws.
  init(leafSize: Int?, _ random: inout SeededGenerator) throws {
    text = RandomText(&random)
    _ = try fixture.writable()
    if let leafSize {
      try execute("INSERT INTO article_text(article_text, rank) VALUES ('pgsz', \(leafSize))")
      // The first articles of an index are not given to FTS5: the others are.
      try change(1, &random)
    }
  }

  /// Adds, changes and takes out articles, and has a run read them.
  mutating func change(_ count: Int, _ random: inout SeededGenerator) throws {
    for number in articles.keys.sorted() {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: articles[number] = nil
      case 1: articles[number] = article(number, &random)
      default: break
      }
    }
    for _ in 0..<count {
      articles[next] = article(next, &random)
      next += 1
    }
    fixture.write(articles.sorted { $0.key < $1.key }.map(\.value))
    _ = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(prune: true))
  }

  /// Writes articles as a run does that is killed before it makes lists.
  mutating func addWithoutLists(_ count: Int, _ random: inout SeededGenerator) throws {
    let writer = try IndexConnection.writer(fixture.path, create: false)
    try writer.connection.transaction(.immediate) {
      var articles = try ArticleWriter(writer, isVisible: true)
      for _ in 0..<count {
        try articles.put(article(next, &random))
        next += 1
      }
      try articles.finish()
    }
  }

  /// Lets FTS5 merge a part of its segments.
  func mergeSome(_ leafCount: Int) throws {
    try execute("INSERT INTO article_text(article_text, rank) VALUES ('merge', \(leafCount))")
  }

  func execute(_ sql: String) throws {
    try IndexConnection.writer(fixture.path, create: false).connection.execute(sql)
  }

  private func article(_ number: Int, _ random: inout SeededGenerator) -> Article {
    // A long text now and then: positions that span leaves.
    let length = Int.random(in: 0..<40, using: &random) == 0 ? 300...900 : 1...25
    return Article(
      id: "a\(number)", title: text.sentence(&random, 0...6),
      lead: Bool.random(using: &random) ? text.sentence(&random, 1...8) : "",
      body: text.sentence(&random, length) + (number % 61 == 0 ? " Zanzibar\(number % 5)" : ""),
      section: nil, date: nil, url: nil, author: nil, language: nil, source: nil, format: .jsonLines)
  }
}

/// The terms of an index by the places where they stand, as FTS5 tells them.
struct IndexedTerms {
  /// The terms at each place of a text, by row and column.
  private(set) var texts: [[[String]]] = []
  private(set) var all: [String] = []

  init(_ connection: Connection) throws {
    try connection.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.instance USING fts5vocab('main', 'article_text', 'instance')")
    let rows = try connection.prepare(
      "SELECT term, doc, col, offset FROM temp.instance ORDER BY doc, col, offset")
    var last: (Int64, String)?
    var terms: Set<String> = []
    while try rows.step() {
      let text = (rows.integer(1), rows.text(2))
      if last.map({ $0 != text }) ?? true { texts.append([]) }
      last = text
      let offset = Int(rows.integer(3))
      let number = texts.count - 1
      while texts[number].count <= offset { texts[number].append([]) }
      texts[number][offset].append(rows.text(0))
      terms.insert(rows.text(0))
    }
    all = terms.sorted()
  }

  /// Terms in a row as they stand in a text, or any terms.
  func phrase(_ random: inout SeededGenerator) -> [String] {
    let count = Int.random(in: 1...4, using: &random)
    guard Int.random(in: 0..<3, using: &random) > 0, let text = texts.randomElement(using: &random),
      text.count >= count
    else { return (0..<count).compactMap { _ in all.randomElement(using: &random) } }
    let start = Int.random(in: 0...text.count - count, using: &random)
    return text[start..<start + count].compactMap { $0.randomElement(using: &random) }
  }
}
