/// The elements and texts of a page, in the order of the document.
///
/// A node's descendants follow it, up to its `end`: what is asked of a subtree is a loop over a range.
struct HTMLTree {
  /// An element, or a piece of text.
  struct Node {
    /// The element's name in lower case; empty for text.
    let tag: String
    /// The index of the element that holds it; of the root, its own.
    let parent: Int
    /// The index behind its last descendant.
    var end: Int
    /// Its attributes, among ``HTMLTree/attributes``.
    var attributes: Range<Int>
    /// Its text, among ``HTMLTree/bytes``; of an element, all text that is in it.
    var text: Range<Int>

    var isText: Bool { tag.isEmpty }
  }

  /// Never empty: the first is a root that holds all others.
  var nodes: [Node]
  var attributes: [MarkupAttribute] = []
  /// All text, in UTF-8.
  var bytes: [UInt8] = []

  init() {
    nodes = [Node(tag: "#root", parent: 0, end: 1, attributes: 0..<0, text: 0..<0)]
  }

  /// The value of an attribute; `nil` where the element has none of that name.
  func attribute(_ name: String, of node: Int) -> String? {
    attributes[nodes[node].attributes].first { $0.name == name }?.value
  }

  /// The elements of a name within a node.
  func elements(_ tag: String, in node: Int = 0) -> [Int] {
    (node..<nodes[node].end).filter { nodes[$0].tag == tag }
  }

  /// The elements that hold a node, the innermost first, without the root.
  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(state: node) { current -> Int? in
      current = nodes[current].parent
      return current == 0 ? nil : current
    }
  }

  /// Whether a node lies within another, or is it.
  func contains(_ outer: Int, _ node: Int) -> Bool { outer <= node && node < nodes[outer].end }

  /// All text within a node, on one line.
  func line(of node: Int) -> String {
    HTMLText.line(bytes[nodes[node].text])
  }
}
