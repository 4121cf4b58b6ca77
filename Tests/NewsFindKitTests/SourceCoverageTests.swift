import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct SourceCoverageTests {
  /// The table that is asked, with a row for each path.
  private func connection(_ paths: [String]) throws -> Connection {
    let connection = try Connection(path: ":memory:", mode: .create)
    try connection.execute(
      "CREATE TABLE source_file(id INTEGER PRIMARY KEY, path); CREATE TABLE article(id INTEGER PRIMARY KEY, file, place)"
    )
    for path in paths {
      try connection.prepare("INSERT INTO source_file(path) VALUES (?1)").bind(path, at: 1).run()
    }
    try connection.execute("INSERT INTO article SELECT id, id, NULL FROM source_file")
    return connection
  }

  @Test func `gone is what lies under the roots and was not seen`() throws {
    let folder = TemporaryFolder()
    folder.write("", to: "a/x")
    folder.write("", to: "c/x")
    let root = SourceRoots([folder.path]).absolute(folder.path)
    let connection = try connection(
      ["a/x", "a/y", "a", "ab/x", "b/x", "c/x", "c/d/e/x", "none/x", ""].map { "\(root)/\($0)" })
    var coverage = SourceCoverage(SourceRoots(["a", "c", "none"].map { folder.file($0) }))
    #expect(try coverage.gone(from: connection) == [1, 2, 3, 6, 7])
    coverage.add(2)
    coverage.add(7)
    #expect(coverage.holds(2))
    #expect(!coverage.holds(1))
    #expect(try coverage.gone(from: connection) == [1, 3, 6])
  }

  @Test func `what lies in a file that need not be read is not gone`() throws {
    let folder = TemporaryFolder()
    folder.write("", to: "a/x")
    let root = SourceRoots([folder.path]).absolute(folder.path)
    let connection = try connection(["a/x", "a/y"].map { "\(root)/\($0)" })
    var coverage = SourceCoverage(SourceRoots([folder.path]))
    coverage.addUnread(2)
    #expect(try coverage.gone(from: connection) == [1])
  }

  @Test(arguments: [
    ("a", [Int64]()), ("a/b", [1]), ("a/b/x.jsonl", [1, 3]), ("a/b/x", [1, 2, 3]), ("a/x.jsonl", [2, 3]),
    ("", []),
    ("a/\u{301}c", [1, 2, 3]),
  ])
  func `what may only be unreadable is not gone`(doubtful: String, expected: [Int64]) throws {
    let folder = TemporaryFolder()
    folder.write("", to: "a/x")
    let root = SourceRoots([folder.path]).absolute(folder.path)
    let connection = try connection(["a/x.jsonl", "a/b/x.jsonl", "a/b/y.txt"].map { "\(root)/\($0)" })
    var coverage = SourceCoverage(SourceRoots([folder.path]))
    coverage.addDoubtful(doubtful.isEmpty ? root : "\(root)/\(doubtful)")
    #expect(try coverage.gone(from: connection) == expected)
  }

  @Test func `a name that begins with an accent lies in its folder`() throws {
    let folder = TemporaryFolder()
    folder.write("", to: "a/x")
    let root = SourceRoots([folder.path]).absolute(folder.path)
    let connection = try connection(["\(root)/a/\u{301}b/c"])
    var coverage = SourceCoverage(SourceRoots([folder.path]))
    #expect(try coverage.gone(from: connection) == [1])
    coverage.addDoubtful("\(root)/a")
    #expect(try coverage.gone(from: connection) == [])
  }
}
