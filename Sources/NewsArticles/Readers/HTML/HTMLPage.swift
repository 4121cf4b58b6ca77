/// A page of the web, of which an article is made.
struct HTMLPage {
  /// Why a page gives no article.
  struct Refusal: Error, Hashable {
    /// For people, as a ``Rejection`` says it.
    let reason: String
  }

  /// The article, its `id` the one that was given.
  let article: Article
  /// Whether bytes that stood for no character were replaced by U+FFFD.
  let isRepaired: Bool

  /// A larger page is not read, in bytes: no article is as large.
  static let maximum = 32 << 20

  /// A page that does not call itself an article needs so much text to be taken for one, in characters.
  private static let leastText = 250.0
  /// So much is enough where an element is called the text of an article.
  private static let leastNamed = 120.0
  /// So much text is enough where the page calls itself one.
  private static let leastDeclared = 60

  /// Reads a page.
  ///
  /// Complexity: linear in the page; its memory is some ten times the page.
  ///
  /// - Parameters:
  ///   - bytes: The page, as it came.
  ///   - charset: The encoding that its transport named, as in `Content-Type: text/html; charset=iso-8859-1`.
  ///   - url: Where it was found; what the page says of its address comes first.
  ///   - id: The id of the article.
  /// - Throws: Why there is no article: a front page, an error page, no text.
  init(_ bytes: [UInt8], charset: String? = nil, url: String? = nil, id: String) throws(Refusal) {
    guard bytes.count <= Self.maximum else {
      throw Refusal(reason: "larger than \(Self.maximum >> 20) MB: no page of an article is")
    }
    let (text, isRepaired) = MarkupEncoding.decode(bytes[...], charset: charset)
    let tree: HTMLTree
    do {
      tree = try HTMLTreeBuilder.tree(of: Array(text.utf8))
    } catch {
      throw Refusal(reason: error.reason)
    }
    let metadata = PageMetadata(tree)
    let furniture = ElementFurniture(tree)
    let title = TitleFinder(tree, furniture, metadata)
    let found = BodyFinder(tree, furniture, titleNode: title.node)
    let page = PageText(tree, found, title, metadata)
    let (lead, body) = Self.text(page, metadata)
    guard !metadata.isList else {
      throw Refusal(reason: "a front page or a list of articles, not an article: no article was found in it")
    }
    let isEnough =
      metadata.isArticle
      ? lead.count + body.count >= Self.leastDeclared
      : found.score >= (found.isNamed ? Self.leastNamed : Self.leastText)
    guard isEnough else { throw Refusal(reason: "the page has no text of an article in it") }
    self.isRepaired = isRepaired
    article = Article(
      id: id, title: title.title, lead: lead, body: body, section: metadata.section,
      date: metadata.date ?? page.date, url: metadata.url ?? url, author: metadata.author ?? page.author,
      language: metadata.language, source: metadata.site, format: .html)
  }

  /// Lead and body: as the page shows them, or as it tells machines where it shows little of them.
  private static func text(_ page: PageText, _ metadata: PageMetadata) -> (lead: String, body: String) {
    let body = page.body.joined(separator: "\n")
    let whole = metadata.articleBody.map(paragraphs) ?? ""
    if whole.utf8.count > 2 * (page.lead.utf8.count + body.utf8.count) {
      // What is shown may be the lead alone.
      let isLead = metadata.descriptions.contains { TitleFinder.key($0) == TitleFinder.key(body) }
      let lead = page.lead.isEmpty && isLead ? body : page.lead
      return (whole.hasPrefix(lead) ? "" : lead, whole)
    }
    // The page of a video may hold no more than what the video is about.
    if body.isEmpty, page.lead.isEmpty, metadata.isArticle { return ("", metadata.descriptions.first ?? "") }
    return (page.lead, body)
  }

  /// A text of JSON-LD, in which some write HTML.
  private static func paragraphs(_ text: String) -> String {
    guard text.contains("<p") || text.contains("<br") || text.contains("&"),
      let tree = try? HTMLTreeBuilder.tree(of: Array(text.utf8))
    else { return PlainText.paragraphs(text) }
    return HTMLBlocks(of: tree) { HTMLTag.unread.contains(tree.nodes[$0].tag) }.blocks.map(\.text)
      .joined(separator: "\n")
  }
}
