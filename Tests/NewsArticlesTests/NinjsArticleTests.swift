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
