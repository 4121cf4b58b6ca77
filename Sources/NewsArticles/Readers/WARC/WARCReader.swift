/// Reads the pages of a WARC file, as web archives keep them: an article each page.
///
/// Pages are responses with status 200 and HTML; other records are passed over and counted. Behind damage reading goes on at the
/// next record; where each is compressed for itself also if no more of one can be unpacked.
///
/// Source: <https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/>.
struct WARCReader: ArticleReader {
  private let source: SourceFile
  private let unpacking: Unpacking
  private var bytes: BufferedBytes
  private var isDone = false
  /// The number of the record at hand, from 1.
  private var number = 0
  private(set) var skippedRecords = 0
  /// Why nothing of the record behind the one at hand can be read.
  private var failureOfNext: ReadFailure?

  /// Each record begins with it.
  private static let mark = Array("WARC/".utf8)
  /// Each record ends with it.
  private static let end = Array("\r\n\r\n".utf8)
  /// A larger record is no page, in bytes.
  static let maximum = 32 << 20

  /// Whether a file begins as one.
  static func reads(_ head: [UInt8]) -> Bool {
    head.starts(with: mark) && head.count > 5 && 0x30...0x39 ~= head[5]
  }

  init(_ source: SourceFile, _ bytes: any ByteSource, head: [UInt8], _ unpacking: Unpacking) {
    self.source = source
    self.unpacking = unpacking
    self.bytes = BufferedBytes(bytes, head: head)
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    while !isDone {
      var start = bytes.offset
      var hasBegun = false
      do throws(ReadFailure) {
        if let failure = failureOfNext {
          failureOfNext = nil
          start += Self.end.count
          throw failure
        }
        while try bytes.peek(1).first.map({ $0 == 0x0D || $0 == 0x0A }) ?? false {
          _ = try bytes.skip(1)
          start = bytes.offset
        }
        guard try bytes.hasMore() else {
          isDone = true
          return nil
        }
        hasBegun = true
        number += 1
        guard let page = try takePage() else {
          skippedRecords += 1
          continue
        }
        return read(page)
      } catch {
        // It is the next record of which nothing can be read.
        if !hasBegun, error.wholeCount.map({ $0 >= start }) ?? false { number += 1 }
        if bytes.resume(at: Self.mark) { isDone = false }
        return .failure(rejection("the record at byte \(start): \(error.reason)"))
      }
    }
    return nil
  }

  /// A page and what the record says of it.
  private struct Page {
    let content: [UInt8]
    let charset: String?
    let url: String?
    let date: ArticleDate?
  }

  /// Takes the next record; `nil` where it is no page.
  ///
  /// - Throws: What is wrong with it; where the next one begins is found if it can be.
  private mutating func takePage() throws(ReadFailure) -> Page? {
    // What fails below leaves no way to go on, unless it says so.
    isDone = true
    guard try bytes.peek(Self.mark.count).elementsEqual(Self.mark) else {
      try findNextRecord()
      throw ReadFailure("no record of WARC begins here, what is there was passed over")
    }
    guard let header = try HeaderFields(&bytes), let length = header["content-length"].flatMap({ Int($0) }),
      length >= 0
    else {
      try findNextRecord()
      throw ReadFailure("cut off or damaged, its header has no end or names no length")
    }
    let type = header["warc-type"]?.lowercased()
    let isResponse = type == "response" && header.contentType == "application/http"
    let isPage = type == "resource" && header.contentType == "text/html"
    guard isResponse || isPage else {
      guard try bytes.skip(length) else { throw ReadFailure("cut off") }
      isDone = false
      return nil
    }
    guard length <= Self.maximum else {
      guard try bytes.skip(length) else { throw ReadFailure("cut off") }
      isDone = false
      throw ReadFailure("larger than \(Self.maximum >> 20) MB: no page of an article is")
    }
    guard let block = try bytes.take(length) else { throw ReadFailure("cut off") }
    try verifyEnd()
    isDone = false
    let url = header["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
    let date = header["warc-date"].flatMap { ArticleDate($0) }
    if isPage { return Page(content: block, charset: header.charset, url: url, date: date) }
    guard let response = HTTPResponse(block), response.isPage else { return nil }
    return Page(
      content: try response.body(maximum: Self.maximum, unpacking.ledger), charset: response.header.charset,
      url: url, date: date)
  }

  /// Makes sure that what was taken is as it was: of compressed data only the end tells.
  private mutating func verifyEnd() throws(ReadFailure) {
    do throws(ReadFailure) {
      let next = Self.end + Self.mark
      // Damaged data may unpack to more than the record was.
      if try !next.starts(with: bytes.peek(next.count)) { _ = try bytes.peek(1 << 16) }
    } catch {
      if let count = error.wholeCount, count < bytes.offset { throw error }
      failureOfNext = error
    }
  }

  /// Passes over what is no record, up to the beginning of one.
  private mutating func findNextRecord() throws(ReadFailure) {
    let mark = Array("\r\nWARC/1.".utf8)
    while try bytes.hasMore() {
      let window = try bytes.peek(1 << 16)
      for start in window.indices where window[start] == 0x0D && window[start...].starts(with: mark) {
        _ = try bytes.skip(start - window.startIndex)
        isDone = false
        return
      }
      guard window.count == 1 << 16 else { return }
      _ = try bytes.skip(window.count - mark.count)
    }
  }

  private func read(_ page: Page) -> Result<ReadArticle, Rejection> {
    do throws(HTMLPage.Refusal) {
      let read = try HTMLPage(
        page.content, charset: page.charset, url: page.url, id: "\(source.id):\(number)")
      var article = read.article
      article.date = article.date ?? page.date
      return .success(ReadArticle(article, path: source.path, record: number, isRepaired: read.isRepaired))
    } catch {
      let place = page.url.map { " (\(PlainText.line($0)))" } ?? ""
      return .failure(rejection(error.reason + place))
    }
  }

  private func rejection(_ reason: String) -> Rejection {
    Rejection(path: source.path, record: number, reason: reason)
  }
}
