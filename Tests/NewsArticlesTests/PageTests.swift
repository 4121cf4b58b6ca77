import TestSupport
import Testing

@testable import NewsArticles

/// Pages in the shapes of news sites: JSON-LD, Open Graph, microdata, paywalls, live blogs, old tables.
@Suite(.enabled(if: MarkupSupport.isThere)) struct PageTests {
  @Test func `there are pages`() {
    #expect(PageCase.all.count >= 40)
    #expect(Set(PageCase.all.map(\.file)).count == PageCase.all.count)
  }

  @Test(arguments: PageCase.all.filter { $0.rejection == nil })
  func `the article of a page is read, and nothing else`(page: PageCase) throws {
    let read = ReadFiles([page.path])
    #expect(read.rejections.isEmpty)
    let article = try #require(read.articles.first?.article)
    #expect(article.format == .html)
    #expect(article.title == page.title)
    #expect(article.body.split(separator: "\n").map(String.init) == page.body)
    if let lead = page.lead { #expect(article.lead == lead) }
    #expect(article.date?.description == page.date)
    if let section = page.section { #expect(article.section == section) }
    if let author = page.author { #expect(article.author == author) }
    if let url = page.url { #expect(article.url == url) }
  }

  @Test(arguments: PageCase.all.filter { $0.rejection != nil })
  func `a page that is no article is rejected by name`(page: PageCase) throws {
    let read = ReadFiles([page.path])
    #expect(read.articles.isEmpty)
    let rejection = try #require(read.rejections.first)
    #expect(rejection.reason.contains(page.rejection ?? ""))
  }

  @Test(arguments: PageCase.all.filter { $0.rejection == nil })
  func `a page is read alike without its name and behind spaces`(page: PageCase) throws {
    let folder = TemporaryFolder()
    let bytes = TextFile.bytes(page.path)
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE])
    folder.write((isUTF16 ? [] : Array("\n  ".utf8)) + bytes, to: "page.txt")
    let read = folder.read()
    var article = try #require(read.articles.first?.article)
    article.id = page.path
    let same = ReadFiles([page.path]).articles.first?.article
    article.id = same?.id ?? ""
    #expect(article == same)
  }
}

/// Whether the package was built with libxml2.
enum MarkupSupport {
  static let isThere: Bool = {
    do throws(MarkupError) {
      _ = try HTMLTreeBuilder.tree(of: Array("<p>a".utf8))
      return true
    } catch {
      return error != .unavailable
    }
  }()
}
