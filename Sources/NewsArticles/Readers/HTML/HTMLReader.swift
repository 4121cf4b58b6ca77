/// Reads a page of the web: one article a file.
struct HTMLReader: ArticleReader {
  private let source: SourceFile
  private let file: any ByteSource
  private var head: [UInt8]
  private var isDone = false

  init(_ source: SourceFile, _ file: any ByteSource, head: [UInt8]) {
    self.source = source
    self.file = file
    self.head = head
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    guard !isDone else { return nil }
    isDone = true
    let page: [UInt8]
    do throws(ReadFailure) {
      page = try file.readAll(after: head, maximum: HTMLPage.maximum)
    } catch {
      return .failure(Rejection(path: source.path, reason: error.reason))
    }
    head = []
    do throws(HTMLPage.Refusal) {
      let page = try HTMLPage(page, id: source.id)
      return .success(ReadArticle(page.article, path: source.path, isRepaired: page.isRepaired))
    } catch {
      return .failure(Rejection(path: source.path, reason: error.reason))
    }
  }
}
