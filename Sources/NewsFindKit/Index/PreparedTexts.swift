import FrenchText

/// What the index needs of an article's texts: their terms, and the texts as they are kept.
struct PreparedTexts: Sendable {
  let terms: TermStream
  /// What `article.texts` shall hold.
  let packed: [UInt8]

  /// The texts of an article, made ready on any thread; their words are counted.
  ///
  /// Complexity: linear in the bytes.
  init(
    _ texts: ArticleTexts, _ analyzer: FrenchAnalyzer, _ packer: TextPacker, counting words: inout WordCounter
  ) {
    terms = TermStream(texts.columns, analyzer, counting: &words)
    packed = packer.pack(texts)
  }
}
