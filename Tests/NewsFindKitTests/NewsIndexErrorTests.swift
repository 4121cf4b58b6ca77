import SQLiteStore
import Testing

@testable import NewsFindKit

@Suite struct NewsIndexErrorTests {
  private static let path = "/tmp/a b.sqlite"

  @Test(
    arguments: [
      (5, .busy(path: path)), (261, .busy(path: path)), (11, .damaged(path: path, detail: "m")),
      (267, .damaged(path: path, detail: "m")), (26, .notAnIndex(path: path)), (13, .noSpace(path: path)),
      (14, .cannotOpen(path: path, detail: "m")), (8, .cannotOpen(path: path, detail: "m")),
      (1, .damaged(path: path, detail: "m")),
      (778, .storage(path: path, detail: "m, code 778")),
    ] as [(Int32, NewsIndexError)])
  func `a code of SQLite is told as what it means for the index`(code: Int32, expected: NewsIndexError) {
    let error = SQLiteError(code: SQLiteResultCode(rawValue: code), message: "m", sql: "SELECT 1")
    #expect(NewsIndexError(error, path: Self.path) == expected)
    #expect(throws: expected) { try NewsIndexError.translating(Self.path) { throw error } }
  }

  @Test func `other errors pass as they are`() {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try NewsIndexError.translating(Self.path) { throw Stop() } }
    #expect(throws: NewsIndexError.readOnly(path: "x")) {
      try NewsIndexError.translating(Self.path) { throw NewsIndexError.readOnly(path: "x") }
    }
  }

  @Test(
    arguments: [
      (.noIndex(path: path), "newsfind index"), (.notAnIndex(path: path), "--index"),
      (.newerSchema(path: path, found: 9), "update newsfind"),
      (.olderSchema(path: path, found: 0), "--rebuild"),
      (.otherAnalyzer(path: path, found: "fr-0"), "--rebuild"), (.readOnly(path: path), "read only"),
      (.busy(path: path), "try again"), (.damaged(path: path, detail: "pages"), "--repair"),
      (.noSpace(path: path), "free some space"), (.cannotOpen(path: path, detail: "denied"), "permissions"),
      (.storage(path: path, detail: "detail"), "(detail): see whether its disk is well"),
    ] as [(NewsIndexError, String)])
  func `a message names the file and what to do`(error: NewsIndexError, advice: String) {
    #expect(error.description.contains(Self.path))
    #expect(error.description.contains(advice))
    #expect(!error.description.contains("\n"))
  }
}
