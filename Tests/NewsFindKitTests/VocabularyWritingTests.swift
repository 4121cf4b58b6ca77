import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// The vocabulary in the file, from run to run.
@Suite struct VocabularyWritingTests {
  /// Words and about how often they occur, of all segments.
  private func words(_ fixture: IndexFixture) throws -> [String: Int] {
    let connection = try IndexConnection.reader(fixture.path).connection
    var words: [String: Int] = [:]
    VocabularyMerge(try VocabularyTable(connection).segments([.frequent, .rare, .appended])).forEachWord {
      words[String(decoding: $0.word, as: UTF8.self)] = $0.occurrences
    }
    return words
  }

  @Test(arguments: [1, 2])
  func `each run adds the words of what it has written`(jobs: Int) throws {
    let fixture = IndexFixture()
    let options = ReindexOptions(jobs: jobs)
    fixture.write([Article("a", "", "la lune et le vent"), Article("b", "", "une lune")], to: "1.jsonl")
    let index = try fixture.writable()
    _ = try index.reindex([fixture.sources], options: options)
    #expect(try words(fixture) == ["lune": 2, "vent": 1, "une": 1])
    // What is there already is not counted again.
    _ = try index.reindex([fixture.sources], options: options)
    fixture.write([Article("c", "", "du vent")], to: "2.jsonl")
    _ = try index.reindex([fixture.sources], options: options)
    #expect(try words(fixture) == ["lune": 2, "vent": 2, "une": 1])
    #expect(try index.check() == [])
  }

  @Test func `an article with a repeated id is not counted`() throws {
    let fixture = try IndexFixture([Article("a", "", "la lune"), Article("a", "", "le vent")])
    #expect(try words(fixture) == ["lune": 1])
  }

  @Test func `many small runs leave few segments`() throws {
    let fixture = IndexFixture()
    let index = try fixture.writable()
    for number in 0..<12 {
      fixture.write([Article("a\(number)", "", "lune numero\(number)x")], to: "\(number).jsonl")
      _ = try index.reindex([fixture.sources])
    }
    let connection = try IndexConnection.reader(fixture.path).connection
    #expect(try VocabularyTable(connection).frequentSegments().count <= 2)
    #expect(try words(fixture).count == 13)
    #expect(try words(fixture)["lune"].map { (8...24).contains($0) } == true)
    #expect(try index.check() == [])
  }

  @Test func `after a run that was broken off the next one counts all articles`() throws {
    let fixture = try IndexFixture([Article("a", "", "la lune"), Article("b", "", "le vent")])
    let connection = try IndexConnection.writer(fixture.path, create: false).connection
    // As a process leaves it that was killed.
    try connection.execute("DELETE FROM vocabulary")
    try VocabularyTable(connection).set(isIncomplete: true)
    let index = try fixture.writable()
    #expect(try index.check() == [])
    #expect(try index.search("lunne").suggestion == nil)
    fixture.write([Article("c", "", "un nuage")], to: "c.jsonl")
    _ = try index.reindex([fixture.sources])
    #expect(try words(fixture) == ["lune": 1, "vent": 1, "nuage": 1])
    #expect(try !VocabularyTable(connection).isIncomplete())
  }

  @Test func `a rebuild forgets the words of what is gone`() throws {
    let fixture = try IndexFixture([Article("a", "", "la lune"), Article("b", "", "le vent")])
    fixture.write([Article("b", "", "le nuage")])
    let index = try fixture.writable()
    _ = try index.reindex([fixture.sources], options: ReindexOptions(prune: true))
    #expect(try words(fixture) == ["lune": 1, "vent": 1, "nuage": 1])
    #expect(try index.check() == [])
    _ = try NewsIndex.rebuild(at: fixture.path, from: [fixture.sources])
    #expect(try words(fixture) == ["nuage": 1])
  }

  @Test func `readers see the words of the last run`() throws {
    let fixture = try IndexFixture([Article("a", "", "la lune")])
    let index = try fixture.writable()
    #expect(try index.completions(of: "lu").map(\.text) == ["lune"])
    fixture.write([Article("b", "", "la lunette")], to: "b.jsonl")
    _ = try index.reindex([fixture.sources])
    #expect(try index.completions(of: "lunet").map(\.text) == ["lunette"])
    _ = try NewsIndex.rebuild(
      at: fixture.path, from: [fixture.write([Article("c", "", "un lutin")], to: "c.jsonl")])
    #expect(try index.completions(of: "lu").map(\.text) == ["lutin"])
  }
}
