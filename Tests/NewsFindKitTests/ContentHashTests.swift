import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct ContentHashTests {
  private static var whole: Article {
    var article = Article("i", "t", lead: "l", "b", section: "s")
    article.date = ArticleDate("2023-09-13")
    article.url = "u"
    article.author = "a"
    article.language = "f"
    article.source = "q"
    return article
  }

  /// The field that is changed, and how.
  private static let changes: [(String, @Sendable (inout Article) -> Void)] = [
    ("title", { $0.title = "T" }), ("no title", { $0.title = "" }),
    ("lead", { $0.lead = "L" }),
    ("no lead", { $0.lead = "" }), ("body", { $0.body = "B" }), ("body + NUL", { $0.body = "b\u{0}" }),
    ("section", { $0.section = "S" }), ("no section", { $0.section = nil }),
    ("empty section", { $0.section = "" }),
    ("date", { $0.date = ArticleDate("2023-09-14") }), ("no date", { $0.date = nil }),
    ("less of the date", { $0.date = ArticleDate("2023-09") }), ("url", { $0.url = "U" }),
    ("no url", { $0.url = nil }),
    ("author", { $0.author = "A" }), ("no author", { $0.author = nil }), ("language", { $0.language = "F" }),
    ("no language", { $0.language = nil }), ("source", { $0.source = "Q" }),
    ("no source", { $0.source = nil }),
    ("empty source", { $0.source = "" }), ("format", { $0.format = .webExport }),
    ("accents", { $0.body = "b\u{301}" }),
  ]

  @Test func `the id does not count`() {
    var article = Self.whole
    article.id = "I"
    #expect(ContentHash.of(article) == ContentHash.of(Self.whole))
  }

  @Test func `every field counts, and what it lacks`() {
    var seen: [[UInt8]: String] = [ContentHash.of(Self.whole): "as it was"]
    for (name, change) in Self.changes {
      var article = Self.whole
      change(&article)
      let hash = ContentHash.of(article)
      #expect(hash.count == 16)
      #expect(seen[hash] == nil, "\(name) is \(seen[hash] ?? "")")
      seen[hash] = name
    }
  }

  @Test func `the same fields give the same hash, whatever the strings are made of`() {
    let one = Article("a", "un é", lead: "", "deux trois quatre cinq")
    let other = Article(
      "a", ["u", "n ", String(decoding: [0xC3, 0xA9], as: UTF8.self)].joined(), lead: String("x".dropFirst()),
      String("deux trois quatre cinq six".dropLast(4)))
    #expect(ContentHash.of(one) == ContentHash.of(other))
    #expect(ContentHash.of(Article("a", "un e\u{301}", lead: "", one.body)) != ContentHash.of(one))
  }

  @Test func `fields are kept apart`() {
    var random = SeededGenerator()
    var seen: [[UInt8]: [String]] = [:]
    for _ in 0..<20_000 {
      // Few letters: the same bytes are cut into fields in every way.
      let fields = (0..<3).map { _ in
        String(
          repeating: "ab\u{0}".randomElement(using: &random).map(String.init) ?? "",
          count: Int.random(in: 0...9, using: &random))
      }
      let hash = ContentHash.of(Article("a", fields[0], lead: fields[1], fields[2]))
      #expect(seen[hash] == nil || seen[hash] == fields, "seed \(random.seed)")
      seen[hash] = fields
    }
  }

  @Test func `each byte counts, at any place`() {
    let text = String(repeating: "x", count: 67)
    var hashes = Set([ContentHash.of(Article("a", "", text))])
    for place in 0..<67 {
      var bytes = Array(text.utf8)
      bytes[place] ^= 1
      hashes.insert(ContentHash.of(Article("a", "", String(decoding: bytes, as: UTF8.self))))
    }
    for count in 0..<67 { hashes.insert(ContentHash.of(Article("a", "", String(text.prefix(count))))) }
    #expect(hashes.count == 1 + 67 + 67)
  }

  @Test func `the hash is the one that indexes hold`() {
    // A change of the function would take every article of every index for changed.
    let hash = ContentHash.of(Self.whole).map { String($0, radix: 16) }.joined(separator: " ")
    #expect(hash == "1b cd d1 7b b9 7a 71 43 fa 56 70 fa a4 f0 1b e8")
  }
}
