import FrenchText
import NewsArticles

/// Some articles on their way from the thread that reads to the one that writes.
struct PreparedBatch: Sendable {
  /// An article with all that can be found out about it without the index.
  struct PreparedArticle: Sendable {
    let read: ReadArticle
    /// The absolute path of its file.
    let path: String
    let hash: [UInt8]
    /// The terms of its texts, if they were made ahead.
    let terms: TermStream?
  }

  enum Element: Sendable {
    case article(PreparedArticle)
    case rejection(Rejection, path: String)
  }

  private(set) var elements: [Element] = []
  /// The words of all its articles, if their terms were made ahead.
  private(set) var words: WordCounter?
  /// Bytes of all source files read when the batch was full.
  var bytesRead = 0
  /// Bytes of text in the batch.
  private(set) var textBytes = 0

  /// Enough for a thread switch not to matter, little enough for memory not to.
  static let capacity = 1 << 18

  /// Appends what was read; with an analyzer its terms are made too.
  mutating func append(_ result: ArticleFiles.Element, _ roots: SourceRoots, _ analyzer: FrenchAnalyzer?) {
    switch result {
    case .success(let read):
      let article = read.article
      let texts = [article.title, article.lead, article.body]
      textBytes += texts.reduce(0) { $0 + $1.utf8.count }
      var terms: TermStream?
      if let analyzer {
        var words = self.words ?? WordCounter()
        // Or both would hold it, and it would be copied with its first change.
        self.words = nil
        terms = TermStream(texts, analyzer, counting: &words)
        self.words = words
      }
      elements.append(
        .article(
          PreparedArticle(
            read: read, path: roots.absolute(read.path), hash: ContentHash.of(article), terms: terms)))
    case .failure(let rejection):
      elements.append(.rejection(rejection, path: roots.absolute(rejection.path)))
    }
  }
}
