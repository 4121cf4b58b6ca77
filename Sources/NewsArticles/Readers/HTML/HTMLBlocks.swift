/// Takes a page apart into its blocks.
struct HTMLBlocks {
  private let tree: HTMLTree
  private let isLeftOut: (Int) -> Bool

  private(set) var blocks: [HTMLBlock] = []
  private var line: [UInt8] = []
  private var firstNode: Int?
  private var owner = 0
  private var length = 0
  private var linkLength = 0
  private var boldLength = 0
  /// Line breaks since the last text: two of them begin a paragraph.
  private var breaks = 0

  /// The blocks of a subtree.
  ///
  /// Complexity: linear in the subtree.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - node: The element whose blocks are wanted.
  ///   - isLeftOut: Whether an element and all in it is not looked at.
  init(of tree: HTMLTree, in node: Int = 0, leavingOut isLeftOut: (Int) -> Bool) {
    self = withoutActuallyEscaping(isLeftOut) { isLeftOut in
      var blocks = HTMLBlocks(tree, isLeftOut)
      blocks.read(node)
      return HTMLBlocks(tree, blocks.blocks)
    }
  }

  private init(_ tree: HTMLTree, _ isLeftOut: @escaping (Int) -> Bool) {
    self.tree = tree
    self.isLeftOut = isLeftOut
  }

  private init(_ tree: HTMLTree, _ blocks: [HTMLBlock]) {
    self.init(tree) { _ in false }
    self.blocks = blocks
  }

  private mutating func read(_ root: Int) {
    var open: [(end: Int, isBlock: Bool, isLink: Bool, isBold: Bool)] = []
    var (owners, links, bolds) = ([root], 0, 0)
    var index = root
    while index < tree.nodes[root].end {
      while let last = open.last, last.end <= index {
        open.removeLast()
        if last.isLink { links -= 1 }
        if last.isBold { bolds -= 1 }
        if last.isBlock {
          flush()
          owners.removeLast()
        }
      }
      let node = tree.nodes[index]
      let isBlock = HTMLTag.blocks.contains(node.tag)
      if node.isText {
        owner = owners[owners.count - 1]
        add(tree.bytes[node.text], of: index, isLink: links > 0, isBold: bolds > 0)
      } else if node.tag == "br" {
        breaks += 1
      } else if index != root, isLeftOut(index) {
        if isBlock { flush() }
        index = node.end
        continue
      } else {
        let isLink = node.tag == "a"
        let isBold = node.tag == "b" || node.tag == "strong"
        if isBlock {
          flush()
          owners.append(index)
        }
        if isLink { links += 1 }
        if isBold { bolds += 1 }
        open.append((node.end, isBlock, isLink, isBold))
      }
      index += 1
    }
    flush()
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, of node: Int, isLink: Bool, isBold: Bool) {
    let count = bytes.count { !HTMLText.isSpace($0) && $0 & 0xC0 != 0x80 }
    if count > 0, breaks > 0, !line.isEmpty {
      if breaks > 1 {
        flush()
      } else {
        while line.last == 0x20 { line.removeLast() }
        line.append(0x0A)
      }
    }
    if count > 0 {
      breaks = 0
      firstNode = firstNode ?? node
    }
    HTMLText.append(bytes, to: &line)
    length += count
    if isLink { linkLength += count }
    if isBold { boldLength += count }
  }

  private mutating func flush() {
    defer {
      line.removeAll(keepingCapacity: true)
      (firstNode, length, linkLength, boldLength, breaks) = (nil, 0, 0, 0, 0)
    }
    guard let firstNode else { return }
    let text = PlainText.paragraphs(String(decoding: line, as: UTF8.self))
    guard !text.isEmpty else { return }
    blocks.append(
      HTMLBlock(
        node: firstNode, owner: owner, text: text, length: length, linkLength: linkLength,
        boldLength: boldLength))
  }
}
