#if Archives
  import Glibc
  import TestSupport
  import Testing

  @testable import NewsArticles

  @Suite struct ArchiveReaderTests {
    private static let page = "Un titre\n\nUn chapô de plus.\n\nUn corps.\n"
    private static let lines = "{\"id\":\"1\",\"text\":\"a\"}\nnope\n{\"text\":\"b\"}\n"
    private static let texts = [
      (name: "a/", text: ""), (name: "a/page.txt", text: page), (name: "a/.cache/x.txt", text: page),
      (name: ".hidden.txt", text: page), (name: "__MACOSX/a/._page.txt", text: page),
      (name: "news.jsonl", text: lines), (name: "table.tsv", text: String(repeating: "a\tb\n", count: 9)),
      (name: "été.txt", text: page),
    ]

    @Test(
      arguments: [PackedFile.Format.zip, .storedZip, .tar],
      [PackedFile.Filter.none, .gzip, .xz, .zstd, .bzip2])
    func `members are read as files, the hidden ones left out`(
      format: PackedFile.Format, filter: PackedFile.Filter
    ) {
      let folder = TemporaryFolder()
      let path = folder.write(PackedFile.bytes(format, filter, texts: Self.texts), to: "in/press")
      let read = folder.read()
      let prefix = "in/press!/"
      #expect(read.ids == [prefix + "a/page.txt", "1", prefix + "news.jsonl:3", prefix + "été.txt"])
      let names = ["a/page.txt", "news.jsonl", "news.jsonl", "été.txt"]
      #expect(read.articles.map(\.path) == names.map { "\(path)!/\($0)" })
      #expect(read.articles.map(\.line) == [nil, 1, 3, nil])
      let place = "\(path)!/news.jsonl:2: "
      #expect(read.rejections.count == 1 && read.rejections.allSatisfy { $0.description.hasPrefix(place) })
      // Given itself its path is the id, as a file's is.
      #expect(ReadFiles([path]).ids.first == "\(path)!/a/page.txt")
    }

    @Test func `archives in archives and compressed members are read`() {
      let folder = TemporaryFolder()
      let inner = PackedFile.bytes(.tar, .xz, texts: [(name: "b/page.txt", text: Self.page)])
      let lines = PackedFile.bytes(.gzip, "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")
      folder.write(
        PackedFile.bytes(
          .zip, members: [(name: "inner.tar.xz", content: inner), (name: "news.gz", content: lines)]),
        to: "a.zip")
      #expect(
        folder.read().ids == ["a.zip!/inner.tar.xz!/b/page.txt", "a.zip!/news.gz:1", "a.zip!/news.gz:2"])
    }

    @Test func `an archive in an archive, again and again, ends`() throws {
      let folder = TemporaryFolder()
      var bytes = Array(Self.page.utf8)
      for _ in 0..<12 { bytes = PackedFile.bytes(.zip, members: [(name: "a.zip", content: bytes)]) }
      folder.write(bytes, to: "a.zip")
      let read = folder.read()
      #expect(read.articles.isEmpty && read.rejections.count == 1)
      #expect(try #require(read.rejections.first).reason.contains("packed more than 8 times"))
    }

    @Test(arguments: [
      ("../../etc/passwd.txt", "etc/passwd.txt"), ("/abs/a.txt", "abs/a.txt"), ("./a//b.txt", "a/b.txt"),
      ("a\\..\\b.txt", "a/b.txt"), ("\u{1B}[31mrouge\u{7}.txt", "\u{FFFD}[31mrouge\u{FFFD}.txt"),
      ("a\nb.txt", "a\u{FFFD}b.txt"), ("C:\\a.txt", "C:/a.txt"), ("\u{9B}a", "\u{FFFD}a"),
    ])
    func `a name is a path below the archive whatever it says`(written: String, name: String) {
      #expect(MemberName(written).text == name)
      let folder = TemporaryFolder()
      folder.write(PackedFile.bytes(.tar, texts: [(name: written, text: Self.page)]), to: "a.tar")
      #expect(folder.read().ids == ["a.tar!/\(name)"])
    }

    @Test(arguments: [PackedFile.Format.zip, .tar])
    func `links and empty names are no members`(format: PackedFile.Format) {
      let folder = TemporaryFolder()
      let texts = [
        (name: "link->", text: ""), (name: "../..", text: Self.page), (name: "a.txt", text: Self.page),
      ]
      folder.write(PackedFile.bytes(format, texts: texts), to: "a")
      #expect(folder.read().ids == ["a!/a.txt"])
    }

    @Test func `an encrypted member is rejected by its name`() throws {
      let folder = TemporaryFolder()
      let texts = [(name: "a.txt", text: Self.page)]
      let path = folder.write(PackedFile.bytes(.encryptedZip, texts: texts), to: "a.zip")
      let read = folder.read()
      let rejection = try #require(read.rejections.first)
      #expect(rejection.path == "\(path)!/a.txt" && rejection.reason.contains("encrypted"))
      #expect(read.rejections.count == 1 && read.articles.isEmpty)
    }

    @Test(arguments: [PackedFile.Format.zip, .storedZip, .tar], [PackedFile.Filter.none, .gzip])
    func `of an archive that is cut off the members before are kept`(
      format: PackedFile.Format, filter: PackedFile.Filter
    ) {
      var random = SeededGenerator()
      let texts = (0..<5).map { number in
        let words = (0..<4_000).map { _ in
          String(UInt32.random(in: 0...UInt32.max, using: &random), radix: 36)
        }
        return (name: "\(number).txt", text: "Titre\n\n" + words.joined(separator: " "))
      }
      let whole = PackedFile.bytes(format, filter, texts: texts)
      let folder = TemporaryFolder()
      let path = folder.write(whole.prefix(whole.count * 7 / 10), to: "a")
      let read = folder.read()
      #expect(read.ids == ["a!/0.txt", "a!/1.txt", "a!/2.txt"], "seed \(random.seed)")
      #expect(read.rejections.map(\.path) == ["\(path)!/3.txt", path], "\(read.rejections)")
      #expect(read.rejections.last?.reason.contains("3.txt") == true)
    }

    @Test func `random damage ends nothing`() {
      var random = SeededGenerator()
      for format in [PackedFile.Format.zip, .tar] {
        for filter in [PackedFile.Filter.none, .gzip, .xz, .zstd, .bzip2] {
          let whole = PackedFile.bytes(format, filter, texts: Self.texts)
          for _ in 0..<12 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
              bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
              bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            }
            let folder = TemporaryFolder()
            folder.write(bytes, to: "a")
            let read = folder.read()
            let count = read.articles.count + read.rejections.count
            #expect(count < 20, "\(format) \(filter), seed \(random.seed)")
          }
        }
      }
    }
  }
#endif
