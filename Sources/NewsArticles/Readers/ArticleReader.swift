/// Reads the articles of one file, one after the other.
protocol ArticleReader {
  /// The next article, or what could not be read; `nil` at the end.
  ///
  /// After a rejection reading goes on, unless the file itself failed.
  mutating func next() -> Result<ReadArticle, Rejection>?
}
