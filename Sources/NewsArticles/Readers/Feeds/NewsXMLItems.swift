/// Cuts feeds and agencies' documents into their items, as the parser goes through them.
final class NewsXMLItems: MarkupHandler {
  private var items: [NewsXMLItem] = []
  private var feed = NewsXMLItem.Feed()
  /// The names of the open elements outside of items.
  private var path: [String] = []

  private var kind: NewsXMLItem.Kind?
  private var builder = HTMLTreeBuilder(isXML: true)
  private var depth = 0
  /// The line on which the last item began.
  private(set) var line = 0
  private var size = 0
  /// What a line of the feed's own says, while it is read.
  private var text: [UInt8] = []

  private let maximum: Int

  /// A larger item is no article, in bytes.
  static let maximum = 32 << 20

  /// The elements that are items, by name.
  private static let kinds: [String: NewsXMLItem.Kind] = [
    "item": .rss, "entry": .atom, "nitf": .nitf, "newsItem": .newsML, "packageItem": .newsML,
  ]

  /// What the names of known vocabularies begin with in the tree; none for those whose names clash with no other.
  private static let prefixes: [String: String] = [
    "": "", "http://www.w3.org/2005/Atom": "", "http://purl.org/atom/ns#": "", "http://purl.org/rss/1.0/": "",
    "http://iptc.org/std/nar/2006-10-01/": "", "http://iptc.org/std/NITF/2006-10-18/": "",
    "http://www.w3.org/1999/xhtml": "", "http://backend.userland.com/rss2": "",
    "http://purl.org/rss/1.0/modules/content/": "content:", "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:", "http://search.yahoo.com/mrss/": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
  ]

  init(maximum: Int = NewsXMLItems.maximum) {
    self.maximum = maximum
  }

  var isEmpty: Bool { items.isEmpty }

  /// Whether an item was begun and not ended.
  var isCutOff: Bool { kind != nil }

  /// The oldest item that was not taken yet.
  func take() -> NewsXMLItem? { items.isEmpty ? nil : items.removeFirst() }

  var isDone: Bool { false }

  func wantsAttribute(_ name: String) -> Bool { true }

  func start(_ name: String, namespace: String, _ attributes: [MarkupAttribute], line: Int) {
    let name = Self.name(name, namespace)
    if kind != nil {
      depth += 1
      size += name.utf8.count + attributes.reduce(0) { $0 + $1.value.utf8.count }
      if !isTooLarge { builder.start(name, namespace: "", attributes, line: line) }
    } else if let found = Self.kinds[name],
      name != "item" || path.last == "channel" || path.last == "rss" || path.last?.lowercased() == "rdf"
        || path.last == "items"
    {
      kind = found
      builder = HTMLTreeBuilder(isXML: true)
      (depth, size, self.line) = (1, 0, line)
      builder.start(name, namespace: "", attributes, line: line)
    } else {
      path.append(name)
      text = []
      if let language = attributes.first(where: { $0.name == "lang" })?.value { feed.language = language }
    }
  }

  func end(_ name: String) {
    guard let kind else {
      noteFeed()
      if !path.isEmpty { path.removeLast() }
      return
    }
    depth -= 1
    // The tree is closed by position: prefixes do not matter.
    if !isTooLarge { builder.endLast() }
    guard depth == 0 else { return }
    items.append(
      NewsXMLItem(kind: kind, tree: builder.finished(), line: line, isTooLarge: isTooLarge, feed: feed))
    self.kind = nil
    builder = HTMLTreeBuilder(isXML: true)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if kind == nil {
      if path.count <= 3, text.count < 4096 { text += bytes }
    } else {
      size += bytes.count
      if !isTooLarge { builder.text(bytes) }
    }
  }

  private var isTooLarge: Bool { size > maximum || builder.isDone }

  /// Takes what the feed says of itself.
  private func noteFeed() {
    let line = HTMLText.line(text)
    text = []
    guard !line.isEmpty,
      path == ["rss", "channel", path.last ?? ""] || path == ["feed", path.last ?? ""]
        || path.first?.lowercased() == "rdf" && path.count == 3 && path[1] == "channel"
    else { return }
    switch path.last {
    case "title": feed.title = feed.title ?? line
    case "language", "dc:language": feed.language = feed.language ?? line
    default: break
    }
  }

  private static func name(_ name: String, _ namespace: String) -> String {
    if let prefix = prefixes[namespace] { return prefix + name }
    // The agencies' vocabularies come in many versions.
    return namespace.hasPrefix("http://iptc.org/") || namespace.hasPrefix("http://www.iptc.org/")
      ? name : "x:" + name
  }
}
