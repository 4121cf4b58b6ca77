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
    /// The page it stands on; see ``CanonicalURL``.
    let urlKey: Int64?
    /// What `article.texts` shall hold, where that is known already.
    var packed: [UInt8]?
    /// Where it comes from, where that is known already.
    var source: ArticleWriter.Source?
    /// Its texts, if they were made ready ahead.
    var texts: PreparedTexts?
  }

  enum Element: Sendable {
    case article(PreparedArticle)
    case rejection(Rejection, path: String)
    case file(FileScreening.Event)
    /// Why nothing more can be read.
    case failure(any Error)
  }

  private(set) var elements: [Element] = []
  /// The words of all its articles, if their texts were made ready ahead.
  private(set) var words: WordCounter?
  /// Bytes of all source files read when the batch was full.
  var bytesRead = 0
  /// How its texts are packed.
  var format = TextFormat.plain
  /// Bytes of text in the batch.
  private(set) var textBytes = 0

  /// Enough for a thread switch not to matter, little enough for memory not to.
  static let capacity = 1 << 18
  /// So many articles, however short.
  static let articleCapacity = 256

  /// Appends what was read.
  mutating func append(_ result: ArticleFiles.Element, _ roots: SourceRoots) {
    switch result {
    case .success(let read):
      let article = read.article
      textBytes += ArticleTexts(article).byteCount
      elements.append(
        .article(
          PreparedArticle(
            read: read, path: roots.absolute(read.path), hash: ContentHash.of(article),
            urlKey: CanonicalURL.key(article.url))))
    case .failure(let rejection):
      elements.append(.rejection(rejection, path: roots.absolute(rejection.path)))
    }
  }

  /// Appends an article of another index.
  mutating func append(_ article: PreparedArticle) {
    textBytes += ArticleTexts(article.read.article).byteCount
    elements.append(.article(article))
  }

  /// Appends what has happened to files.
  mutating func append(_ events: [FileScreening.Event]) {
    for event in events { elements.append(.file(event)) }
  }

  /// Appends why nothing more can be read.
  mutating func append(_ failure: any Error) {
    elements.append(.failure(failure))
  }

  /// Makes the texts of all articles ready.
  mutating func prepareTexts(_ analyzer: FrenchAnalyzer?, _ packer: TextPacker) {
    var words = WordCounter()
    for index in elements.indices {
      guard case .article(var prepared) = elements[index] else { continue }
      prepared.texts = PreparedTexts(prepared, analyzer, packer, counting: &words)
      elements[index] = .article(prepared)
    }
    self.words = words
  }

  /// A dictionary of the texts in the batch; `nil` where they are too few.
  func dictionary() -> CompressionDictionary? {
    CompressionDictionary(
      samples: elements.compactMap {
        if case .article(let prepared) = $0 { ArticleTexts(prepared.read.article) } else { nil }
      })
  }
}
