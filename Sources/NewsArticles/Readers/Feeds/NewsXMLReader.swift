/// Reads feeds and agencies' documents: RSS, Atom, NITF, NewsML-G2; one article an item, as the items come.
struct NewsXMLReader: ArticleReader {
  private let source: SourceFile
  private var stream: XMLStream
  private let items: NewsXMLItems
  private let parser: Result<XMLPushParser, MarkupError>
  private var isDone = false
  private var count = 0

  /// - Parameters:
  ///   - source: The file.
  ///   - file: What follows `head`.
  ///   - head: The beginning of the file, read already.
  ///   - maximum: Larger items are rejected, in bytes.
  init(_ source: SourceFile, _ file: any ByteSource, head: [UInt8], maximum: Int = NewsXMLItems.maximum) {
    self.source = source
    stream = XMLStream(file, head: head)
    let items = NewsXMLItems(maximum: maximum)
    self.items = items
    do throws(MarkupError) {
      parser = .success(try XMLPushParser(items))
    } catch {
      parser = .failure(error)
    }
  }

  mutating func next() -> Result<ReadArticle, Rejection>? {
    while true {
      if let item = items.take() {
        count += 1
        return read(item)
      }
      guard !isDone else { return nil }
      if let rejection = readOn() { return .failure(rejection) }
    }
  }

  /// Reads the next piece of the document; what is wrong with it ends the reading.
  private mutating func readOn() -> Rejection? {
    let piece: [UInt8]?
    do throws(ReadFailure) {
      piece = try stream.next()
    } catch {
      isDone = true
      return rejection("reading stopped here: \(error.reason)")
    }
    do throws(MarkupError) {
      let parser = try parser.get()
      if let piece {
        try parser.feed(piece)
      } else {
        isDone = true
        try parser.feed([], isLast: true)
      }
    } catch {
      isDone = true
      return rejection(error.reason)
    }
    guard isDone, items.isEmpty else { return nil }
    if items.isCutOff { return rejection("the document ends in the midst of an article", line: items.line) }
    return count == 0 ? rejection("there is no article in it") : nil
  }

  private mutating func read(_ item: NewsXMLItem) -> Result<ReadArticle, Rejection> {
    if item.isTooLarge {
      let size = "\(NewsXMLItems.maximum >> 20) MB"
      return .failure(rejection("the item is larger than \(size): no article is", line: item.line))
    }
    var article: Article
    do throws(NewsMLArticle.Refusal) {
      switch item.kind {
      case .rss, .atom: article = FeedArticle(item).article()
      case .nitf: article = NITFArticle(item, root: item.root).article()
      case .newsML: article = try NewsMLArticle(item).article()
      }
    } catch {
      return .failure(rejection(error.reason, line: item.line))
    }
    guard !article.title.isEmpty || !article.text.isEmpty else {
      return .failure(rejection("the item has neither title nor text", line: item.line))
    }
    article = Self.cleaned(article)
    if article.id.isEmpty { article.id = item.kind == .nitf ? source.id : "\(source.id):\(item.line)" }
    return .success(
      ReadArticle(article, path: source.path, line: item.line, isRepaired: stream.takeRepaired()))
  }

  /// An article whose names are lines without control characters, as those of all articles are.
  private static func cleaned(_ article: Article) -> Article {
    func line(_ text: String?) -> String? {
      text.map(PlainText.line).flatMap { $0.isEmpty ? nil : $0 }
    }
    var article = article
    article.id = PlainText.line(article.id)
    article.section = line(article.section)
    article.url = line(article.url)
    article.author = line(article.author)
    article.language = line(article.language)
    article.source = line(article.source)
    return article
  }

  private func rejection(_ reason: String, line: Int? = nil) -> Rejection {
    Rejection(path: source.path, line: line, reason: reason)
  }
}
