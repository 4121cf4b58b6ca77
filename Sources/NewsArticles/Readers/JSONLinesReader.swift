import FoundationEssentials

/// Reads JSON Lines: an object a line.
struct JSONLinesReader: ArticleReader {
  private let source: SourceFile
  private var lines: LineReader
  private var hasFailed = false
  private let decoder = JSONDecoder()

  init(_ source: SourceFile, _ file: InputFile, head: [UInt8]) {
    self.source = source
    lines = LineReader(file, head: head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head)
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    while !hasFailed {
      do throws(SystemReason) {
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
        return .failure(rejection("reading stopped here: \(error.text)"))
      }
    }
    return nil
  }

  private func read(_ bytes: ArraySlice<UInt8>) -> Result<ReadArticle, Rejection> {
    var isRepaired = false
    let record: JSONArticle
    do {
      record = try decoder.decode(JSONArticle.self, from: Data(bytes))
    } catch let first {
      // The decoder takes UTF-8 only; whether it is, is asked only when something is wrong.
      guard String(validating: bytes, as: UTF8.self) == nil else {
        return .failure(rejection(JSONArticle.reason(first)))
      }
      let decoded = TextDecoding.decode(bytes)
      isRepaired = decoded.isRepaired
      do {
        record = try decoder.decode(JSONArticle.self, from: Data(decoded.text.utf8))
      } catch {
        return .failure(rejection(JSONArticle.reason(error)))
      }
    }
    guard var article = record.article() else {
      return .failure(rejection("the record has neither \"text\" nor \"body\""))
    }
    if article.id.isEmpty { article.id = "\(source.id):\(lines.number)" }
    return .success(
      ReadArticle(article, path: source.path, line: lines.number, isRepaired: isRepaired))
  }

  private func rejection(_ reason: String) -> Rejection {
    Rejection(path: source.path, line: lines.number, reason: reason)
  }
}
