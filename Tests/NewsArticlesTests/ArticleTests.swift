import NewsArticles
import Testing

@Suite struct ArticleTests {
  @Test(arguments: [
    ("Le chapô.", "Le corps.\nLa suite.", "Le chapô.\nLe corps.\nLa suite."),
    ("", "Le corps.", "Le corps."), ("Le chapô.", "", "Le chapô."), ("", "", ""),
  ])
  func `the text is lead and body`(lead: String, body: String, expected: String) {
    #expect(Article(id: "1", title: "Un titre", lead: lead, body: body).text == expected)
  }

  @Test func `a rejection names the file, and the line where there is one`() {
    #expect(
      Rejection(path: "a/b.jsonl", line: 12, reason: "not JSON").description == "a/b.jsonl:12: not JSON")
    #expect(Rejection(path: "a/b.txt", reason: "empty").description == "a/b.txt: empty")
  }
}
