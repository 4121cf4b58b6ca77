import NewsFindKit

/// An article as `read` and `show --json` print it.
struct ArticleRecord: Encodable {
  let path: String
  let id: String
  let title: String
  let lead: String
  let text: String
  let date: OrNull<String>
  let section: OrNull<String>
  let url: OrNull<String>
  let author: OrNull<String>
  let format: String

  init(_ article: Article, path: String) {
    self.path = path
    id = article.id
    title = article.title
    lead = article.lead
    text = article.text
    date = OrNull(article.date?.description)
    section = OrNull(article.section)
    url = OrNull(article.url)
    author = OrNull(article.author)
    format = article.format.rawValue
  }
}
