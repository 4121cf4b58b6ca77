import TestSupport
import Testing

@testable import NewsFindKit

/// Searching in a section, between dates, by date.
@Suite struct SearchOptionsTests {
  private let fixture: IndexFixture

  init() throws {
    let articles =
      [
        ("a", "2023-09-13", "Espace"), ("b", "2023-09-13T11:05", "espace"), ("c", "2023-09-14", "Économie"),
        ("d", "2023", "ECONOMIE"), ("e", "2023-09", nil), ("f", nil, "Sport"),
        ("g", "2023-09-13T23:59+02:00", "Vie de l’État"),
        ("h", "1969-12-31", "Sport"), ("i", "0001-01-01", "Sport"), ("j", "2024-02-29", "Sport"),
      ] as [(String, String?, String?)]
    fixture = try IndexFixture(
      articles.map { id, date, section in
        var article = Article(id, "", "un texte", section: section)
        article.date = date.flatMap { ArticleDate($0) }
        return article
      })
  }

  private func search(_ options: SearchOptions) throws -> String {
    // The articles are copies of one another.
    var options = options
    options.showsDuplicates = true
    let results = try fixture.open().search("texte", options: options)
    #expect(results.total == results.hits.count)
    return results.hits.map(\.id).joined()
  }

  private func sorted(_ options: SearchOptions) throws -> String { String(try search(options).sorted()) }

  @Test(arguments: [
    ("Espace", "ab"), ("ESPACE", "ab"), ("économie", "cd"), ("Economie", "cd"), ("vie de l'etat", "g"),
    ("Vie de l’État", "g"),
    ("vie  de-l etat", "g"), ("Espa", ""), ("Politique", ""), ("", ""), ("%", ""), ("' OR 1=1 --", ""),
    ("sport ", "fhij"),
  ])
  func `a section is found by its name, whatever its case and accents`(section: String, expected: String)
    throws
  {
    #expect(try sorted(SearchOptions(limit: 20, section: section)) == expected)
  }

  @Test(
    arguments: [
      (nil, nil, "abcdefghij"), ("2023-09-13", nil, "abcgj"), ("2023-09-14", nil, "cj"),
      (nil, "2023-09-13", "dehi"),
      (nil, "2023-09-14", "abdeghi"), ("2023-09-13", "2023-09-14", "abg"), ("2023", "2024", "abcdeg"),
      ("2023-09", nil, "abcegj"),
      ("2024-02-29", "2024-02-29", ""), ("2024-03", nil, ""), ("2024", "2023", ""), (nil, "1970", "hi"),
      (nil, "0001", ""),
      ("0001", nil, "abcdeghij"), ("2023-09-13T11:05", nil, "bcgj"), ("2023-09-13T11:06", nil, "cgj"),
      (nil, "2023-09-13T11:05", "adehi"),
    ] as [(String?, String?, String)])
  func `the first day is in, the last is out, and no date is in neither`(
    after: String?, before: String?, expected: String
  ) throws {
    let options = SearchOptions(
      limit: 20, after: after.flatMap { ArticleDate($0) }, before: before.flatMap { ArticleDate($0) })
    #expect(try sorted(options) == expected)
  }

  @Test func `filters are combined, and the total counts what passes`() throws {
    var options = SearchOptions(
      limit: 1, section: "sport", after: ArticleDate("1969"), before: ArticleDate("2024-03"))
    // The articles are copies of one another.
    options.showsDuplicates = true
    let results = try fixture.open().search("texte", options: options)
    #expect(results.total == 2)
    #expect(results.hits.count == 1)
  }

  @Test func `by date the newest comes first and what has no date last`() throws {
    #expect(try search(SearchOptions(limit: 20, order: .date)) == "jcgbaedhif")
    let page = try fixture.open().search(
      "texte", options: SearchOptions(limit: 3, offset: 2, order: .date, showsDuplicates: true))
    #expect(page.hits.map(\.id) == ["g", "b", "a"])
    #expect(page.hits.map(\.rank) == [3, 4, 5])
  }

  @Test func `ties by date go to the better, ties by score to the newer, then to the one that came first`()
    throws
  {
    let texts =
      [
        ("a", "2023-01-01", "un mot"), ("b", "2023-01-01", "un mot mot"), ("c", "2023-01-02", "un mot"),
        ("d", "2023-01-01", "un mot"), ("e", nil, "un mot"),
      ] as [(String, String?, String)]
    let fixture = try IndexFixture(
      texts.map { id, date, text in
        var article = Article(id, "", text)
        article.date = date.flatMap { ArticleDate($0) }
        return article
      })
    #expect(
      try fixture.search("mot", SearchOptions(order: .date, showsDuplicates: true)) == [
        "c", "b", "a", "d", "e",
      ])
    #expect(try fixture.search("mot") == ["b", "c", "a", "d", "e"])
  }

  @Test func `many sections are all told apart`() throws {
    let fixture = try IndexFixture((0..<300).map { Article("a\($0)", "", "texte", section: "Section \($0)") })
    for number in [0, 1, 255, 256, 299] {
      #expect(try fixture.search("texte", SearchOptions(section: "section \(number)")) == ["a\(number)"])
    }
  }
}
