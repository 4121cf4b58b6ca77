import Glibc
import TestSupport
import Testing

@testable import NewsFindKit

/// What the system tells of folders and files.
@Suite struct SourceWatchTests {
  private let fixture = IndexFixture()
  private var folder: TemporaryFolder { fixture.folder }

  private func watch(_ paths: String...) throws -> SourceWatch {
    try SourceWatch(paths.map { folder.file($0) }, index: fixture.path)
  }

  /// The paths that a watch tells of, below the folder: of everything that has happened, or until one of them comes.
  private func changes(_ watch: SourceWatch, until path: String? = nil) throws -> Set<String> {
    var found: Set<String> = []
    for _ in 0..<(path == nil ? 1 : 60) {
      let changes = try watch.changes(within: .milliseconds(path == nil ? 0 : 100))
      found.formUnion(changes.map { String($0.path.dropFirst(folder.path.count + 1)) })
      if let path, found.contains(path) { break }
    }
    return found
  }

  @Test func `what happens to files is told by their paths`() throws {
    folder.write("a", to: "s/a")
    folder.write("b", to: "s/t/b")
    let watch = try watch("s")
    #expect(watch.count == 2)
    #expect(try changes(watch).isEmpty)
    folder.write("aa", to: "s/a")
    #expect(try changes(watch) == ["s/a"])
    folder.move("s/a", to: "s/t/c")
    #expect(try changes(watch) == ["s/a", "s/t/c"])
    folder.removeFile("s/t/b")
    chmod(folder.file("s/t/c"), 0o600)
    link(folder.file("s/t/c"), folder.file("s/d"))
    symlink("t/c", folder.file("s/e"))
    // A link makes the file that it leads to a changed one, too: its links are counted.
    #expect(try changes(watch) == ["s/t/b", "s/t/c", "s/d", "s/e"])
  }

  @Test func `hidden files, and reading, are no changes`() throws {
    folder.write("a", to: "s/a")
    let watch = try watch("s")
    folder.write("b", to: "s/.b")
    folder.write("c", to: "s/.git/c")
    _ = TextFile.bytes(folder.file("s/a"))
    #expect(try changes(watch).isEmpty)
    #expect(watch.count == 1)
    folder.move("s/.b", to: "s/b")
    #expect(try changes(watch) == ["s/b"])
  }

  @Test func `folders that come are watched, those that go are not`() throws {
    folder.write("a", to: "s/a")
    let watch = try watch("s")
    folder.write("b", to: "s/1/2/3/b")
    #expect(try changes(watch) == ["s/1"])
    #expect(watch.count == 4)
    folder.write("c", to: "s/1/2/3/c")
    #expect(try changes(watch) == ["s/1/2/3/c"])
    folder.move("s/1/2", to: "s/2")
    #expect(try changes(watch) == ["s/1/2", "s/2"])
    folder.write("d", to: "s/2/3/d")
    #expect(try changes(watch) == ["s/2/3/d"])
    folder.move("s/2", to: "outside")
    #expect(try changes(watch) == ["s/2"])
    folder.write("e", to: "outside/3/e")
    #expect(try changes(watch).isEmpty)
    #expect(watch.count == 2)
    rmdir(folder.file("s/1"))
    #expect(try changes(watch) == ["s/1"])
    #expect(watch.count == 1)
  }

  @Test func `a file that is written says so until it is closed`() throws {
    folder.write("a", to: "s/a")
    let watch = try watch("s")
    let file = open(folder.file("s/a"), O_WRONLY | O_APPEND)
    write(file, "b", 1)
    #expect(
      try watch.changes(within: .zero) == [SourceChange(path: folder.file("s/a"), isBeingWritten: true)])
    close(file)
    #expect(try watch.changes(within: .zero) == [SourceChange(path: folder.file("s/a"))])
  }

  @Test func `a path that leads elsewhere is watched anew`() throws {
    folder.write("a", to: "s/a")
    folder.write("f", to: "f")
    let watch = try watch("s", "f", "later")
    folder.move("s", to: "old")
    folder.write("b", to: "s/t/b")
    #expect(try changes(watch, until: "s").contains("s"))
    folder.write("bb", to: "s/t/b")
    #expect(try changes(watch, until: "s/t/b") == ["s/t/b"])
    folder.write("a2", to: "old/a")
    #expect(try changes(watch).isEmpty)

    folder.write("ff", to: "f")
    #expect(try changes(watch, until: "f") == ["f"])
    folder.write("g", to: "g")
    folder.move("g", to: "f")
    #expect(try changes(watch, until: "f") == ["f"])
    folder.removeFile("f")
    #expect(try changes(watch, until: "f") == ["f"])
    folder.write("h", to: "f")
    #expect(try changes(watch, until: "f") == ["f"])

    folder.write("l", to: "later/l")
    #expect(try changes(watch, until: "later") == ["later"])
    folder.write("m", to: "later/m")
    #expect(try changes(watch) == ["later/m"])
  }

  @Test func `two paths to one folder are both told`() throws {
    folder.write("a", to: "s/t/a")
    let watch = try watch("s", "s/t", "s/")
    folder.write("b", to: "s/t/b")
    #expect(try changes(watch) == ["s/t/b"])
    #expect(
      try SourceWatch([folder.path + "/s/../s"], index: fixture.path).changes(within: .zero).isEmpty)
  }

  @Test func `the index and what lies beside it is no source`() throws {
    folder.write("a", to: "a")
    let watch = try SourceWatch([folder.path], index: fixture.path)
    _ = try fixture.writable()
    for end in ["", "-wal", "-shm", "-lock", "-journal", ".rebuild-12-1", ".rebuild-12-1-staging"] {
      folder.write("x", to: "index.sqlite\(end)")
    }
    #expect(try changes(watch).isEmpty)
    folder.write("x", to: "index.sqlite.txt")
    #expect(try changes(watch) == ["index.sqlite.txt"])
  }

  @Test func `where events were lost everything is looked at, and folders that came meanwhile are watched`()
    throws
  {
    folder.write("a", to: "s/a")
    let watch = try watch("s")
    let limit = Int(TextFile.lines("/proc/sys/fs/inotify/max_queued_events").first ?? "") ?? 16_384
    let one = open(folder.file("s/one"), O_WRONLY | O_CREAT, 0o600)
    let two = open(folder.file("s/two"), O_WRONLY | O_CREAT, 0o600)
    // By turns: the same event twice is kept once.
    for _ in 0..<limit / 2 + 1 {
      write(one, "1", 1)
      write(two, "2", 1)
    }
    close(one)
    close(two)
    folder.write("b", to: "s/t/b")
    #expect(try changes(watch) == ["s"])
    #expect(try changes(watch).isEmpty)
    folder.write("c", to: "s/t/c")
    #expect(try changes(watch) == ["s/t/c"])
  }

  @Test func `watches are given back`() throws {
    let before = folder.openFileCount
    for _ in 0..<300 { _ = try watch("s") }
    #expect(folder.openFileCount == before)
    let error = #expect(throws: NewsIndexError.self) { try SourceWatch(["-"], index: fixture.path) }
    #expect(error == .cannotWatch(path: "-", detail: "neither a file nor a folder"))
  }
}
