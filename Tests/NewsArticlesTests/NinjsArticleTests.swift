import TestSupport
import Testing

@testable import NewsArticles

@Suite struct NinjsArticleTests {
  private func read(_ text: String) -> ReadFiles {
    let folder = TemporaryFolder()
    folder.write(text, to: "news.json")
    return folder.read()
  }

  private static let first = #"""
    {
      "uri": "http://agence.exemple/items/1842", "type": "text", "version": "2", "pubstatus": "usable",
      "versioncreated": "2023-09-13T11:05:00+02:00", "language": "fr", "headline": "Le port s’agrandit",
      "byline": "Hélène Marsac", "copyrightholder": "Agence Exemple",
      "subject": [{"code": "medtop:20000344", "name": "Transport maritime", "scheme": "mediatopic"}, {"name": "Ports"}],
      "description_text": "Deux quais de plus.", "body_text": "Deux quais de plus.\nLes travaux durent un an.",
      "place": [{"name": "Le Havre"}], "associations": {"photo": {"type": "picture", "headline": "Un quai"}}
    }
    """#

  private static let third = #"""
    {
      "uri": "urn:newsml:agence.exemple:20230913:1842", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text",
      "contentcreated": "2023-09-13T09:05:00Z", "language": "fr",
      "headlines": [{"role": "short", "value": "Port"}, {"role": "main", "value": "Le port s’agrandit"}],
      "by": "Hélène Marsac", "infosources": [{"name": "Agence Exemple"}], "subjects": [{"uri": "x"}, {"name": "Ports"}],
      "descriptions": [{"role": "summary", "contenttype": "text/plain", "value": "Deux quais de plus."}],
      "bodies": [{"role": "main", "contenttype": "text/plain", "value": "Les travaux durent un an.\n\nIls coûtent cher."}]
    }
    """#

  @Test func `an item of the first version is an article`() throws {
    let read = read(Self.first)
    #expect(read.rejections.isEmpty)
    #expect(
      try #require(read.articles.first).article
        == Article(
          id: "http://agence.exemple/items/1842", title: "Le port s’agrandit", lead: "Deux quais de plus.",
          body: "Les travaux durent un an.", section: "Transport maritime",
          date: ArticleDate("2023-09-13T11:05+02:00"),
          url: "http://agence.exemple/items/1842", author: "Hélène Marsac", language: "fr",
          source: "Agence Exemple",
          format: .ninjs))
  }

  @Test func `an item of the third version is an article`() throws {
    let read = read(Self.third)
    #expect(read.rejections.isEmpty)
    #expect(
      try #require(read.articles.first).article
        == Article(
          id: "urn:newsml:agence.exemple:20230913:1842", title: "Le port s’agrandit",
          lead: "Deux quais de plus.",
          body: "Les travaux durent un an.\nIls coûtent cher.", section: "Ports",
          date: ArticleDate("2023-09-13T09:05Z"),
          author: "Hélène Marsac", language: "fr", source: "Agence Exemple", format: .ninjs))
  }

  #if XML
    /// The title, lead and body that an item with some members has.
    private func texts(_ members: String) throws -> [String] {
      let read = read(#"[{"uri":"a","type":"text","headline":"Le port s’agrandit",\#(members)}]"#)
      #expect(read.rejections.isEmpty, "\(read.rejections)")
      let article = try #require(read.articles.first).article
      return [article.title, article.lead, article.body]
    }

    @Test(arguments: [
      #""body_xhtml": "<p>Deux quais de plus.</p><p>Les travaux durent <b>un</b> an.</p>""#,
      #""body_text": "Deux quais de plus. Les travaux durent un an.", "body_xhtml": "<p>Deux quais de plus.</p> <p>Les travaux durent un an.</p>""#,
      #""body_html": "<h1>Le port s’agrandit</h1><div><p>Deux quais de plus.</p><figure><figcaption>Un quai</figcaption></figure><p>Les travaux durent un&nbsp;an.</p></div>""#,
      #""body_long_html5": "Deux quais de plus.<br><br>Les travaux durent un an.""#,
      #""bodies": [{"role": "text", "contenttype": "text/plain", "value": "Deux quais."}, {"role": "html5", "contenttype": "text/html; charset=utf-8", "value": "<html><head><title>Le port s’agrandit</title><style>p {}</style></head><body><article><h1>Le port s’agrandit</h1><p>Deux quais de plus.</p><p>Les travaux durent un an.</p></article></body></html>"}]"#,
      #""bodies": [{"value": "<p>Deux quais de plus.<p>Les travaux durent un an."}]"#,
      #""bodies": {"role": "main", "contenttype": "text/html", "value": "<p>Deux quais de plus.</p><p>Les travaux durent un an.</p>"}"#,
    ])
    func `a body in HTML is read without its marks`(members: String) throws {
      let body = try texts(members)[2].replacing("\u{A0}", with: " ")
      #expect(body == "Deux quais de plus.\nLes travaux durent un an.")
    }

    @Test func `descriptions may be HTML too`() throws {
      #expect(
        try texts(#""description_xhtml": "<p>Deux <i>quais</i> de plus.</p>", "body_text": "Un an.""#)
          == ["Le port s’agrandit", "Deux quais de plus.", "Un an."])
      #expect(
        try texts(
          #""descriptions": [{"contenttype": "text/html", "value": "<p>Deux quais de plus.</p>"}], "body_text": "Un an.""#
        ) == ["Le port s’agrandit", "Deux quais de plus.", "Un an."])
    }

    private static let nitf = """
      <?xml version=\\"1.0\\" encoding=\\"ISO-8859-1\\"?><nitf><head><title>Le port s’agrandit</title></head><body>\
      <body.head><hedline><hl1>Le port s’agrandit</hl1></hedline></body.head>\
      <body.content><p>Deux quais de plus.</p><p>Les travaux durent jusqu’en été.</p></body.content></body></nitf>
      """

    @Test(arguments: [
      #""body_nitf": "\#(nitf)""#,
      #""bodies": [{"role": "nitf", "contenttype": "text/vnd.IPTC.NITF", "value": "\#(nitf)"}]"#,
      #""bodies": [{"contenttype": "application/xml", "value": "\#(nitf)"}, {"contenttype": "image/png", "value": "iVBOR"}]"#,
    ])
    func `a body in NITF is read where there is no other`(members: String) throws {
      #expect(try texts(members)[2] == "Deux quais de plus.\nLes travaux durent jusqu’en été.")
    }

    @Test func `of several forms one that is read is taken, the main one first`() throws {
      let xml = #"{"role": "agency", "contenttype": "application/xml", "value": "<TEXTE>non</TEXTE>"}"#
      let nitf = #"{"role": "nitf", "contenttype": "text/vnd.IPTC.NITF", "value": "\#(Self.nitf)"}"#
      let plain = #"{"role": "text", "contenttype": "text/plain", "value": "Le texte.\n\nLa suite."}"#
      let main = #"{"role": "main", "contenttype": "text/plain", "value": "Le texte principal."}"#
      #expect(try texts(#""bodies": [\#(xml), \#(nitf), \#(plain)]"#)[2] == "Le texte.\nLa suite.")
      #expect(try texts(#""bodies": [\#(nitf), \#(plain), \#(main)]"#)[2] == "Le texte principal.")
      let rejection = read(#"[{"uri":"a","headline":"b","bodies":[\#(xml)]}]"#).rejections.first
      #expect(rejection?.reason.contains("application/xml") ?? false)
      let broken = read(#"[{"uri":"a","headline":"b","body_nitf":"<nitf><body>"}]"#).rejections.first
      #expect(broken?.reason.contains("NITF") ?? false)
    }
  #endif

  @Test func `an item is known by its guid where it has no uri`() {
    #expect(read(#"{"guid":"urn:x","headline":"b","body_text":"c"}"#).ids == ["urn:x"])
  }

  @Test func `items come in an array, one a line, or alone`() {
    let line = Self.third.split(separator: "\n").joined()
    #expect(read("[\(Self.first),\(Self.third)]").articles.count == 2)
    #expect(
      read("\(line)\n\(line)\n{\"text\":\"a\"}").articles.map(\.article.format) == [
        .ninjs, .ninjs, .jsonLines,
      ])
    #expect(read(line).articles.map(\.line) == [1])
  }

  @Test(arguments: [
    (#"{"uri":"a","type":"picture","headline":"Un quai","description_text":"Un quai."}"#, "picture"),
    (#"{"uri":"a","pubstatus":"canceled","headline":"b","body_text":"c"}"#, "canceled"),
    (#"{"uri":"a","pubstatus":"withheld","body_text":"c"}"#, "withheld"),
    (#"{"uri":"a","headline":"b"}"#, "no text"),
    (#"{"uri":"a","bodies":[{"value":""},{"value":7},null]}"#, "no text"),
    (#"{"bodies":{"value":{}}}"#, "no text"),
  ])
  func `what is no text or was withdrawn is rejected`(item: String, word: String) throws {
    let read = read("\(item)\n{\"text\":\"a\"}")
    #expect(read.articles.count == 1)
    #expect(try #require(read.rejections.first).reason.contains(word))
  }

  @Test func `an article with the usual keys is none of ninjs`() {
    #expect(read(#"{"text":"a","headline":"b"}"#).articles.map(\.article.format) == [.jsonLines])
    #expect(
      read(#"{"uri":"a","description_text":"Une brève."}"#).articles.map(\.article.lead) == ["Une brève."])
  }
}
