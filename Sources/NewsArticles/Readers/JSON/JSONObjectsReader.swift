/// Reads the objects of a JSON array, or objects over many lines, one after the other.
struct JSONObjectsReader: ArticleReader {
  private let source: SourceFile
  private var objects: JSONObjects
  private var hasFailed = false

  init(_ source: SourceFile, _ bytes: any ByteSource, head: [UInt8]) {
    self.source = source
    objects = JSONObjects(bytes, head: head)
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    guard !hasFailed else { return nil }
    do throws(ReadFailure) {
      guard let object = try objects.next() else { return nil }
      return read(object)
    } catch {
      hasFailed = true
      return .failure(Rejection(path: source.path, record: objects.number, reason: error.reason))
    }
  }

  private func read(_ object: JSONObjects.Object) -> Result<ReadArticle, Rejection> {
    do throws(ReadFailure) {
      guard case .bytes(let bytes) = object else { throw ReadFailure("the record is JSON, but no object") }
      var record = try JSONRecord(bytes)
      if record.article.id.isEmpty { record.article.id = "\(source.id):\(objects.number)" }
      return .success(
        ReadArticle(
          record.article, path: source.path, record: objects.number, isRepaired: record.isRepaired))
    } catch {
      return .failure(Rejection(path: source.path, record: objects.number, reason: error.reason))
    }
  }
}
