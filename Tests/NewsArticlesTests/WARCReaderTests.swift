#if Archives && XML
  import TestSupport
  import Testing

  @testable import NewsArticles

  @Suite struct WARCReaderTests {
    private static let sentence =
      "Le nouveau quai du port accueille ses premiers navires depuis lundi matin. "

    /// A page that is an article for anybody.
    private static func page(_ title: String, charset: String = "utf-8") -> String {
      let paragraphs = (1...5).map { "<p>\(String(repeating: sentence, count: 3)) Été \($0).</p>" }.joined()
      return
        "<html><head><title>\(title)</title></head><body><article><h1>\(title)</h1>\(paragraphs)</article></body></html>"
    }

    private static func record(
      _ type: String, _ block: [UInt8], contentType: String = "application/http; msgtype=response",
      uri: String = "https://exemple.fr/a", length: Int? = nil
    ) -> [UInt8] {
      let header = """
        WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nWARC-Date: 2023-09-13T11:05:00Z\r
        Content-Type: \(contentType)\r\nContent-Length: \(length ?? block.count)\r\n\r\n
        """
      return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
    }

    private static func response(
      _ body: [UInt8], status: String = "200 OK", type: String = "text/html; charset=UTF-8",
      _ fields: String...
    ) -> [UInt8] {
      let lines = ["HTTP/1.1 \(status)", "Content-Type: \(type)"] + fields
      return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    private static func response(_ title: String) -> [UInt8] { response(Array(page(title).utf8)) }

    private func read(_ bytes: [UInt8]) -> (read: ReadFiles, skipped: Int) {
      let folder = TemporaryFolder()
      let path = folder.write(bytes, to: "a.warc")
      var iterator = ArticleFiles([path]).makeIterator()
      while iterator.next() != nil {}
      return (folder.read(), iterator.skippedRecords)
    }

    private static let mixed =
      record("warcinfo", Array("software: x\r\n".utf8), contentType: "application/warc-fields")
      + record(
        "request", Array("GET / HTTP/1.1\r\n\r\n".utf8), contentType: "application/http; msgtype=request")
      + record("response", response("Le port s’agrandit"), uri: "<https://exemple.fr/port>")
      + record("response", response(Array("x".utf8), type: "image/png"))
      + record("response", response(Array(page("Rien").utf8), status: "404 Not Found"))
      + record("response", response("Le second quai"), uri: "https://exemple.fr/quai")
      + record("metadata", Array("a: b".utf8), contentType: "application/warc-fields")

    @Test func `pages are articles, other records are passed over and counted`() throws {
      let (read, skipped) = read(Self.mixed)
      #expect(read.rejections.isEmpty)
      #expect(read.ids == ["a.warc:3", "a.warc:6"])
      #expect(read.articles.map(\.record) == [3, 6])
      #expect(skipped == 5)
      let article = try #require(read.articles.first).article
      #expect(article.title == "Le port s’agrandit" && article.url == "https://exemple.fr/port")
      #expect(article.date?.description == "2023-09-13T11:05Z" && article.format == .html)
      #expect(article.text.contains("Été 5."))
    }

    @Test func `each record compressed for itself is what web archives have`() {
      let records = ["Un", "Deux", "Trois"].map { Self.record("response", Self.response("Le titre \($0)")) }
      let packed = records.flatMap { PackedFile.bytes(.raw, .gzip, members: [(name: "a", content: $0)]) }
      let read = read(packed).read
      #expect(read.articles.map(\.article.title) == ["Le titre Un", "Le titre Deux", "Le titre Trois"])
      #expect(read.rejections.isEmpty)
    }

    @Test func `bodies are decoded as their headers say, or taken as they are`() {
      let body = Array(Self.page("Le port").utf8)
      let gzip = PackedFile.bytes(.raw, .gzip, members: [(name: "a", content: body)])
      // What gzip wraps, without its header of ten bytes and its trailer of eight.
      let deflate = Array(gzip[10..<gzip.count - 8])
      func chunked(_ body: [UInt8]) -> [UInt8] {
        let parts = stride(from: 0, to: body.count, by: 700).map { body[$0..<min($0 + 700, body.count)] }
        return parts.flatMap {
          Array("\(String($0.count, radix: 16));x=y\r\n".utf8) + $0 + Array("\r\n".utf8)
        }
          + Array("0\r\n\r\n".utf8)
      }
      let latin = Array(Self.page("Le port").unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F })
      let responses = [
        Self.response(gzip, "Content-Encoding: gzip"), Self.response(deflate, "content-encoding: deflate"),
        Self.response(chunked(body), "Transfer-Encoding: chunked"),
        Self.response(chunked(gzip), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        // Decoded by the crawler, which left the fields.
        Self.response(body, "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
        Self.response(body, "Content-Encoding: br"),
        Self.response(latin, type: "text/html;charset=\"ISO-8859-1\""),
      ]
      let read = read(responses.flatMap { Self.record("response", $0) }).read
      #expect(read.rejections.isEmpty, "\(read.rejections)")
      #expect(read.articles.map(\.article.title) == responses.map { _ in "Le port" })
      #expect(read.articles.allSatisfy { $0.article.text.contains("Été 5.") })
    }

    @Test func `what is coded otherwise, or is no article, is rejected by its record`() {
      let bytes =
        Self.record("response", Self.response([1, 2, 3, 4], "Content-Encoding: br"))
        + Self.record(
          "response", Self.response(Array("<html><body>Bonjour".utf8)), uri: "https://exemple.fr/vide")
        + Self.record("response", Self.response([0x1F, 0x8B, 8, 0, 1], "Content-Encoding: gzip"))
        + Self.record("response", Self.response("Le port"))
      let read = read(bytes).read
      #expect(read.ids == ["a.warc:4"])
      #expect(read.rejections.map(\.record) == [1, 2, 3])
      for (rejection, word) in zip(read.rejections, ["br", "https://exemple.fr/vide", "cut off"]) {
        #expect(rejection.reason.contains(word), "\(rejection.reason)")
      }
    }

    @Test func `a record that is cut off is rejected with its place, and those before are kept`() throws {
      let first = Self.record("response", Self.response("Le port"))
      let second = Self.record("response", Self.response("Le quai"))
      for count in [5, 40, 300, second.count - 5] {
        let read = read(first + second.prefix(count)).read
        #expect(read.ids == ["a.warc:1"])
        let rejection = try #require(read.rejections.first)
        #expect(read.rejections.count == 1 && rejection.record == 2)
        #expect(
          rejection.reason.hasPrefix("the record at byte \(first.count): cut off"), "\(rejection.reason)")
      }
    }

    @Test func `behind damage reading goes on at the next record`() {
      let good = Self.record("response", Self.response("Le port"))
      let short = Self.record("response", [], length: 5)
      let read = read(good + Array("désordre\r\n".utf8) + good + short + good + good).read
      #expect(read.articles.map(\.record) == [1, 3, 6])
      #expect(read.rejections.map(\.record) == [2, 5])
    }

    /// A record that is damaged where it is compressed, and what the reader says.
    private func readPacked(
      _ damage: (inout [UInt8]) -> Void
    ) -> (read: ReadFiles, offset: Int) {
      let records = (1...5).map { Self.record("response", Self.response("Le titre \($0)")) }
      var packed = records.map { PackedFile.bytes(.raw, .gzip, members: [(name: "a", content: $0)]) }
      damage(&packed[2])
      return (read(packed.flatMap { $0 }).read, records[0].count * 2)
    }

    @Test func `a record that cannot be unpacked is rejected, and those behind it are read`() throws {
      let damages: [(String, (inout [UInt8]) -> Void)] = [
        ("no header", { $0[0] = 0 }), ("no deflate", { $0[2] = 7 }),
        ("a first block of no kind", { $0[10] = 0xFF }),
        ("noise", { for place in 40..<80 { $0[place] = 0xA5 } }),
        ("cut off", { $0.removeLast($0.count / 2) }), ("no trailer", { $0.removeLast(8) }),
        ("only a header", { $0.removeLast($0.count - 12) }),
        ("bytes missing", { $0.removeSubrange(50..<60) }),
        ("another check sum", { $0[$0.count - 6] ^= 1 }), ("another length", { $0[$0.count - 1] ^= 1 }),
      ]
      for (name, damage) in damages {
        let (read, offset) = readPacked(damage)
        #expect(read.articles.map(\.record) == [1, 2, 4, 5], "\(name)")
        #expect(read.articles.map(\.article.title) == [1, 2, 4, 5].map { "Le titre \($0)" }, "\(name)")
        #expect(read.rejections.map(\.record) == [3], "\(name)")
        let reason = read.rejections.first?.reason ?? ""
        #expect(
          reason.hasPrefix("the record at byte \(offset): the compressed data are "), "\(name): \(reason)")
      }
    }

    @Test func `random damage to a compressed record costs no other`() {
      var random = SeededGenerator()
      for _ in 0..<100 {
        let (read, _) = readPacked { bytes in
          let start = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0...2, using: &random) {
          case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
          case 1:
            bytes.removeSubrange(start..<min(start + Int.random(in: 1...40, using: &random), bytes.count))
          default:
            for place in start..<min(start + Int.random(in: 1...300, using: &random), bytes.count) {
              bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
          }
        }
        let others = read.articles.map(\.article.title).filter { $0 != "Le titre 3" }
        #expect(others == [1, 2, 4, 5].map { "Le titre \($0)" }, "seed \(random.seed)")
        #expect(read.rejections.count == 5 - read.articles.count, "seed \(random.seed)")
      }
    }

    @Test func `a first record that breaks off is rejected, and a bomb is not gone on behind`() {
      let records = ["Un", "Deux"].map { Self.record("response", Self.response("Le titre \($0)")) }
      var packed = records.map { PackedFile.bytes(.raw, .gzip, members: [(name: "a", content: $0)]) }
      packed[0].removeLast(packed[0].count / 2)
      var read = read(packed[0] + packed[1]).read
      #expect(read.articles.map(\.article.title) == ["Le titre Deux"])
      #expect(read.rejections.map(\.record) == [1])
      let letters = [UInt8](repeating: 0x61, count: 80 << 20)
      let bomb = Self.record("metadata", letters, contentType: "text/plain")
      packed[0] = PackedFile.bytes(.raw, .gzip, members: [(name: "a", content: bomb)])
      read = self.read(packed[0] + packed[1]).read
      #expect(read.articles.isEmpty)
      #expect(read.rejections.count == 1 && read.rejections[0].reason.contains("bomb"))
    }

    @Test func `random damage ends nothing`() {
      var random = SeededGenerator()
      for _ in 0..<60 {
        var bytes = Self.mixed
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          bytes[Int.random(in: 5..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let read = read(bytes).read
        #expect(read.articles.count + read.rejections.count < 30, "seed \(random.seed)")
      }
    }
  }
#endif
