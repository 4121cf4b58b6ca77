import NewsFindKit

/// An article as `read` and `show --json` print it.
struct ArticleRecord: Encodable {
  let path: String
  let id: String
  let title: String
  let lead: String
  let text: String
  let date: String?
  let section: String?
  let url: String?
  let author: String?
  let format: String

  init(_ article: Article, path: String) {
    self.path = path
    id = article.id
    title = article.title
    lead = article.lead
    text = article.text
    date = article.date?.description
    section = article.section
    url = article.url
    author = article.author
    format = article.format.rawValue
  }
}
