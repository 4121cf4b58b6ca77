/// Finds the reader for a source by its content.
enum ArticleReaders {
  /// The reader for the articles of a source; `nil` where it is left alone, being data that lies in a folder.
  ///
  /// - Parameters:
  ///   - source: What is to be read.
  ///   - bytes: Its bytes, from the first on.
  ///   - unpacking: How deep in archives and compressed files it lies.
  /// - Returns: The reader, before its first article.
  /// - Throws: Why nothing of it can be read.
  static func reader(
    _ source: SourceFile, _ bytes: any ByteSource, _ unpacking: Unpacking
  ) throws(Rejection) -> (any ArticleReader)? {
    var head: [UInt8] = []
    do throws(ReadFailure) {
      try bytes.fill(&head, to: SourceFormat.headSize)
    } catch {
      // Of what was cut off that much is good.
      if head.isEmpty { throw Rejection(path: source.path, reason: "reading failed: \(error.reason)") }
      return try reader(source, FailedSource(bytes, error), head: head, unpacking)
    }
    return try reader(source, bytes, head: head, unpacking)
  }

  private static func reader(
    _ source: SourceFile, _ bytes: any ByteSource, head: [UInt8], _ unpacking: Unpacking
  ) throws(Rejection) -> (any ArticleReader)? {
    switch SourceFormat.of(head) {
    case .webExport: return WholeFileReader(source, bytes, head: head, WholeFileReader.webExport)
    case .jsonLines: return JSONLinesReader(source, bytes, head: head)
    case .jsonObjects: return JSONObjectsReader(source, bytes, head: head)
    case .html: return WholeFileReader(source, bytes, head: head, WholeFileReader.html)
    case .xml: return NewsXMLReader(source, bytes, head: head)
    case .warc: return WARCReader(source, bytes, head: head, unpacking)
    case .compressed(let compression):
      return try decompressed(source, bytes, head: head, compression, unpacking)
    case .archive: return try archive(source, bytes, head: head, unpacking)
    // What lies among articles is left alone; what is named was meant to be read.
    case .data where !source.isGiven: return nil
    case .data(let reason): throw Rejection(path: source.path, reason: reason)
    case .unreadable(let reason): throw Rejection(path: source.path, reason: reason)
    }
  }

  #if Archives
    private static func decompressed(
      _ source: SourceFile, _ bytes: any ByteSource, head: [UInt8], _ compression: Compression,
      _ unpacking: Unpacking
    ) throws(Rejection) -> (any ArticleReader)? {
      let inner: any ByteSource
      let deeper: Unpacking
      do throws(ReadFailure) {
        deeper = try unpacking.deeper()
        inner = try DecompressedSource.of(bytes, head: head, compression, unpacking.ledger)
      } catch {
        throw Rejection(path: source.path, reason: error.reason)
      }
      return try reader(source, inner, deeper)
    }

    private static func archive(
      _ source: SourceFile, _ bytes: any ByteSource, head: [UInt8], _ unpacking: Unpacking
    ) throws(Rejection) -> (any ArticleReader)? {
      do throws(ReadFailure) {
        return try ArchiveReader(source, bytes, head: head, unpacking.deeper())
      } catch {
        throw Rejection(path: source.path, reason: error.reason)
      }
    }
  #else
    private static func decompressed(
      _ source: SourceFile, _ bytes: any ByteSource, head: [UInt8], _ compression: Compression,
      _ unpacking: Unpacking
    ) throws(Rejection) -> (any ArticleReader)? {
      throw Rejection(
        path: source.path,
        reason:
          "compressed with \(compression.rawValue), and this newsfind was built without the trait Archives")
    }

    private static func archive(
      _ source: SourceFile, _ bytes: any ByteSource, head: [UInt8], _ unpacking: Unpacking
    ) throws(Rejection) -> (any ArticleReader)? {
      throw Rejection(
        path: source.path, reason: "an archive, and this newsfind was built without the trait Archives")
    }
  #endif
}
