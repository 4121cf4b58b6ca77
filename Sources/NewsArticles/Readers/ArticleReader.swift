/// Reads the articles of one file, one after the other.
///
/// A reader is made of a ``SourceFile``, which names the file, a ``ByteSource``, which may be anything, and its head: the
/// bytes that were read to tell the format.
protocol ArticleReader {
  /// The next article, or what could not be read; `nil` at the end.
  ///
  /// After a rejection reading goes on, unless the file itself failed.
  mutating func next() -> Result<ReadArticle, Rejection>?

  /// How many records were passed over that could hold no article: images, requests, redirections.
  var skippedRecords: Int { get }
}

extension ArticleReader {
  var skippedRecords: Int { 0 }
}
