import SQLiteStore
import Synchronization
import TestSupport
import Testing

@testable import NewsFindKit

/// An end that is asked for while the index is being put in order, when all is read.
@Suite struct CancellationTests {
  private let fixture = IndexFixture()

  /// Asks for the end when it is asked for the nth time.
  private func options(endingAt number: Int) -> ReindexOptions {
    let countdown = Countdown()
    return ReindexOptions(jobs: 1, isCancelled: { countdown.isOver(number) })
  }

  private final class Countdown: Sendable {
    private let count = Atomic(0)

    func isOver(_ number: Int) -> Bool { count.add(1, ordering: .relaxed).newValue >= number }
  }

  /// An index of many segments, which no run has merged.
  private func makeSegments(_ number: Int) throws {
    _ = try fixture.writable()
    var random = SeededGenerator(seed: 1)
    let texts = RandomText(&random)
    for segment in 0..<number {
      let articles = (0..<12).map {
        Article("\(segment)-\($0)", texts.sentence(&random, 1...4), "commun " + texts.text(&random, 3...9))
      }
      fixture.write(articles, to: "\(segment).jsonl")
      _ = try fixture.writable().reindex(
        ["\(fixture.sources)/\(segment).jsonl"],
        // What was read is committed, and what has to be merged is left.
        options: options(endingAt: 2))
    }
  }

  private func segmentCount() throws -> Int {
    Int(
      try IndexConnection.reader(fixture.path).connection.integer(
        "SELECT count(DISTINCT segid) FROM article_text_idx") ?? 0)
  }

  @Test func `merging that is broken off is gone on with by the next run`() throws {
    try makeSegments(40)
    #expect(try segmentCount() == 40)
    let hits = try fixture.search("commun")
    #expect(hits.count == 480)
    var steps = 0
    while true {
      let index = try IndexConnection.writer(fixture.path, create: false)
      var questions = 0
      let isDone = try SegmentMerging(index.connection, mergedPages: 1).settle {
        questions += 1
        return questions > 2
      }
      #expect(try fixture.writable().check() == [], "step \(steps)")
      #expect(try fixture.search("commun") == hits, "step \(steps)")
      steps += 1
      if isDone { break }
      guard steps < 200 else { return #expect(Bool(false), "no end") }
    }
    #expect(steps > 3)
    #expect(try segmentCount() == 1)
  }

  @Test func `a run that is ended while it merges has done its work, and the next one merges`() throws {
    try makeSegments(20)
    let ended = try fixture.writable().reindex([fixture.sources], options: options(endingAt: 2))
    #expect(!ended.isCancelled)
    #expect(ended.unchanged == 240)
    #expect(try segmentCount() > 16)
    let summary = try fixture.writable().reindex([fixture.sources])
    #expect(summary == ended)
    #expect(try segmentCount() == 1)
    #expect(try fixture.writable().check() == [])
  }

  @Test func `a rebuild that is ended at any moment leaves the old index`() throws {
    fixture.write([Article("a", "", "ancien")], to: "a.jsonl")
    _ = try fixture.writable().reindex([fixture.sources])
    var random = SeededGenerator()
    let texts = RandomText(&random)
    fixture.write((0..<700).map { Article("b\($0)", "", "nouveau " + texts.text(&random, 1...4)) })
    var number = 1
    var ended = 0
    while true {
      let before = FileImage(fixture.path)
      let summary = try NewsIndex.rebuild(
        at: fixture.path, from: [fixture.sources], options: options(endingAt: number))
      guard summary.isCancelled else { break }
      #expect(FileImage(fixture.path) == before, "question \(number)")
      #expect(try fixture.search("commun ancien") == ["a"], "question \(number)")
      ended += 1
      number = number * 3 / 2 + 1
    }
    #expect(try fixture.open().search("nouveau", options: SearchOptions(limit: 0)).total == 700)
    #expect(try fixture.writable().check() == [])
    // Reading asks three times, sorting as often: the rest was asked amid what puts the new file in order.
    #expect(ended > 5, "seed \(random.seed)")
  }
}
