/// Makes a tree of what a parser tells: of a page, or of a piece of XML that holds text as pages do.
final class HTMLTreeBuilder: MarkupHandler {
  private(set) var tree = HTMLTree()
  private let isXML: Bool
  /// The elements that are open, the root first.
  private var open = [0]
  private let maximumNodes: Int

  /// No page is read further, in elements and texts.
  static let maximumNodes = 1 << 20

  /// - Parameters:
  ///   - isXML: Whether elements end where they are closed, and nowhere else.
  ///   - maximumNodes: So many elements and texts are read.
  init(isXML: Bool = false, maximumNodes: Int = HTMLTreeBuilder.maximumNodes) {
    self.isXML = isXML
    self.maximumNodes = maximumNodes
  }

  var isDone: Bool { tree.nodes.count >= maximumNodes }

  func wantsAttribute(_ name: String) -> Bool { HTMLTag.attributes.contains(name) }

  func start(_ name: String, namespace: String, _ attributes: [MarkupAttribute], line: Int) {
    if !isXML, HTMLTag.paragraphEnders.contains(name) {
      close("p", outTo: HTMLTag.blocks)
      close("head", outTo: [])
    }
    let first = tree.attributes.count
    tree.attributes += attributes
    let index = tree.nodes.count
    tree.nodes.append(
      HTMLTree.Node(
        tag: name, parent: open[open.count - 1], end: index + 1, attributes: first..<tree.attributes.count,
        text: tree.bytes.count..<tree.bytes.count))
    if isXML || !HTMLTag.voids.contains(name) { open.append(index) }
  }

  func end(_ name: String) {
    close(name, outTo: [])
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parent = open[open.count - 1]
    switch tree.nodes[parent].tag {
    case "style": return
    case "script" where tree.attribute("type", of: parent)?.lowercased().contains("ld+json") != true: return
    default: break
    }
    let start = tree.bytes.count
    tree.bytes += bytes
    let last = tree.nodes.count - 1
    if tree.nodes[last].isText, tree.nodes[last].parent == parent {
      tree.nodes[last].text = tree.nodes[last].text.lowerBound..<tree.bytes.count
    } else {
      tree.nodes.append(
        HTMLTree.Node(
          tag: "", parent: parent, end: last + 2, attributes: 0..<0, text: start..<tree.bytes.count))
    }
  }

  /// Closes the innermost element of a name and all in it, unless one of `walls` stands between.
  private func close(_ name: String, outTo walls: Set<String>) {
    for position in open.indices.dropFirst().reversed() {
      let tag = tree.nodes[open[position]].tag
      guard tag == name else {
        if walls.contains(tag) { return }
        continue
      }
      while open.count > position { closeLast() }
      return
    }
  }

  /// Closes the innermost element.
  func endLast() {
    if open.count > 1 { closeLast() }
  }

  private func closeLast() {
    let index = open.removeLast()
    tree.nodes[index].end = tree.nodes.count
    tree.nodes[index].text = tree.nodes[index].text.lowerBound..<tree.bytes.count
  }

  /// The tree, all elements closed.
  func finished() -> HTMLTree {
    while !open.isEmpty { closeLast() }
    return tree
  }

  /// The tree of a page.
  ///
  /// - Parameter page: Text in UTF-8.
  /// - Returns: The tree; cut where the page has too many elements.
  /// - Throws: What ended the reading.
  static func tree(of page: [UInt8]) throws(MarkupError) -> HTMLTree {
    let builder = HTMLTreeBuilder()
    try HTMLParser.parse(page, builder)
    return builder.finished()
  }
}
