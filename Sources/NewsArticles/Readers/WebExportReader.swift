/// Reads a web page saved as text: one article a file.
struct WebExportReader: ArticleReader {
  private let source: SourceFile
  private let bytes: any ByteSource
  private var head: [UInt8]
  private var isDone = false

  /// A larger file is no article, in bytes.
  static let maximum = 32 << 20

  init(_ source: SourceFile, _ bytes: any ByteSource, head: [UInt8]) {
    self.source = source
    self.bytes = bytes
    self.head = head
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    guard !isDone else { return nil }
    isDone = true
    let page: [UInt8]
    do throws(ReadFailure) {
      page = try bytes.readAll(after: head, maximum: Self.maximum)
    } catch {
      return .failure(Rejection(path: source.path, reason: error.reason))
    }
    head = []
    let (text, isRepaired) = TextDecoding.decode(page[...])
    guard let article = WebExport(text).article(id: source.id) else {
      return .failure(Rejection(path: source.path, reason: "there is no text in it"))
    }
    return .success(ReadArticle(article, path: source.path, isRepaired: isRepaired))
  }
}
