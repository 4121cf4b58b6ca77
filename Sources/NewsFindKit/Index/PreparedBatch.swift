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
    /// Its texts, if they were made ready ahead.
    var texts: PreparedTexts?
  }

  enum Element: Sendable {
    case article(PreparedArticle)
    case rejection(Rejection, path: String)
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
            texts: nil)))
    case .failure(let rejection):
      elements.append(.rejection(rejection, path: roots.absolute(rejection.path)))
    }
  }

  /// Makes the texts of all articles ready.
  mutating func prepareTexts(_ analyzer: FrenchAnalyzer, _ packer: TextPacker) {
    var words = WordCounter()
    for index in elements.indices {
      guard case .article(var prepared) = elements[index] else { continue }
      prepared.texts = PreparedTexts(ArticleTexts(prepared.read.article), analyzer, packer, counting: &words)
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
