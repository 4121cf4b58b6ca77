/// Reads a web page saved as text: one article a file.
struct WebExportReader: ArticleReader {
  private let source: SourceFile
  private let file: InputFile
  private var head: [UInt8]
  private var isDone = false

  /// A larger file is no article, in bytes.
  static let maximum = 32 << 20

  init(_ source: SourceFile, _ file: InputFile, head: [UInt8]) {
    self.source = source
    self.file = file
    self.head = head
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    guard !isDone else { return nil }
    isDone = true
    do throws(SystemReason) {
      while try file.read(1 << 18, into: &head) {
        guard head.count <= Self.maximum else {
          return .failure(
            Rejection(path: source.path, reason: "larger than \(Self.maximum >> 20) MB: no article is"))
        }
      }
    } catch {
      return .failure(Rejection(path: source.path, reason: "reading failed: \(error.text)"))
    }
    let (text, isRepaired) = TextDecoding.decode(head[...])
    head = []
    guard let article = WebExport(text).article(id: source.id) else {
      return .failure(Rejection(path: source.path, reason: "there is no text in it"))
    }
    return .success(ReadArticle(article, path: source.path, isRepaired: isRepaired))
  }
}
