import NewsArticles
import SQLiteStore

@testable import NewsFindKit

extension ArticleWriter {
  /// Adds an article as if it had been read, or puts it in the place of the one with its id.
  mutating func put(_ article: Article, file: Int64 = 1) throws {
    let prepared = PreparedBatch.PreparedArticle(
      read: ReadArticle(article, path: "/a"), path: "/a", hash: ContentHash.of(article), urlKey: nil,
      texts: nil)
    _ = try put(prepared, from: Source(file: file), replacing: known(article.id)?.id)
  }
}
