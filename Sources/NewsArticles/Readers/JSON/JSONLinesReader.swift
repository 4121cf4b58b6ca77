/// Reads JSON Lines: an object a line.
struct JSONLinesReader: ArticleReader {
  private let source: SourceFile
  private var lines: LineReader
  private var hasFailed = false

  init(_ source: SourceFile, _ bytes: any ByteSource, head: [UInt8]) {
    self.source = source
    lines = LineReader(bytes, head: head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head)
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    while !hasFailed {
      do throws(ReadFailure) {
        switch try lines.next() {
        case .bytes(let bytes):
          if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
          return read(bytes)
        case .tooLong:
          return .failure(rejection("the line is longer than \(LineReader.maximum >> 20) MB: no article is"))
        case nil:
          return nil
        }
      } catch {
        hasFailed = true
        return .failure(rejection("reading stopped here: \(error.reason)"))
      }
    }
    return nil
  }

  private func read(_ bytes: ArraySlice<UInt8>) -> Result<ReadArticle, Rejection> {
    do throws(ReadFailure) {
      var record = try JSONRecord(bytes)
      if record.article.id.isEmpty { record.article.id = "\(source.id):\(lines.number)" }
      return .success(
        ReadArticle(record.article, path: source.path, line: lines.number, isRepaired: record.isRepaired))
    } catch {
      return .failure(rejection(error.reason))
    }
  }

  private func rejection(_ reason: String) -> Rejection {
    Rejection(path: source.path, line: lines.number, reason: reason)
  }
}
