import Glibc
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct SourceRootsTests {
  private static let names = [
    "a", "a/", "a//", "a/b", "a/b/", "aa", "./a", "été", "e\u{301}te\u{301}", "with space", "a/../aa", "a\r",
  ]

  /// Where a path leads, as the system tells it.
  private func real(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return "" }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  @Test(arguments: names)
  func `a path reached from a root is made absolute`(name: String) {
    let folder = TemporaryFolder()
    for name in Self.names { folder.write("x", to: "\(name)/x.txt") }
    // Other roots, of which this one is the beginning or not, make no difference.
    let given = folder.file(name)
    let roots = SourceRoots(Self.names.map { folder.file($0) } + [given])
    for file in ["x.txt", "b/x.txt", "\u{301}x.txt", "\n/x"] {
      let reached = given.hasSuffix("/") ? given + file : "\(given)/\(file)"
      let expected = ["\(real(given))/\(file)"]
      #expect([roots.absolute(reached)].map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }
    #expect(
      Array(roots.absolute(given).utf8) == Array(real(given).utf8))
  }

  @Test func `a link is where it leads`() {
    let folder = TemporaryFolder()
    folder.write("x", to: "target/x.txt")
    symlink(folder.file("target"), folder.file("link"))
    let roots = SourceRoots([folder.file("link")])
    #expect(roots.absolute(folder.file("link")) == real(folder.file("target")))
    #expect(roots.absolute(folder.file("link/x.txt")) == real(folder.file("target/x.txt")))
  }

  @Test func `the root folder is a root`() {
    let roots = SourceRoots(["/"])
    #expect(roots.absolute("/etc") == "/etc")
    #expect(roots.absolute("/") == "/")
    #expect(roots.contains("/etc"))
    #expect(roots.contains("/"))
  }

  @Test func `what does not exist is no root`() {
    let folder = TemporaryFolder()
    let roots = SourceRoots([folder.file("none"), "", folder.path])
    #expect(roots.absolute("\(folder.path)none/x") == "\(folder.path)none/x")
    #expect(!roots.contains(folder.file("none").replacing(folder.path, with: real(folder.path) + "x")))
    #expect(SourceRoots([]).absolute("x") == "x")
    #expect(!SourceRoots([]).contains("/"))
  }

  @Test func `a root holds itself and what lies under it, by bytes`() {
    let folder = TemporaryFolder()
    for name in ["a", "été"] { folder.write("x", to: "\(name)/x.txt") }
    let base = real(folder.path)
    let roots = SourceRoots([folder.file("a"), folder.file("été")])
    for inside in ["a", "a/x.txt", "a/\u{301}x", "été/x", "a/b/c"] {
      #expect(roots.contains("\(base)/\(inside)"), "\(inside)")
    }
    // The same to a reader's eye, another folder to the system.
    for outside in ["", "aa", "a.txt", "b/a", "e\u{301}te\u{301}/x"] {
      #expect(!roots.contains("\(base)/\(outside)"), "\(outside)")
    }
  }
}
