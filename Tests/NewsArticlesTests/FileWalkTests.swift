import Glibc
import TestSupport
import Testing

@testable import NewsArticles

@Suite struct FileWalkTests {
  private func walk(_ paths: String...) -> (files: [SourceFile], rejections: [Rejection]) {
    var found: (files: [SourceFile], rejections: [Rejection]) = ([], [])
    for result in FileWalk(paths) {
      switch result {
      case .success(let file): found.files.append(file)
      case .failure(let rejection): found.rejections.append(rejection)
      }
    }
    return found
  }

  /// A folder with these files.
  private func folder(_ names: String...) -> TemporaryFolder {
    let folder = TemporaryFolder()
    for name in names { folder.write("text", to: name) }
    return folder
  }

  @Test func `files come in the order of their names, by bytes`() {
    let folder = folder(
      "b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "É.txt", "B.txt", "10.txt", "9.txt", "z/a.txt", "e\u{301}.txt"
    )
    let found = walk(folder.path)
    #expect(
      found.files.map(\.id) == [
        "10.txt", "9.txt", "B.txt", "a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "e\u{301}.txt", "z/a.txt",
        "É.txt",
      ])
    #expect(found.files.map(\.path) == found.files.map { "\(folder.path)/\($0.id)" })
    #expect(found.rejections.isEmpty)
  }

  @Test func `a dash is standard input, and in a folder it is a file`() {
    let folder = folder("-", "a.txt")
    let found = walk("-", folder.path)
    #expect(found.files.map(\.path) == ["-", folder.file("-"), folder.file("a.txt")])
    #expect(found.files.map(\.id) == ["stdin", "-", "a.txt"])
    #expect(found.files.map(\.isGiven) == [true, false, false])
  }

  @Test func `paths come in the order given, a file as it is named`() {
    let folder = folder("a/1.txt", "b/2.txt", "b/c/3.txt")
    let (one, two) = (folder.file("a/1.txt"), folder.file("b"))
    let found = walk(two, one, folder.path, one)
    #expect(found.files.map(\.id) == ["2.txt", "c/3.txt", one, "a/1.txt", "b/2.txt", "b/c/3.txt", one])
    #expect(found.rejections.isEmpty)
  }

  @Test(arguments: ["", "/", "//", "/.", "/./", "/a/.."])
  func `an id does not depend on how the folder is written`(end: String) {
    let folder = folder("a/1.txt", "2.txt")
    #expect(walk(folder.path + end).files.map(\.id) == ["2.txt", "a/1.txt"])
  }

  @Test(arguments: [("./", ""), ("././", ""), (".//", ""), ("", ""), (".././", ".././")])
  func `a ./ before a path is no part of the id`(prefix: String, kept: String) throws {
    let folder = folder("a/1.txt", ".b/2.txt")
    // Up to the root, and down again.
    let current = try #require(getcwd(nil, 0))
    defer { free(current) }
    let depth = String(cString: current).split(separator: "/").count
    let up = String(repeating: "../", count: depth).dropLast() + folder.path
    let file = walk("\(prefix)\(up)/a/1.txt")
    #expect(file.files.map(\.id) == ["\(kept)\(up)/a/1.txt"])
    #expect(file.files.map(\.path) == ["\(prefix)\(up)/a/1.txt"])
    #expect(walk("\(prefix)\(up)").files.map(\.id) == ["a/1.txt"])
    #expect(walk("\(prefix)\(up)/.b/2.txt").files.map(\.id) == ["\(kept)\(up)/.b/2.txt"])
  }

  @Test func `hidden files and folders are left out unless they are given`() {
    let folder = folder(".hidden.txt", ".git/a.txt", "a/.b/c.txt", "a/.c.txt", "a/d.txt", "...", "e.")
    #expect(walk(folder.path).files.map(\.id) == ["a/d.txt", "e."])
    #expect(walk(folder.file(".git")).files.map(\.id) == ["a.txt"])
    #expect(walk(folder.file(".hidden.txt")).files.map(\.id) == [folder.file(".hidden.txt")])
    #expect(walk(folder.path).rejections.isEmpty)
  }

  @Test func `links to files are followed, links to folders only where they are given`() throws {
    let folder = folder("a/1.txt", "b/2.txt")
    #expect(symlink("1.txt", folder.file("a/link.txt")) == 0)
    #expect(symlink("../b", folder.file("a/other")) == 0)
    let found = walk(folder.path)
    #expect(found.files.map(\.id) == ["a/1.txt", "a/link.txt", "b/2.txt"])
    #expect(found.files.map(\.size) == [4, 4, 4])
    #expect(found.rejections.isEmpty)
    #expect(walk(folder.file("a/other")).files.map(\.id) == ["2.txt"])
    #expect(walk(folder.file("a/link.txt")).files.map(\.id) == [folder.file("a/link.txt")])
  }

  @Test(arguments: [".", "..", "../..", nil])
  func `no walk goes in circles`(target: String?) {
    let folder = folder("a/b/1.txt")
    #expect(symlink(target ?? folder.path, folder.file("a/b/loop")) == 0)
    let found = walk(folder.path)
    #expect(found.files.map(\.id) == ["a/b/1.txt"])
    #expect(found.rejections.isEmpty)
  }

  @Test func `a link that leads nowhere is reported`() {
    let folder = folder("1.txt", "3.txt")
    #expect(symlink("none", folder.file("2.txt")) == 0)
    #expect(symlink("self", folder.file("self")) == 0)
    let found = walk(folder.path, folder.file("2.txt"))
    #expect(found.files.map(\.id) == ["1.txt", "3.txt"])
    #expect(found.rejections.map(\.path) == ["2.txt", "self", "2.txt"].map(folder.file))
    #expect(found.rejections.allSatisfy { $0.reason.contains("link") && $0.line == nil })
  }

  @Test func `a path that is not there is reported`() {
    let folder = folder("1.txt")
    let found = walk(
      folder.file("none"), folder.file("1.txt"), folder.file("1.txt/"), "", folder.file("none/2.txt"))
    #expect(found.files.count == 1)
    #expect(
      found.rejections.map(\.path) == [
        folder.file("none"), folder.file("1.txt/"), "", folder.file("none/2.txt"),
      ])
    #expect(found.rejections.first?.reason == "No such file or directory")
  }

  // Root enters any folder.
  @Test(.enabled(if: geteuid() != 0))
  func `a folder that cannot be entered is reported`() {
    let folder = folder("a/1.txt", "b/2.txt")
    #expect(chmod(folder.file("a"), 0) == 0)
    let found = walk(folder.path)
    #expect(found.files.map(\.id) == ["b/2.txt"])
    #expect(found.rejections == [Rejection(path: folder.file("a"), reason: "Permission denied")])
  }

  @Test func `deep folders are walked to the end`() {
    let folder = folder("z.txt")
    let deep = String(repeating: "d/", count: 400)
    folder.write("text", to: "\(deep)1.txt")
    #expect(walk(folder.path).files.map(\.id) == ["\(deep)1.txt", "z.txt"])
  }

  @Test func `many files are walked`() {
    let folder = TemporaryFolder()
    for number in 0..<1_500 { folder.write("", to: "\(number % 3)/\(number).txt") }
    let ids = walk(folder.path).files.map(\.id)
    #expect(ids.count == 1_500 && Set(ids).count == 1_500)
    #expect(ids.prefix(3) == ["0/0.txt", "0/1002.txt", "0/1005.txt"])
  }

  @Test(arguments: [
    "a b.txt", " a", "a ", "a\nb.txt", "a\tb", "l’été.txt", "e\u{301}te\u{301}.txt", "*?[a].txt", "-rf", "~",
    "$HOME", "\\", "\"", "'",
    "\u{1B}[31m.txt", "a:2", "東京.txt", String(repeating: "é", count: 127), "a.",
  ])
  func `a file may have any name`(name: String) {
    let folder = folder(name, "in \n it/\(name)")
    let found = walk(folder.path)
    #expect(Set(found.files.map { Array($0.id.utf8) }) == [Array(name.utf8), Array("in \n it/\(name)".utf8)])
    #expect(found.files.map(\.size) == [4, 4])
  }

  @Test func `a name that is no UTF-8 keeps no other from being read`() {
    let folder = folder("a.txt", "z.txt")
    let path = Array("\(folder.path)/m".utf8) + [0xE9, 0xFF] + Array(".txt".utf8) + [0]
    path.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        guard let name = name.baseAddress else { return }
        // A file system may turn such a name down.
        close(open(name, O_WRONLY | O_CREAT, 0o666))
        let found = walk(folder.path)
        #expect(found.files.first?.id == "a.txt" && found.files.last?.id == "z.txt")
        #expect(found.files.count == 2 && found.rejections.count == (access(name, F_OK) == 0 ? 1 : 0))
        #expect(found.rejections.allSatisfy { $0.reason.contains("UTF-8") && $0.path.contains("/m\u{FFFD}") })
        unlink(name)
      }
    }
  }

  @Test func `a pipe in a folder is reported, one that is given is not`() {
    let folder = folder("a.txt", "z.txt")
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let found = walk(folder.path)
    #expect(found.files.map(\.id) == ["a.txt", "z.txt"])
    #expect(found.rejections.map(\.path) == [path])
    #expect(walk(path).files == [SourceFile(path: path, id: path, size: 0, isGiven: true)])
    #expect(walk("/dev/null").files.count == 1)
  }

  /// What a walk finds of `chosen`, all of them below `path` and its end.
  private func ids(_ path: String, only chosen: String...) -> [String] {
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let selection = PathSelection(chosen.map { $0.isEmpty ? path : prefix + $0 })
    return FileWalk([path], only: selection).compactMap { try? $0.get().id }
  }

  @Test(arguments: ["", "/", "//", "/.", "/a/.."])
  func `of a selection a walk finds what it would find anyway, under the same ids`(end: String) {
    let folder = folder("1.txt", "a/2.txt", "a/3.txt", "a/b/4.txt", "a/b/.5.txt", "ab/6.txt", "é/7.txt")
    let path = folder.path + end
    #expect(ids(path, only: "a/3.txt", "1.txt") == ["1.txt", "a/3.txt"])
    #expect(ids(path, only: "a/b") == ["a/b/4.txt"])
    #expect(ids(path, only: "a") == ["a/2.txt", "a/3.txt", "a/b/4.txt"])
    #expect(ids(path, only: "é/7.txt", "ab/none.txt", "none/8.txt", "a/b/.5.txt") == ["é/7.txt"])
    #expect(ids(path, only: "") == walk(path).files.map(\.id))
    #expect(FileWalk([path], only: PathSelection([])).compactMap { try? $0.get().id } == [])
  }

  @Test func `of a selection only the paths on the way are opened`() {
    let folder = folder("a/1.txt", "b/2.txt")
    symlink("nowhere", folder.file("c"))
    let selection = PathSelection([folder.file("b/2.txt")])
    let paths = [folder.file("a"), folder.path, folder.file("b/2.txt"), folder.file("none")]
    let found = FileWalk(paths, only: selection).map { try? $0.get().path }
    #expect(found == [folder.file("b/2.txt"), folder.file("b/2.txt")])
    #expect(selection.contains(folder.file("b/2.txt")) && !selection.contains(folder.file("b")))
    #expect(PathSelection([folder.file("b")]).contains(folder.file("b/c/3.txt")))
    #expect(!PathSelection([folder.file("b")]).contains(folder.file("bc")))
  }
}
