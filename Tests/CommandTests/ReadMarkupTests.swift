import TestSupport
import Testing

@Suite struct ReadMarkupTests {
  private let command = CommandFixture()

  private static let page = """
    <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le bac repart - Le Relais</title>
    <link rel="canonical" href="https://exemple.fr/bac"><meta property="og:type" content="article">
    <meta property="article:published_time" content="2023-09-13T11:05:00+02:00"></head><body>
    <nav><a href="/">Accueil</a></nav><article><h1>Le bac repart</h1>
    <p class="chapo">Après deux ans d’attente, le fleuve se traverse de nouveau.</p>
    <div class="article-body"><p>Le premier départ a eu lieu à l’aube, devant une centaine de riverains.</p>
    <p>Le passage reste gratuit pour les piétons\u{A0}; les voitures paieront deux euros.</p></div></article></body></html>
    """

  private static let feed = """
    <?xml version="1.0"?><rss version="2.0"><channel><title>Le Relais</title>
    <item><title>Le bac repart</title><guid>bac</guid><description>Le fleuve se traverse de nouveau.</description></item>
    <item></item>
    </channel></rss>
    """

  @Test func `a page and a feed are read`() throws {
    command.folder.write(Self.page, to: "page.txt")
    command.folder.write(Self.feed, to: "feed.html")
    let run = command.run("read", "page.txt", "feed.html")
    #expect(run.status == 1)
    #expect(run.messages.contains("feed.html:3: the item has neither title nor text"))
    let records = try run.lines.map { try JSONValue(parsing: $0) }
    try #require(records.count == 2)
    #expect(records[0]["format"] == .string("html"))
    #expect(records[0]["id"] == .string("page.txt"))
    #expect(records[0]["title"] == .string("Le bac repart"))
    #expect(records[0]["lead"] == .string("Après deux ans d’attente, le fleuve se traverse de nouveau."))
    #expect(records[0]["date"] == .string("2023-09-13T11:05+02:00"))
    #expect(records[0]["url"] == .string("https://exemple.fr/bac"))
    #expect(records[0]["text"]?.text?.hasSuffix("piétons\u{A0}; les voitures paieront deux euros.") == true)
    #expect(records[1]["format"] == .string("rss"))
    #expect(records[1]["id"] == .string("bac"))
  }

  @Test func `a page is indexed and found`() {
    command.folder.write(Self.page, to: "page.html")
    #expect(command.run("index", ".").status == 0)
    #expect(command.ids("riverains") == ["page.html"])
  }

  @Test func `markup in a title reaches neither terminal nor file as a command`() {
    let title = "\u{1B}]0;titre\u{7}\u{202E}&lt;script&gt;alert(1)&lt;/script&gt;"
    command.folder.write(Self.page.replacing("Le bac repart", with: title), to: "page.html")
    let run = command.run("read", "page.html")
    #expect(run.status == 0)
    #expect(!run.lines.joined().utf8.contains { $0 < 0x20 })
  }
}
