import TestSupport
import Testing

@testable import NewsArticles

@Suite(.enabled(if: MarkupSupport.isThere)) struct NewsXMLReaderTests {
  private let folder = TemporaryFolder()

  private func read(_ bytes: some Sequence<UInt8>, as name: String = "a.xml") -> ReadFiles {
    ReadFiles([folder.write(bytes, to: name)])
  }

  private func read(_ text: String) -> ReadFiles { read(text.utf8) }

  @Test func `RSS gives an article an item`() throws {
    let read = read(FeedSamples.rss)
    #expect(read.rejections.isEmpty)
    #expect(read.articles.map(\.line) == [9, 22, 24])
    try #require(read.articles.count == 3)
    let first = read.articles[0].article
    #expect(first.id == "relais-12")
    #expect(first.title == "L’écluse rouvre : « enfin » & pour de bon")
    #expect(first.lead == "Les mariniers passent de nouveau, après deux ans d’attente.")
    #expect(
      first.body
        == "La vanne aval a été remplacée au printemps.\nUne péniche de blé a ouvert la marche\ndevant les riverains."
    )
    #expect(first.date == ArticleDate("2023-09-13T11:05+02:00"))
    #expect(first.section == "Régions")
    #expect(first.url == "https://exemple.fr/ecluse")
    #expect(first.author == "Hélène Marsac")
    #expect(first.language == "fr")
    #expect(first.source == "Le Relais")
    #expect(first.format == .rss)
    let second = read.articles[1].article
    #expect(second.id == "https://exemple.fr/budget")
    #expect(second.title == "R&D : le budget monte")
    #expect(second.text == "Il atteint 12 millions, a dit la région.")
    #expect(second.author == "Paul Ancelin")
    #expect(read.articles[2].article.id.hasSuffix("a.xml:24"))
  }

  @Test func `Atom gives an article an entry`() throws {
    let read = read(FeedSamples.atom)
    #expect(read.rejections.isEmpty)
    try #require(read.articles.count == 2)
    let first = read.articles[0].article
    #expect(first.id == "urn:relais:7")
    #expect(first.title == "Le bac repart")
    #expect(first.text == "Le bac a repris son service.\nPremier départ à l’aube.\nRetour à midi.")
    #expect(first.date == ArticleDate("2023-09-13T08:00Z"))
    #expect(first.section == "Régions")
    #expect(first.url == "https://exemple.fr/7")
    #expect(first.author == "Nadia Ferrand, Paul Ancelin")
    #expect(first.language == "fr")
    #expect(first.format == .atom)
    #expect(read.articles[1].article.text == "Un texte en HTML.\nSon second paragraphe.")
  }

  @Test func `NITF is an article`() throws {
    let article = try #require(read(FeedSamples.nitf).articles.first?.article)
    #expect(article.id == "agence-2023-77")
    #expect(article.title == "Le col est fermé par la neige")
    #expect(article.lead == "La route restera coupée jusqu’à lundi.")
    #expect(
      article.body
        == "Trente centimètres sont tombés dans la nuit.\nDéviation\nLes camions passent par le tunnel.")
    #expect(article.date == ArticleDate("2023-09-13T11:05+02:00"))
    #expect(article.section == "Météo")
    #expect(article.author == "Camille Roux")
    #expect(article.source == "Agence Exemple")
    #expect(article.language == "fr")
    #expect(article.format == .nitf)
  }

  @Test func `NewsML-G2 gives an article a text item and names the others`() throws {
    let read = read(FeedSamples.newsML)
    #expect(read.articles.map(\.article.id) == [1, 4, 5].map { "urn:newsml:exemple.fr:\($0)" })
    #expect(read.rejections.map(\.line) == [13, 15])
    #expect(read.rejections.map(\.reason).first?.contains("picture") == true)
    #expect(read.rejections.map(\.reason).last?.contains("canceled") == true)
    let first = try #require(read.articles.first?.article)
    #expect(first.title == "Le tram revient")
    #expect(first.lead == "La ligne 2 rouvre lundi.")
    #expect(first.body == "Les rails sont posés.\nRestent les essais.")
    #expect(first.date == ArticleDate("2023-09-13T11:05+02:00"))
    #expect(first.section == "Transports")
    #expect(first.author == "Samuel Petit")
    #expect(first.source == "Agence Exemple")
    #expect(first.language == "fr-FR")
    #expect(first.format == .newsML)
    #expect(read.articles.map(\.article.text).last == "Une ligne.\nUne autre.")
  }

  @Test func `a feed is read in any encoding`() throws {
    let text = FeedSamples.rss
    let expected = read(text).articles.map(\.article)
    for bigEndian in [false, true] {
      let units = [0xFEFF] + Array(text.replacing("UTF-8", with: "UTF-16").utf16)
      let bytes = units.flatMap { unit in
        bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
      #expect(read(bytes).articles.map(\.article) == expected)
    }
    // Windows-1252 under the name of Latin-1: the apostrophe is 0x92.
    let latin = text.replacing("UTF-8", with: "ISO-8859-1").unicodeScalars.map { scalar in
      scalar == "’" ? 0x92 : UInt8(truncatingIfNeeded: scalar.value)
    }
    #expect(read(latin).articles.map(\.article) == expected)
    // And where it is called UTF-8.
    let called = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value) }
    #expect(read(called).articles.map(\.article) == expected)
  }

  @Test func `control characters and faults of one item do not lose the next`() {
    let item = "<item><title>Un</title><description>Un texte.</description></item>"
    for fault in [
      "\u{0}", "\u{B}", "&nbsp;", "&inconnu;", "<b>", "</b>", "& seul", "<![CDATA[", "]]>", "<", "<!--",
    ] {
      let faulty = "<item><title>A \(fault)</title><description>B.</description></item>"
      let read = read("<rss><channel>\n\(item)\n\(faulty)\n\(item)</channel></rss>")
      #expect(read.articles.first?.article.text == "Un texte.", "\(fault)")
      #expect(read.articles.count + read.rejections.count >= 2, "\(fault)")
    }
  }

  @Test func `a document that ends too soon is named`() {
    let read = read("<rss><channel><item><title>Un</title></item>\n<item><title>Deux")
    #expect(read.articles.count == 1)
    #expect(read.rejections.map(\.line) == [2])
    #expect(
      self.read("<rss><channel></channel></rss>").rejections.first?.reason.contains("no article") == true)
  }

  @Test func `entities of its own, deep nesting and what lies elsewhere are refused`() {
    let bomb = (0..<9).map {
      "<!ENTITY a\($0 + 1) \"&a\($0);&a\($0);&a\($0);&a\($0);&a\($0);&a\($0);&a\($0);&a\($0);\">"
    }
    let secret = folder.write("Secret".utf8, to: "secret.txt")
    let rest = "<rss><channel><item><title>&a9;</title><description>&e;</description></item></channel></rss>"
    for declaration in [
      "<!ENTITY a0 \"aaaaaaaaaa\">" + bomb.joined(), "<!ENTITY e SYSTEM \"file://\(secret)\">",
      "<!ENTITY % p SYSTEM \"http://127.0.0.1:9/a.dtd\"> %p;",
    ] {
      let read = read("<?xml version=\"1.0\"?>\n<!DOCTYPE rss [\(declaration)]>\n\(rest)")
      #expect(read.articles.isEmpty)
      #expect(read.rejections.first?.reason.contains("entities") == true)
    }
    // A document type elsewhere is not fetched.
    let elsewhere = read("<!DOCTYPE rss SYSTEM \"file://\(secret)\">\n\(rest.replacing("&a9;", with: "Un"))")
    #expect(elsewhere.articles.count == 1)
    #expect(elsewhere.articles.first?.article.text.contains("Secret") == false)
    let deep = read("<rss><channel>" + String(repeating: "<a>", count: 100_000))
    #expect(deep.rejections.first?.reason.contains("nested") == true)
  }

  @Test func `a large item is passed over, and those behind it are read`() throws {
    let item = "<item><title>Un titre</title><description>Un texte.</description></item>\n"
    let large = "<item><title>Trop</title><description>\(String(repeating: "Encore. ", count: 9000))"
    let path = folder.write(
      "<rss><channel>\n\(item)\(item)\(large)</description></item>\n\(item)</channel></rss>".utf8, to: "a.xml"
    )
    let source = SourceFile(path: path, id: "a.xml", size: 0)
    var reader = NewsXMLReader(source, try InputFile(path), head: [], maximum: 50_000)
    var articles: [ReadArticle] = []
    var rejections: [Rejection] = []
    while let next = reader.next() {
      switch next {
      case .success(let article): articles.append(article)
      case .failure(let rejection): rejections.append(rejection)
      }
    }
    #expect(articles.map(\.line) == [2, 3, 5])
    #expect(rejections.map(\.line) == [4])
    #expect(rejections.first?.reason.contains("larger than") == true)
  }
}
