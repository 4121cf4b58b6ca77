import TestSupport
import Testing

@testable import NewsArticles

@Suite(.enabled(if: MarkupSupport.isThere)) struct HTMLPageTests {
  private static let paragraph =
    "Le pont a été fermé dimanche soir, et la déviation par la rive droite durera trois semaines."

  private func read(_ page: String, charset: String? = nil, url: String? = nil) throws -> Article {
    try HTMLPage(Array(page.utf8), charset: charset, url: url, id: "a").article
  }

  private func refusal(_ bytes: [UInt8]) -> String? {
    do throws(HTMLPage.Refusal) {
      _ = try HTMLPage(bytes, id: "a")
      return nil
    } catch {
      return error.reason
    }
  }

  private func page(_ body: String, head: String = "") -> String {
    "<html><head><meta property=og:type content=article><title>Un pont fermé</title>\(head)</head><body>\(body)</body></html>"
  }

  @Test func `the encoding of the transport is believed before that of the page`() throws {
    let text = page("<p>\(Self.paragraph)</p>", head: "<meta charset=koi8-r>")
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let read = try HTMLPage(bytes, charset: "ISO-8859-1", id: "a")
    #expect(read.article.body == Self.paragraph)
    #expect(!read.isRepaired)
  }

  @Test(arguments: ["iso-8859-1", "windows-1252", "iso-8859-15", "latin1", "macintosh", "utf-8", "x-unknown"])
  func `a declared encoding is read`(label: String) throws {
    let text = page("<p>\(Self.paragraph)</p>", head: "<meta charset='\(label)'>")
    let encoded: [UInt8] = text.unicodeScalars.flatMap { scalar -> [UInt8] in
      switch (label, scalar) {
      case ("utf-8", _): Array(String(scalar).utf8)
      case ("macintosh", "é"): [0x8E]
      case ("macintosh", "à"): [0x88]
      default: [UInt8(truncatingIfNeeded: scalar.value)]
      }
    }
    #expect(try HTMLPage(encoded, id: "a").article.body == Self.paragraph)
  }

  @Test func `the address of the page comes before the one given`() throws {
    let own = page("<p>\(Self.paragraph)</p>", head: "<link rel=canonical href=https://exemple.fr/pont>")
    #expect(try read(own, url: "https://cache.exemple/1").url == "https://exemple.fr/pont")
    #expect(
      try read(page("<p>\(Self.paragraph)</p>"), url: "https://exemple.fr/2").url == "https://exemple.fr/2")
  }

  private static let furniture = [
    "<nav><p>TEXT</p></nav>", "<footer><p>TEXT</p></footer>", "<div class='cookie-banner'><p>TEXT</p></div>",
    "<div id=comments><p>TEXT</p></div>", "<div class='newsletterSignup'><p>TEXT</p></div>",
    "<div class='article-related__list'><p>TEXT</p></div>", "<figure><figcaption>TEXT</figcaption></figure>",
    "<div hidden><p>TEXT</p></div>", "<div style='display: none'><p>TEXT</p></div>",
    "<script>document.write('<p>TEXT</p>')</script>", "<style>TEXT</style>",
    "<template><p>TEXT</p></template>",
    "<noscript><p>TEXT</p></noscript>", "<aside><p>TEXT</p></aside>", "<form><p>TEXT</p></form>",
    "<div role=complementary><p>TEXT</p></div>", "<p class=photo-caption>TEXT</p>", "<!-- <p>TEXT</p> -->",
    "<select><option>TEXT</option></select>", "<textarea>TEXT</textarea>", "<div class=legende>TEXT</div>",
    "<div class='fil-ariane'>TEXT</div>", "<div class=publicite><p>TEXT</p></div>",
    "<ul class=partage><li>TEXT</li></ul>", "<p><a href=/x>TEXT</a></p>", "<amp-ad><p>TEXT</p></amp-ad>",
  ]

  @Test(arguments: furniture)
  func `furniture in the midst of the text is left out`(furniture: String) throws {
    let others = (1...4).map { "<p>\(Self.paragraph) Paragraphe numéro \($0).</p>" }
    let text = furniture.replacing(
      "TEXT", with: "Ceci n’est pas de l’article, et personne ne le cherchera jamais.")
    let article = try read(
      page("<article><h1>Un pont fermé</h1>\(others[0])\(others[1])\(text)\(others[2])\(others[3])</article>")
    )
    #expect(article.body.split(separator: "\n").count == 4)
    #expect(!article.body.contains("personne"))
  }

  @Test func `hard spaces and guillemets stay, other spaces are joined`() throws {
    let article = try read(
      page(
        "<h1>Un pont\n   fermé</h1><p>«\u{A0}Il  faut\n attendre\u{202F}!\u{A0}», dit <b>l’élue</b>,  sans rire, aux riverains du quai.</p>"
      ))
    #expect(article.title == "Un pont fermé")
    #expect(
      article.body
        == "«\u{A0}Il faut attendre\u{202F}!\u{A0}», dit l’élue, sans rire, aux riverains du quai.")
  }

  @Test func `a date or a title in the midst of a sentence stays`() throws {
    let article = try read(
      page(
        "<h1>Un pont fermé</h1><p>Le <time datetime=2023-05-03>3 mai</time>, le pont a été fermé, écrit <cite>Le Relais</cite> dans ses pages locales.</p>"
      ))
    #expect(
      article.body == "Le 3 mai, le pont a été fermé, écrit Le Relais dans ses pages locales.")
  }

  @Test(arguments: [
    "À lire les comptes du groupe, la situation s’améliore.", "Abonnés ou non, les lecteurs ont répondu.",
    "Par deux fois, le tribunal a refusé de trancher.",
    "Il vous reste du pain, dit la boulangère, et rien d’autre.",
    "Les cookies seront interdits dans les cantines, a promis le maire.",
    "Publié en 1862, le roman n’a pas vieilli.",
    "Partager ne suffit pas, il faut aussi produire.", "Voir la mer, enfin, après vingt ans de montagne.",
  ])
  func `a sentence that begins as furniture does stays`(sentence: String) throws {
    let article = try read(
      page(
        "<article><h1>Un pont fermé</h1><p>\(Self.paragraph)</p><p>\(sentence)</p><p>\(Self.paragraph)</p></article>"
      ))
    #expect(article.body == [Self.paragraph, sentence, Self.paragraph].joined(separator: "\n"))
  }

  @Test func `a lead that the text repeats is there once`() throws {
    let lead = "La déviation durera trois semaines, le temps de changer les câbles du tablier."
    let article = try read(
      page(
        "<article><h1>Un pont fermé</h1><p class=chapo>\(lead)</p><div class=article-body><p>\(lead)</p><p>\(Self.paragraph)</p><p>Fin des travaux en mai, si le temps le permet.</p></div></article>"
      ))
    #expect(article.lead == lead)
    #expect(article.text.ranges(of: "changer les câbles").count == 1)
  }

  @Test(arguments: [
    ("\"2023-09-13T11:05:00+02:00\"", "2023-09-13T11:05+02:00"), ("\"2023-09-13\"", "2023-09-13"),
    ("\"n’importe\"", nil), ("null", nil), ("[\"2023-09-13\"]", "2023-09-13"),
    ("{\"@value\": \"2023-09-13\"}", "2023-09-13"),
    ("12", nil), ("{\"a\": {\"b\": []}}", nil),
  ])
  func `a date of JSON-LD is read where it is one`(value: String, date: String?) throws {
    let script =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Un pont fermé\",\"datePublished\":\(value)}</script>"
    #expect(try read(page("<p>\(Self.paragraph)</p>", head: script)).date?.description == date)
  }

  @Test func `what is no JSON is passed over`() throws {
    for script in [
      "{", "", "<!-- -->", "[[[[", "{\"a\":}", String(repeating: "[", count: 100_000), "]]>", "//<![CDATA[",
      "null",
    ] {
      let article = try read(
        page("<p>\(Self.paragraph)</p>", head: "<script type='application/ld+json'>\(script)</script>"))
      #expect(article.title == "Un pont fermé")
    }
  }

  @Test func `a page that is too large is refused by name`() {
    let page = Array("<html><p>".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: HTMLPage.maximum)
    #expect(refusal(page)?.contains("larger than 32 MB") == true)
  }

  @Test func `elements nested too deep are refused by name`() {
    for tag in ["div", "b", "x-y", "table", "ul", "font"] {
      let page = String(repeating: "<\(tag)>", count: 200_000) + "<p>\(Self.paragraph)"
      #expect(refusal(Array(page.utf8))?.contains("nested") == true, "\(tag)")
    }
  }

  @Test func `many elements, attributes and entities end in due time`() throws {
    let odd = [
      String(repeating: "<p>a</b></i>", count: 50_000), String(repeating: "<a href=x>", count: 900),
      "<div " + (0..<20_000).map { "a\($0)=b" }.joined(separator: " ") + ">",
      "<div class='" + String(repeating: "comments ", count: 100_000) + "'>",
      String(repeating: "&amp;&#233;&eacute;", count: 100_000),
      String(repeating: "<html a=b><body c=d>", count: 5_000),
      String(repeating: "<!--", count: 100_000), "<!DOCTYPE html [<!ENTITY a 'b'>]>&a;", "<", "<p",
      "<p class=",
      "<script type=application/ld+json>", "<title>", "<![CDATA[", "\u{0}<p>\u{0}a\u{0}</p>",
    ]
    for page in odd {
      let article = try read(self.page("<p>\(Self.paragraph)</p><p>\(Self.paragraph)</p>\(page)"))
      #expect(article.body.contains("déviation"))
    }
  }
}
