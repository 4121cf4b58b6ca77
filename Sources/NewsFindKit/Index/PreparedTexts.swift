import FrenchText

/// What the index needs of an article's texts: their terms, and the texts as they are kept.
struct PreparedTexts: Sendable {
  /// `nil` where the article is only collected.
  let terms: TermStream?
  /// What `article.texts` shall hold.
  let packed: [UInt8]

  /// The texts of an article, made ready on any thread; their words are counted.
  ///
  /// Complexity: linear in the bytes.
  init(
    _ article: PreparedBatch.PreparedArticle, _ analyzer: FrenchAnalyzer?, _ packer: TextPacker,
    counting words: inout WordCounter
  ) {
    let texts = ArticleTexts(article.read.article)
    terms = analyzer.map { TermStream(texts.columns, $0, counting: &words) }
    packed = article.packed ?? packer.pack(texts)
  }
}
