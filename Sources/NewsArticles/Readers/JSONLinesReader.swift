import FoundationEssentials

/// Reads JSON Lines: an object a line.
struct JSONLinesReader: ArticleReader {
  private let source: SourceFile
  private var lines: LineReader
  private var hasFailed = false
  private let decoder = JSONDecoder()

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
    var isRepaired = false
    let record: JSONArticle
    do {
      record = try decoder.decode(JSONArticle.self, from: Data(bytes))
    } catch {
      // The decoder takes nothing but UTF-8 and whole characters; whether that is it, is asked only when
      // something is wrong.
      let mended = mended(bytes)
      isRepaired = mended.isRepaired
      do {
        record = try decoder.decode(JSONArticle.self, from: Data(mended.json))
      } catch {
        return .failure(rejection(JSONArticle.reason(error)))
      }
    }
    guard var article = record.article() else {
      return .failure(rejection("the record has no text in \"text\" or \"body\""))
    }
    if article.id.isEmpty { article.id = "\(source.id):\(lines.number)" }
    return .success(
      ReadArticle(article, path: source.path, line: lines.number, isRepaired: isRepaired))
  }

  /// A line in UTF-8, and whether something of it had to be replaced by U+FFFD.
  private func mended(_ bytes: ArraySlice<UInt8>) -> (json: [UInt8], isRepaired: Bool) {
    let (text, isRepaired) = TextDecoding.decode(bytes)
    let json = Array(text.utf8)
    guard let mended = JSONEscapes.mended(json) else { return (json, isRepaired) }
    return (mended, true)
  }

  private func rejection(_ reason: String) -> Rejection {
    Rejection(path: source.path, line: lines.number, reason: reason)
  }
}
