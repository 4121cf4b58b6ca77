/// Finds the reader for a source by its content.
enum ArticleReaders {
  /// The reader for the articles of a source; `nil` where it is left alone, being data that lies in a folder.
  ///
  /// - Throws: Why nothing of it can be read.
  static func reader(
    _ source: SourceFile, _ bytes: any ByteSource
  ) throws(Rejection) -> (any ArticleReader)? {
    var head: [UInt8] = []
    do throws(ReadFailure) {
      try bytes.fill(&head, to: SourceFormat.headSize)
    } catch {
      throw Rejection(path: source.path, reason: "reading failed: \(error.reason)")
    }
    switch SourceFormat.of(head) {
    case .webExport: return WebExportReader(source, bytes, head: head)
    case .jsonLines: return JSONLinesReader(source, bytes, head: head)
    case .jsonObjects: return JSONObjectsReader(source, bytes, head: head)
    // What lies among articles is left alone; what is named was meant to be read.
    case .data where !source.isGiven: return nil
    case .data(let reason): throw Rejection(path: source.path, reason: reason)
    case .unreadable(let reason): throw Rejection(path: source.path, reason: reason)
    }
  }
}
