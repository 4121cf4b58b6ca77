/// Reads a file that is one article, as a page of the web is.
struct WholeFileReader: ArticleReader {
  /// An article, and whether bytes of it were replaced by U+FFFD.
  typealias Made = (article: Article, isRepaired: Bool)
  /// Makes an article of all bytes of a file, with the id that is given.
  typealias Making = (_ file: [UInt8], _ id: String) throws(ReadFailure) -> Made

  private let source: SourceFile
  private let bytes: any ByteSource
  private var head: [UInt8]
  private let make: Making
  private var isDone = false

  /// A larger file is no article, in bytes.
  static let maximum = 32 << 20

  /// - Parameters:
  ///   - source: The file.
  ///   - bytes: What follows `head`.
  ///   - head: The beginning, read already.
  ///   - make: Makes the article of all bytes.
  init(_ source: SourceFile, _ bytes: any ByteSource, head: [UInt8], _ make: @escaping Making) {
    self.source = source
    self.bytes = bytes
    self.head = head
    self.make = make
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    guard !isDone else { return nil }
    isDone = true
    do throws(ReadFailure) {
      let file = try bytes.readAll(after: head, maximum: Self.maximum)
      head = []
      let (article, isRepaired) = try make(file, source.id)
      return .success(ReadArticle(article, path: source.path, isRepaired: isRepaired))
    } catch {
      return .failure(Rejection(path: source.path, reason: error.reason))
    }
  }

  /// The article in a page saved as text.
  static func webExport(_ file: [UInt8], id: String) throws(ReadFailure) -> Made {
    let (text, isRepaired) = TextDecoding.decode(file[...])
    guard let article = WebExport(text).article(id: id) else { throw ReadFailure("there is no text in it") }
    return (article, isRepaired)
  }

  /// The article in a page of the web.
  static func html(_ file: [UInt8], id: String) throws(ReadFailure) -> Made {
    do throws(HTMLPage.Refusal) {
      let page = try HTMLPage(file, id: id)
      return (page.article, page.isRepaired)
    } catch {
      throw ReadFailure(error.reason)
    }
  }
}
