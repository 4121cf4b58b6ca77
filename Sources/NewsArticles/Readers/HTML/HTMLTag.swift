/// What the names of HTML's elements say of them.
///
/// Source: <https://html.spec.whatwg.org/multipage/rendering.html>, <https://html.spec.whatwg.org/multipage/parsing.html>.
enum HTMLTag {
  /// Elements that begin on a line of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5",
    "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup",
    "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title",
    "tr", "ul", "video", "audio", "iframe", "noscript", "textarea",
    // NITF's.
    "hl1", "hl2", "bq", "block", "media",
  ]

  /// Elements that end an open paragraph, of which libxml2 does not know that they do.
  static let paragraphEnders: Set<String> = [
    "article", "aside", "details", "dialog", "figcaption", "figure", "footer", "header", "hgroup", "main",
    "nav",
    "section", "summary",
  ]

  /// Elements without content.
  static let voids: Set<String> = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
  ]

  /// Elements whose text nobody reads on the page.
  static let unread: Set<String> = [
    "script", "style", "template", "svg", "math", "select", "textarea", "object", "embed", "iframe", "audio",
    "video", "canvas", "map", "head", "frameset", "button", "input", "dialog", "menu",
  ]

  /// AMP's elements that hold text; its others are gadgets.
  ///
  /// Source: <https://amp.dev/documentation/components/>.
  static let readAMP: Set<String> = [
    "amp-accordion", "amp-layout", "amp-fit-text", "amp-selector", "amp-script",
  ]

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Attributes that tell something.
  static let attributes: Set<String> = [
    "class", "id", "itemprop", "itemtype", "itemscope", "role", "property", "name", "content", "href", "rel",
    "hidden", "aria-label", "style", "datetime", "type", "lang", "xml:lang", "charset", "http-equiv", "amp",
    "⚡",
  ]
}
