/// An item of a feed, or a document of an agency, before an article is made of it.
struct NewsXMLItem {
  /// What it is.
  enum Kind {
    case rss, atom, nitf, newsML
  }

  let kind: Kind
  /// Its elements; the first below the root is the item's own.
  let tree: HTMLTree
  /// The line of the document on which it begins.
  let line: Int
  /// Whether it was larger than what is read.
  let isTooLarge: Bool
  /// What the feed says of all its items.
  let feed: Feed

  /// What a feed says of itself.
  struct Feed {
    var title: String?
    var language: String?
  }

  /// The item's own element.
  var root: Int { tree.nodes.count > 1 ? 1 : 0 }

  /// The children of an element that have a name.
  func children(_ tag: String, of node: Int? = nil) -> [Int] {
    let parent = node ?? root
    return tree.elements(tag, in: parent).filter { tree.nodes[$0].parent == parent && $0 != parent }
  }

  /// The text of the first child that has one of some names, on one line; `nil` where there is none.
  func line(_ tags: String..., of node: Int? = nil) -> String? {
    tags.lazy.flatMap { children($0, of: node) }.map { HTMLText.unescaped(raw($0)) }.first { !$0.isEmpty }
  }

  /// The text of an element as it came.
  func raw(_ node: Int) -> String {
    String(decoding: tree.bytes[tree.nodes[node].text], as: UTF8.self)
  }

  /// The element at the end of a path of names, the first of each.
  func first(_ path: String...) -> Int? {
    path.reduce(root as Int?) { node, tag in node.flatMap { children(tag, of: $0).first } }
  }
}
