import TestSupport
import Testing

@testable import NewsArticles

@Suite struct JSONLinesReaderTests {
  /// What the readers make of a file of its own, news.jsonl.
  private func read(_ bytes: some Sequence<UInt8>) -> ReadFiles {
    let folder = TemporaryFolder()
    folder.write(bytes, to: "news.jsonl")
    return folder.read()
  }

  private func read(_ text: String) -> ReadFiles { read(Array(text.utf8)) }

  private static let all = #"""
    {"id":"afp-17","title":"Kim à Vostochny","lead":"Une visite.","text":"Il est venu.\n\nIl est parti.","date":"2023-09-13T11:05:00+02:00","section":"Monde","url":"https://exemple.fr/a?b=1","source":"AFP","author":"Hélène Marsac","language":"fr","tags":["x",{"y":null}],"words":1e400,"Title":"nein"}
    """#

  private static let records: [(line: String, article: Article)] = [
    (
      all,
      Article(
        id: "afp-17", title: "Kim à Vostochny", lead: "Une visite.", body: "Il est venu.\nIl est parti.",
        section: "Monde",
        date: ArticleDate("2023-09-13T11:05+02:00"), url: "https://exemple.fr/a?b=1", author: "Hélène Marsac",
        language: "fr",
        source: "AFP")
    ),
    (#"{"text":"a"}"#, Article(id: "news.jsonl:2", body: "a")),
    (#"  { "text" : "a" }  "#, Article(id: "news.jsonl:2", body: "a")),
    (#"{"body":"a"}"#, Article(id: "news.jsonl:2", body: "a")),
    (#"{"body":"a","text":"b"}"#, Article(id: "news.jsonl:2", body: "a")),
    (#"{"body":null,"text":"b"}"#, Article(id: "news.jsonl:2", body: "b")),
    (#"{"id":"","text":"a"}"#, Article(id: "news.jsonl:2", body: "a")),
    (#"{"id":" \n\t","text":"a"}"#, Article(id: "news.jsonl:2", body: "a")),
    // The lead within the text, and one that only begins alike.
    (
      #"{"id":"1","lead":"Le chapô.","text":"Le chapô.\nLe corps."}"#,
      Article(id: "1", lead: "Le chapô.", body: "Le corps.")
    ),
    (
      #"{"id":"1","lead":" Le\nchapô. ","text":"Le\r\n\r\nchapô.\n\nLe corps.\nFin."}"#,
      Article(id: "1", lead: "Le\nchapô.", body: "Le corps.\nFin.")
    ),
    (
      #"{"id":"1","lead":"Le chapô","text":"Le chapô. Le corps."}"#,
      Article(id: "1", lead: "Le chapô", body: "Le chapô. Le corps.")
    ),
    (
      #"{"id":"1","lead":"Le chapô.","body":"Le chapô.\nLe corps."}"#,
      Article(id: "1", lead: "Le chapô.", body: "Le chapô.\nLe corps.")
    ),
    (
      #"{"id":"1","lead":"Une visite.","text":"Une visite."}"#,
      Article(id: "1", lead: "Une visite.", body: "")
    ),
    (#"{"id":"1","body":"","text":"Il est venu."}"#, Article(id: "1", body: "Il est venu.")),
    (#"{"id":"1","body":"\u00a0","text":"a"}"#, Article(id: "1", body: "a")),
    (
      #"{"id":"1","lead":"Le chapô.","text":"Le corps."}"#,
      Article(id: "1", lead: "Le chapô.", body: "Le corps.")
    ),
    // Numbers and arrays for texts.
    (#"{"id":17,"text":"a"}"#, Article(id: "17", body: "a")),
    (#"{"id":9007199254740993,"text":"a"}"#, Article(id: "9007199254740993", body: "a")),
    (#"{"id":-1.5,"title":2023,"text":"a"}"#, Article(id: "-1.5", title: "2023", body: "a")),
    (
      #"{"id":"1","text":"a","author":["Hélène Marsac","Li Na"]}"#,
      Article(id: "1", body: "a", author: "Hélène Marsac, Li Na")
    ),
    (#"{"id":"1","text":"a","author":[]}"#, Article(id: "1", body: "a")),
    (#"{"id":12345678901234567890,"text":"a"}"#, Article(id: "12345678901234567890", body: "a")),
    // More digits than any number keeps: an id that was rounded is another's.
    (
      #"{"id":\#(String(repeating: "12345678", count: 6)),"text":"a"}"#,
      Article(id: String(repeating: "12345678", count: 6), body: "a")
    ),
    // Of two alike the first counts; a comma too many harms nothing.
    (#"{"id":"1","id":"2","text":"a","text":null}"#, Article(id: "1", body: "a")),
    (#"{"id":"1","text":"a","x":[1,],}"#, Article(id: "1", body: "a")),
    (#"{"id":1.50e+2,"text":"a"}"#, Article(id: "1.50e+2", body: "a")),
    (#"{"id":"1","text":["Un.","Deux."]}"#, Article(id: "1", body: "Un.\nDeux.")),
    (#"{"id":"1","lead":["Un.","Deux."],"text":"a"}"#, Article(id: "1", lead: "Un.\nDeux.", body: "a")),
    (
      #"{"id":"1","author":[{"name":"Li Na"},"Kim"],"text":"a"}"#,
      Article(id: "1", body: "a", author: "Li Na, Kim")
    ),
    (
      #"{"id":"1","author":{"name":"Li Na","id":7},"text":"a"}"#, Article(id: "1", body: "a", author: "Li Na")
    ),
    // What is of another kind is left out.
    (
      #"{"id":true,"title":{"a":1},"section":true,"url":[false],"author":[{"id":1}],"text":"a"}"#,
      Article(id: "news.jsonl:2", body: "a")
    ),
    (#"{"id":"1","body":{"a":1},"text":"a"}"#, Article(id: "1", body: "a")),
    (#"{"id":"1","title":"\u00a0","section":"\u200b","text":"a"}"#, Article(id: "1", body: "a")),
    // Null and empty.
    (
      #"{"id":"1","text":"a","title":null,"lead":null,"date":null,"section":null,"url":null,"source":null,"author":null,"language":null}"#,
      Article(id: "1", body: "a")
    ),
    (
      #"{"id":null,"text":"a","section":"","url":" ","author":"\t","source":"\n"}"#,
      Article(id: "news.jsonl:2", body: "a")
    ),
    // Control characters and line ends within strings.
    (
      #"{"id":"\u0000a\nb","title":"\ta\u0000\u001f\u007fb\r\nc","text":"\u0000a\u0007\u0085\u0000b\u2028c\u0000"}"#,
      Article(id: "a b", title: "ab c", body: "a\nb\nc")
    ),
    (
      #"{"id":"1","section":"a\nb","author":"c\u0000","text":"a\u001b[31mb"}"#,
      Article(id: "1", body: "a[31mb", section: "a b", author: "c")
    ),
    // Escapes.
    (#"{"id":"1","text":"\u00e9t\u00e9 \ud83d\ude80 \"\/\\\""}"#, Article(id: "1", body: "été 🚀 \"/\\\"")),
    (#"{"te\u0078t":"a","\u0069d":"1"}"#, Article(id: "1", body: "a")),
  ]

  @Test(arguments: records)
  func `a record is an article`(line: String, article: Article) throws {
    let read = read("{\"id\":\"first\",\"text\":\"a\"}\n\(line)\n{\"id\":\"last\",\"text\":\"a\"}\n")
    #expect(read.rejections.isEmpty)
    try #require(read.articles.count == 3)
    #expect(read.articles[1].article == article)
    #expect(read.articles.map(\.line) == [1, 2, 3])
    #expect(read.articles.allSatisfy { $0.path.hasSuffix("/news.jsonl") && !$0.isRepaired })
  }

  @Test(arguments: [
    (#""2023-09-13""#, "2023-09-13"), (#""mercredi 13 septembre 2023 à 11 h 05""#, "2023-09-13T11:05"),
    (#""Wed, 13 Sep 2023 11:05:00 +0200""#, "2023-09-13T11:05+02:00"), (#""2023""#, "2023"),
    ("1694596800", "2023-09-13T09:20Z"), ("1694596800000", "2023-09-13T09:20Z"),
    ("1694596800.75", "2023-09-13T09:20Z"),
    ("1694596800123", "2023-09-13T09:20Z"), ("-1000000000000", "1938-04-24T22:13Z"),
    ("0", "1970-01-01T00:00Z"), ("-86400", "1969-12-31T00:00Z"),
    // An article is worth more than its date.
    (#""hier""#, nil), (#""""#, nil), (#""2023-02-30""#, nil), ("true", nil), ("null", nil), ("[2023]", nil),
    (#"{"$date":"2023-09-13"}"#, nil), ("1e300", nil), ("-1e300", nil), ("1e400", nil),
  ])
  func `a date is a text, or seconds or milliseconds since 1970`(date: String, expected: String?) throws {
    let read = read("{\"id\":\"1\",\"date\":\(date),\"text\":\"a\"}")
    #expect(read.rejections.isEmpty)
    #expect(try #require(read.articles.first).article.date?.description == expected)
    #expect(read.ids == ["1"])
  }

  private static let bad: [(line: String, word: String)] = [
    (#"{"id":"1","title":"Un titre"}"#, "text"), (#"{"text":""}"#, "text"),
    (#"{"text":" \n\u0000"}"#, "text"),
    (#"{"text":null,"body":null}"#, "text"), ("{}", "text"), (#"{"Text":"a"}"#, "text"),
    (#"{"text":{"a":1}}"#, "\"text\""), (#"{"text":"\u00a0"}"#, "\"text\""),
    (#"{"text":[true]}"#, "\"text\""),
    ("[1,2]", "object"), (#""a""#, "object"), ("null", "object"), ("17", "object"), ("true", "object"),
    (#"{"text":"a""#, "cut off"), (#"{"text":"a"#, "JSON"), (#"{"text":"a\"}"#, "JSON"),
    ("{'text':'a'}", "JSON"),
    (#"{"text":"a"}}"#, "JSON"), (#"{"text":"a"} {"text":"b"}"#, "JSON"), (#"{"text":"\q"}"#, "JSON"),
    ("{", "JSON"),
    ("un texte", "JSON"), ("{\"text\":\"a\u{1}b\"}", "JSON"), ("\u{0}", "JSON"), ("<p>a</p>", "JSON"),
    (#"{"text":"a","x":01}"#, "JSON"), (#"{"text":"a","x":-}"#, "JSON"), (#"{"text":"a","x":1.}"#, "JSON"),
    (#"{"text":"a","x":nul}"#, "JSON"), (#"{"text":"a","x":NaN}"#, "JSON"), (#"{"text" "a"}"#, "JSON"),
    (#"{"text":"\u12"}"#, "JSON"), (#"{"text":"a\"#, "JSON"), ("{\"text\":\"a\"}\u{0}", "JSON"),
    ("{text:1}", "JSON"),
    (#"{"text":"a","x":"# + String(repeating: "[", count: 100_000), "within"),
    (#"{"text":"a","x":"# + String(repeating: "{\"a\":", count: 100_000), "within"),
  ]

  @Test(arguments: bad)
  func `a bad record is rejected, and the next one is read`(line: String, word: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "{\"id\":\"1\",\"text\":\"a\"}\n\n\(line)\n{\"id\":\"4\",\"text\":\"a\"}\n", to: "a/news.jsonl")
    let read = folder.read()
    #expect(read.ids == ["1", "4"])
    #expect(read.articles.map(\.line) == [1, 4])
    let rejection = try #require(read.rejections.first)
    #expect(read.rejections.count == 1)
    #expect(rejection.path == path && rejection.line == 3)
    #expect(rejection.reason.contains(word), "\(rejection.reason)")
    #expect(rejection.description == "\(path):3: \(rejection.reason)")
    #expect(rejection.reason.utf8.count < 400 && PlainText.line(rejection.reason) == rejection.reason)
  }

  @Test func `each line is an article, a rejection or blank, in its order`() {
    var random = SeededGenerator()
    for _ in 0..<50 {
      var (text, good, rejected) = ("{\"id\":\"1\",\"text\":\"a\"}\n", [1], [Int]())
      for number in 2...Int.random(in: 2...40, using: &random) {
        switch Int.random(in: 0...3, using: &random) {
        case 0: text += ["", " ", "\t \r"].randomElement(using: &random) ?? ""
        case 1:
          text += Self.bad[Int.random(in: 0..<Self.bad.count - 1, using: &random)].line
          rejected.append(number)
        default:
          text +=
            "{\"id\":\"\(number)\",\"text\":\"\(String(repeating: "é", count: .random(in: 1...9_000, using: &random)))\"}"
          good.append(number)
        }
        text += Bool.random(using: &random) ? "\n" : "\r\n"
      }
      let read = read(text)
      #expect(read.ids == good.map(String.init), "seed \(random.seed)")
      #expect(read.articles.map(\.line) == good, "seed \(random.seed)")
      #expect(read.rejections.map(\.line) == rejected, "seed \(random.seed)")
    }
  }

  @Test(arguments: ["", "\n", "\r\n", "\n\n \n", " "])
  func `lines may end in any way, and the last one not at all`(end: String) {
    let one = #"{"id":"1","text":"a"}"#
    let two = #"{"id":"2","text":"b"}"#
    #expect(read("\(one)\n\(two)\(end)").ids == ["1", "2"])
    #expect(read("\(one)\r\n\(two)\(end)").ids == ["1", "2"])
    #expect(read("\u{FEFF}\(one)\n\n\(two)\(end)").ids == ["1", "2"])
    #expect(read("\n \r\n\(one)\n\(two)\(end)").articles.map(\.line) == [3, 4])
    // The second mark is what joining two files leaves.
    #expect(read("\u{FEFF}\(one)\n\u{FEFF}\(two)\(end)").ids == ["1", "2"])
    #expect(read("\u{FEFF}\(one)\n\(two)\(end)").rejections.isEmpty)
  }

  @Test func `a line of Windows-1252 is read, a damaged one repaired and told`() {
    func line(_ text: [UInt8]) -> [UInt8] { Array(#"{"text":""#.utf8) + text + Array("\"}\n".utf8) }
    let read = read(
      line(Array("L’été".utf8)) + line([0x4C, 0x92, 0xE9, 0x74, 0xE9]) + line(Array("été".utf8) + [0xFF])
        + line(Array("fin".utf8)))
    #expect(read.articles.map(\.article.body) == ["L’été", "L’été", "été\u{FFFD}", "fin"])
    #expect(read.articles.map(\.isRepaired) == [false, false, true, false])
    #expect(read.rejections.isEmpty)
  }

  @Test(arguments: [
    (#"a\ud83d b"#, "a\u{FFFD} b"), (#"\uDE80"#, "\u{FFFD}"), (#"\ud83d\ud83d\ude80"#, "\u{FFFD}🚀"),
    (#"\\\ud83d"#, "\\\u{FFFD}"), (#"\ud83d\n\\ud83d"#, "\u{FFFD}\n\\ud83d"),
    (#"\ud83d\ude80\ude80"#, "🚀\u{FFFD}"),
  ])
  func `half a pair of surrogates is repaired and told`(escapes: String, text: String) throws {
    let read = read("{\"text\":\"a\"}\n{\"title\":\"é\",\"text\":\"\(escapes)\"}")
    #expect(read.rejections.isEmpty && read.articles.map(\.isRepaired) == [false, true])
    #expect(read.articles.last?.article.body == text && read.articles.last?.article.title == "é")
  }

  @Test(
    arguments: [[0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80], [0xFE]]
      as [[UInt8]])
  func `damage anywhere in a line is repaired`(damage: [UInt8]) throws {
    // The é says that this is UTF-8.
    let whole = #"{"id":"é%","title":"é%","text":"é%","x":"%"}"#
    let parts = whole.utf8.split(separator: UInt8(ascii: "%")).map(Array.init)
    let read = read(Array(parts.joined(separator: damage)) + [0x0A])
    let article = try #require(read.articles.first)
    #expect(read.rejections.isEmpty && article.isRepaired)
    for text in [article.article.id, article.article.title, article.article.body] {
      #expect(text.hasPrefix("é\u{FFFD}") && Set(text) == ["é", "\u{FFFD}"])
    }
  }

  @Test func `a long line is read whole`() throws {
    let text = String(repeating: "Une phrase de plus. ", count: 100_000)
    let read = read("{\"id\":\"1\",\"text\":\"\(text)\"}\n{\"id\":\"2\",\"text\":\"a\"}")
    #expect(read.ids == ["1", "2"])
    #expect(read.articles.first?.article.body.utf8.count == text.utf8.count - 1)
  }

  @Test func `a line over the limit is rejected, and the next one is read`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"", to: "news.jsonl")
    folder.append("a", count: LineReader.maximum + (1 << 20), to: "news.jsonl")
    folder.append("\"}\n{\"id\":\"3\",\"text\":\"a\"}\n", count: 1, to: "news.jsonl")
    let read = folder.read()
    #expect(read.ids == ["1", "3"])
    #expect(read.articles.map(\.line) == [1, 3])
    let rejection = try #require(read.rejections.first)
    #expect(read.rejections.count == 1)
    #expect(rejection.path == path && rejection.line == 2 && rejection.reason.contains("32 MB"))
  }
}
