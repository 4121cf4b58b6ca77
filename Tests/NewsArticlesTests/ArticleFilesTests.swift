import Glibc
import TestSupport
import Testing

@testable import NewsArticles

@Suite struct ArticleFilesTests {
  private static let page = "Un titre\n\nUn chapô.\n\nUn corps."

  @Test func `formats are told by content, not by name`() {
    let folder = TemporaryFolder()
    folder.write(Self.page, to: "a.jsonl")
    folder.write("{\"text\":\"a\"}\n{\"text\":\"b\"}", to: "b.txt")
    folder.write("{\"text\":\"a\"}", to: "c")
    folder.write(Self.page, to: "d.html")
    let read = folder.read()
    #expect(read.ids == ["a.jsonl", "b.txt:1", "b.txt:2", "c:1", "d.html"])
    #expect(
      read.articles.map(\.article.format) == [.webExport, .jsonLines, .jsonLines, .jsonLines, .webExport])
    #expect(read.articles.map(\.line) == [nil, 1, 2, 1, nil])
    #expect(read.articles.map(\.path) == ["a.jsonl", "b.txt", "b.txt", "c", "d.html"].map(folder.file))
    #expect(read.rejections.isEmpty)
  }

  @Test(arguments: ["nope", "[1,2]", "null", "\"a\""])
  func `a bad first line costs no article`(line: String) {
    let folder = TemporaryFolder()
    folder.write("\(line)\n{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}\n", to: "a.jsonl")
    #expect(folder.read().ids == ["1", "2"])
    #expect(folder.read().rejections.map(\.line) == [1])
  }

  @Test func `a table in a folder is left out, and one that is given is reported`() {
    let folder = TemporaryFolder()
    let table = (1...5).map { "q\($0)\tcosmodrome de l’espace\n" }.joined()
    folder.write(Self.page, to: "a.txt")
    let path = folder.write(table, to: "queries.tsv")
    folder.write("SQLite format 3\u{0}\u{10}", to: "index.sqlite")
    folder.write(table + "sans tabulation\n", to: "text.txt")
    #expect(folder.read().ids == ["a.txt", "text.txt"])
    #expect(folder.read().rejections.isEmpty)
    let given = Array(ArticleFiles([path]))
    guard given.count == 1, case .failure(let rejection) = given[0] else {
      Issue.record("a table that is given is rejected")
      return
    }
    #expect(rejection.reason.contains("table"))
  }

  @Test func `a file that is given has its path for an id`() {
    let folder = TemporaryFolder()
    let page = folder.write(Self.page, to: "a/page.txt")
    let lines = folder.write("{\"text\":\"a\"}\n\n{\"id\":\"1\",\"text\":\"b\"}", to: "a/news.jsonl")
    #expect(ReadFiles([page, lines]).ids == [page, "\(lines):1", "1"])
    #expect(ReadFiles([folder.file("a")]).ids == ["news.jsonl:1", "1", "page.txt"])
    #expect(ReadFiles([folder.path]).ids == ["a/news.jsonl:1", "1", "a/page.txt"])
  }

  @Test func `what cannot be read is reported in its place, and reading goes on`() throws {
    let folder = TemporaryFolder()
    folder.write(Self.page, to: "a.txt")
    let zip = folder.write(Array("PK\u{3}\u{4}".utf8), to: "b.zip")
    let empty = folder.write("", to: "c.txt")
    let blank = folder.write(String(repeating: " \n", count: 70_000), to: "d.txt")
    #expect(symlink("none", folder.file("e.txt")) == 0)
    folder.write("{\"id\":\"1\",\"text\":\"a\"}\nnope\n{\"id\":\"2\",\"text\":\"b\"}", to: "f.jsonl")
    #expect(mkfifo(folder.file("g"), 0o600) == 0)
    folder.write(Self.page, to: "h.txt")
    let results = Array(ArticleFiles([folder.path, folder.file("none")]))
    let places = results.map { result in
      switch result {
      case .success(let article): article.article.id
      case .failure(let rejection): "\(rejection.path):\(rejection.line ?? 0)"
      }
    }
    #expect(
      places == [
        "a.txt", "\(zip):0", "\(empty):0", "\(blank):0", "\(folder.file("e.txt")):0", "1",
        "\(folder.file("f.jsonl")):2", "2",
        "\(folder.file("g")):0", "h.txt", "\(folder.file("none")):0",
      ])
  }

  // Root reads any file.
  @Test(.enabled(if: geteuid() != 0))
  func `a file that cannot be opened is reported`() {
    let folder = TemporaryFolder()
    folder.write(Self.page, to: "a.txt")
    let path = folder.write(Self.page, to: "b.txt")
    folder.write(Self.page, to: "c.txt")
    #expect(chmod(path, 0) == 0)
    let read = folder.read()
    #expect(read.ids == ["a.txt", "c.txt"])
    #expect(read.rejections == [Rejection(path: path, reason: "Permission denied")])
  }

  @Test func `no path or an empty folder: no article`() {
    #expect(Array(ArticleFiles([])).isEmpty)
    let folder = TemporaryFolder()
    #expect(Array(ArticleFiles([folder.path])).isEmpty)
    #expect(ReadFiles(["/dev/null"]).rejections.map(\.path) == ["/dev/null"])
  }

  @Test func `a pipe that is given is read`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let text = Array("{\"id\":\"1\",\"text\":\"a\"}\n{\"text\":\"b\"}\n".utf8)
    #expect(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    // As a shell names it for <(…).
    let path = "/dev/fd/\(ends[0])"
    let read = ReadFiles([path])
    #expect(read.ids == ["1", "\(path):2"])
    #expect(read.rejections.isEmpty)
  }

  @Test func `the sequence can be gone through again`() {
    let folder = TemporaryFolder()
    folder.write(Self.page, to: "a.txt")
    folder.write("{\"text\":\"a\"}\nnope", to: "b.jsonl")
    let files = ArticleFiles([folder.path])
    let first = Array(files)
    #expect(first.count == 3)
    #expect(Array(files) == first)
    var iterator = files.makeIterator()
    while iterator.next() != nil {}
    #expect(iterator.next() == nil && iterator.next() == nil)
  }

  @Test func `bytes are counted before and while files are read`() {
    let folder = TemporaryFolder()
    folder.write([UInt8](repeating: 0x61, count: 1_000), to: "a.txt")
    folder.write("{\"text\":\"a\"}\nnope\n", to: "b/b.jsonl")
    folder.write([0x1F, 0x8B, 0], to: "c.gz")
    folder.write("", to: "d.txt")
    folder.write([UInt8](repeating: 0x61, count: 300_000), to: "e.txt")
    folder.write("hidden", to: ".f.txt")
    #expect(symlink("none", folder.file("g")) == 0)
    #expect(mkfifo(folder.file("h"), 0o600) == 0)
    let files = ArticleFiles([folder.path, folder.file("none")])
    let expected = 1_000 + 18 + 3 + 300_000
    #expect(files.byteCount == expected)
    #expect(ArticleFiles([folder.file("a.txt"), folder.file("a.txt")]).byteCount == 2_000)
    #expect(ArticleFiles([folder.file("none")]).byteCount == 0)
    var iterator = files.makeIterator()
    var last = iterator.bytesRead
    #expect(last == 0)
    while iterator.next() != nil {
      #expect(iterator.bytesRead >= last)
      last = iterator.bytesRead
    }
    #expect(iterator.bytesRead == expected)
  }

  @Test func `a page that is too large for an article is rejected`() throws {
    let folder = TemporaryFolder()
    folder.append("Un titre\n\n", count: WholeFileReader.maximum / 10 + (1 << 17), to: "a.txt")
    folder.write(Self.page, to: "b.txt")
    let read = folder.read()
    #expect(read.ids == ["b.txt"])
    #expect(try #require(read.rejections.first).reason.contains("32 MB"))
    #expect(read.rejections.map(\.path) == [folder.file("a.txt")])
  }

  @Test func `any bytes are an article or a rejection`() {
    var random = SeededGenerator()
    let beginnings = [
      "", "{", "{\"text\":\"", "[", "<", "Un titre\n\n", "\u{FEFF}", "\n\n", "{\"text\":\"a\"}\n",
    ].map { Array($0.utf8) }
    for round in 0..<150 {
      let folder = TemporaryFolder()
      let count = Int.random(in: 0...200, using: &random)
      var bytes = (beginnings.randomElement(using: &random) ?? []) + random.bytes(count)
      if round % 2 == 0 { bytes = bytes.map { $0 < 0x20 && $0 != 0x0A ? 0x20 : $0 } }
      folder.write(bytes, to: "a")
      let read = folder.read()
      let words = "\(bytes), seed \(random.seed)"
      #expect(!read.articles.isEmpty || !read.rejections.isEmpty, "\(words)")
      for article in read.articles.map(\.article) {
        for text in [article.title, article.lead, article.body, article.id] {
          #expect(PlainText.paragraphs(text).utf8.elementsEqual(text.utf8), "\(words)")
        }
        #expect(!article.id.isEmpty && !(article.title + article.text).isEmpty, "\(words)")
      }
    }
  }
}
