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

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page, as it came.
  ///   - charset: The encoding that its transport named, as in `Content-Type: text/html; charset=iso-8859-1`.
  ///   - url: Where it was found; what the page says of its address comes first.
  ///   - id: The id of the article.
  /// - Throws: Why there is no article: a front page, an error page, no text.
  init(_ bytes: [UInt8], charset: String? = nil, url: String? = nil, id: String) throws(Refusal) {
    throw Refusal(reason: "HTML is not read yet")
  }
}
