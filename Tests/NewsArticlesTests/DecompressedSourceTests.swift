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

    @Test(arguments: filters)
    func `what was whole before the cut is read, however little it is`(filter: PackedFile.Filter) {
      let folder = TemporaryFolder()
      let whole = PackedFile.bytes(filter, Self.lines.prefix(20).joined())
      let cut = PackedFile.bytes(filter, Self.lines.dropFirst(20).joined()).prefix(60)
      let path = folder.write(whole + cut, to: "news")
      let read = folder.read()
      // What is cut may hold some lines more.
      #expect(read.articles.count >= 20)
      #expect(read.ids == (1...max(read.articles.count, 1)).map(String.init))
      let end = "\(path):\(read.articles.count): reading stopped here: the compressed data are cut off"
      #expect(read.rejections.map(\.description) == [end])
    }

    /// As much of a text comes out as there is of a file, but for blocks: those of Zstandard hold 128 KB.
    @Test(
      arguments: [(PackedFile.Filter.gzip, 40_000), (.xz, 16_000), (.zstd, 140_000)], [3, 5, 7, 9])
    func `of data that are cut off all is read that can be unpacked`(
      _ compression: (filter: PackedFile.Filter, atMostLost: Int), tenths: Int
    ) {
      var random = SeededGenerator()
      let lines = randomLines(&random)
      let folder = TemporaryFolder()
      let whole = PackedFile.bytes(compression.filter, lines.joined())
      let path = folder.write(whole.prefix(whole.count * tenths / 10), to: "news")
      let read = folder.read()
      let unpacked = lines.prefix(read.articles.count).reduce(0) { $0 + $1.utf8.count }
      let all = lines.reduce(0) { $0 + $1.utf8.count }
      #expect(unpacked > all * tenths / 10 - compression.atMostLost, "seed \(random.seed)")
      // A line that is cut is not taken for a whole one.
      #expect(read.ids == lines.indices.prefix(read.articles.count).map(String.init))
      let end = "\(path):\(read.articles.count): reading stopped here: the compressed data are cut off"
      #expect(read.rejections.map(\.description) == [end])
    }

    @Test(arguments: filters)
    func `a file without its end is cut off, all articles are there`(filter: PackedFile.Filter) {
      let folder = TemporaryFolder()
      // Behind the last block stand sums, or nothing but that it was the last one.
      let whole = PackedFile.bytes(filter, Self.lines.joined())
      folder.write(whole.dropLast(filter == .zstd ? 1 : 8), to: "news")
      let read = folder.read()
      #expect(read.articles.count == (filter == .zstd ? 0 : 2_000))
      #expect(read.rejections.count == 1)
      #expect(read.rejections.first?.reason.hasSuffix("the compressed data are cut off") == true)
    }

    // A block of bzip2 is larger than this text.
    @Test(arguments: [PackedFile.Filter.gzip, .xz, .zstd])
    func `damage is told, and what came before is read`(filter: PackedFile.Filter) throws {
      var random = SeededGenerator()
      let lines = randomLines(&random)
      let folder = TemporaryFolder()
      var packed = PackedFile.bytes(filter, lines.joined())
      let place = packed.count * 9 / 10
      // Zstandard, without sums, may take a little damage within a block for other letters.
      let end = filter == .zstd ? packed.count : place + 400
      for index in place..<end { packed[index] = UInt8.random(in: 0...255, using: &random) }
      folder.write(packed, to: "news")
      let read = folder.read()
      #expect(read.articles.count > 14_000, "seed \(random.seed)")
      let last = try #require(read.rejections.last, "seed \(random.seed)")
      #expect(filter == .zstd || last.reason.contains("damaged"), "seed \(random.seed)")
    }

    private func randomLines(_ random: inout SeededGenerator) -> [String] {
      (0..<20_000).map { number in
        let word = String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 36)
        return "{\"id\":\"\(number)\",\"text\":\"\(word)\"}\n"
      }
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
