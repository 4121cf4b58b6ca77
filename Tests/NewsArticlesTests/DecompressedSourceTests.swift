#if Archives
  import TestSupport
  import Testing

  @testable import NewsArticles

  @Suite struct DecompressedSourceTests {
    private static let filters = [PackedFile.Filter.gzip, .xz, .zstd, .bzip2]
    private static let lines = (1...2_000).map { "{\"id\":\"\($0)\",\"text\":\"Un texte, le \($0).\"}\n" }

    @Test(arguments: filters)
    func `a compressed file is read as what it holds, whatever its name`(filter: PackedFile.Filter) {
      let folder = TemporaryFolder()
      folder.write(PackedFile.bytes(filter, Self.lines.joined()), to: "news.txt")
      folder.write(PackedFile.bytes(filter, "Un titre\n\nUn corps.\n"), to: "page")
      folder.write(PackedFile.bytes(filter, ""), to: "zero")
      let read = folder.read()
      #expect(read.articles.count == 2_001 && read.articles.last?.article.id == "page")
      #expect(read.articles.first?.article.body == "Un texte, le 1.")
      #expect(read.articles.first?.path == folder.file("news.txt"))
      #expect(read.rejections.map(\.path) == [folder.file("zero")])
    }

    @Test(arguments: filters)
    func `several streams one behind the other are one file`(filter: PackedFile.Filter) {
      let folder = TemporaryFolder()
      folder.write(Self.lines.prefix(5).flatMap { PackedFile.bytes(filter, $0) }, to: "news")
      let read = folder.read()
      #expect(read.ids == ["1", "2", "3", "4", "5"])
      #expect(read.rejections.isEmpty)
    }

    @Test(arguments: filters)
    func `layers of compression are taken off`(filter: PackedFile.Filter) {
      let folder = TemporaryFolder()
      let inner = PackedFile.bytes(filter, Self.lines[0])
      folder.write(PackedFile.bytes(.raw, .gzip, members: [(name: "a", content: inner)]), to: "news")
      #expect(folder.read().ids == ["1"])
    }

    @Test func `of gzip that is cut off all that is there is read`() {
      let folder = TemporaryFolder()
      let whole = PackedFile.bytes(.gzip, Self.lines.joined())
      let path = folder.write(whole.dropLast(8), to: "news")
      var read = folder.read()
      #expect(read.articles.count == 2_000)
      let end = "\(path):2000: reading stopped here: the compressed data are cut off"
      #expect(read.rejections.map(\.description) == [end])
      folder.write(whole.dropLast(whole.count / 3), to: "news")
      read = folder.read()
      #expect(read.articles.count > 1_000)
      #expect(read.rejections.count == 1)
    }

    // A block of bzip2 is larger than this text.
    @Test(arguments: [PackedFile.Filter.gzip, .xz, .zstd])
    func `damage is told, and what came before is read`(filter: PackedFile.Filter) {
      var random = SeededGenerator()
      let texts = (0..<20_000).map { number in
        "{\"id\":\"\(number)\",\"text\":\"\(String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 36))\"}\n"
      }
      let folder = TemporaryFolder()
      let whole = PackedFile.bytes(filter, texts.joined())
      folder.write(whole.prefix(whole.count * 9 / 10), to: "news")
      let read = folder.read()
      #expect(read.articles.count > 5_000, "seed \(random.seed)")
      #expect(read.rejections.count == 1)
      // A line that is cut is not taken for a whole one.
      #expect(read.ids == (0..<read.articles.count).map(String.init))
    }

    @Test(arguments: [PackedFile.Filter.gzip, .zstd])
    func `a bomb is stopped`(filter: PackedFile.Filter) throws {
      let folder = TemporaryFolder()
      let letters = [UInt8](repeating: 0x61, count: 128 << 20)
      let bomb = [(name: "a", content: Array("{\"id\":\"1\",\"text\":\"b\"}\n{\"text\":\"".utf8) + letters)]
      let path = folder.write(PackedFile.bytes(.raw, filter, members: bomb), to: "bomb")
      let read = folder.read()
      #expect(read.ids == ["1"])
      #expect(read.rejections.count == 1)
      let rejection = try #require(read.rejections.first)
      #expect(rejection.path == path && rejection.reason.contains("bomb"))
    }

    @Test func `zeros behind gzip are padding, other bytes are told`() {
      let folder = TemporaryFolder()
      let good = PackedFile.bytes(.gzip, Self.lines[0])
      folder.write(good + [UInt8](repeating: 0, count: 500), to: "news")
      var read = folder.read()
      #expect(read.ids == ["1"] && read.rejections.isEmpty)
      folder.write(good + Array("etc.".utf8), to: "news")
      read = folder.read()
      #expect(read.ids == ["1"] && read.rejections.count == 1)
    }
  }
#endif
