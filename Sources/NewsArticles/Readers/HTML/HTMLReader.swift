/// Reads a page of the web: one article a file.
struct HTMLReader: ArticleReader {
  private let source: SourceFile
  private let file: any ByteSource
  private var page: [UInt8]
  private var isDone = false

  init(_ source: SourceFile, _ file: any ByteSource, head: [UInt8]) {
    self.source = source
    self.file = file
    page = head
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    guard !isDone else { return nil }
    isDone = true
    do throws(ReadFailure) {
      // What is too large is told by one byte more than may be.
      while page.count <= HTMLPage.maximum, try file.read(1 << 18, into: &page) {}
    } catch {
      return .failure(Rejection(path: source.path, reason: "reading failed: \(error.reason)"))
    }
    defer { page = [] }
    do throws(HTMLPage.Refusal) {
      let page = try HTMLPage(page, id: source.id)
      return .success(ReadArticle(page.article, path: source.path, isRepaired: page.isRepaired))
    } catch {
      return .failure(Rejection(path: source.path, reason: error.reason))
    }
  }
}
