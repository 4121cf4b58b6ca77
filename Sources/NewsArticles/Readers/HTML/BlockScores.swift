/// How much each block of a page looks like a part of an article.
///
/// A score is in characters: a paragraph counts as much as it has of its own, links deduct, and what looks like furniture
/// counts below zero. The article is then the element whose blocks have the largest sum: a box of links in it costs a
/// little, all that lies around it costs more than it brings.
struct BlockScores {
  private let tree: HTMLTree
  private let blocks: [HTMLBlock]
  /// One a block.
  private(set) var values: [Double]
  /// The sum of the scores before each node.
  private let sums: [Double]

  /// No shorter text is taken for a paragraph by its length alone.
  private static let paragraph = 100
  /// No shorter sentence is taken for one.
  private static let sentence = 30

  /// Complexity: linear in the blocks and nodes.
  init(_ tree: HTMLTree, _ blocks: [HTMLBlock]) {
    self.tree = tree
    self.blocks = blocks
    var values = blocks.map { Self.value($0, tag: tree.nodes[$0.owner].tag) }
    Self.lowerLonely(&values, blocks, tree)
    self.values = values
    var sums = [Double](repeating: 0, count: tree.nodes.count + 1)
    for (block, value) in zip(blocks, values) { sums[block.node + 1] += value }
    for index in 1..<sums.count { sums[index] += sums[index - 1] }
    self.sums = sums
  }

  /// The sum of the scores in an element.
  func sum(_ node: Int) -> Double { sums[tree.nodes[node].end] - sums[node] }

  private static func value(_ block: HTMLBlock, tag: String) -> Double {
    let length = Double(block.length)
    if block.linkDensity > 0.5 { return -min(length, 60) }
    let isParagraph =
      block.length >= paragraph || block.length >= sentence && block.endsSentence
      || block.length >= 2 * sentence && block.text.hasSuffix(":")
    if isParagraph {
      return LineFurniture.isFurniture(block.text) ? -min(length, 60) : length * (1 - block.linkDensity)
    }
    if HTMLTag.headings.contains(tag) || tag == "td" || tag == "th" { return 0 }
    return tag == "li" || tag == "dd" || tag == "dt" ? -3 : -15
  }

  /// Lowers what stands alone in its box: that may be a teaser, the paragraphs of an article have neighbours.
  private static func lowerLonely(_ values: inout [Double], _ blocks: [HTMLBlock], _ tree: HTMLTree) {
    func box(_ block: HTMLBlock) -> Int {
      let owner = tree.nodes[block.owner]
      switch owner.tag {
      case "p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6": return owner.parent
      case "li", "dd", "dt": return tree.nodes[owner.parent].parent
      default: return block.owner
      }
    }
    var company: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() where values[index] > 0 { company[box(block), default: 0] += 1 }
    for (index, block) in blocks.enumerated() where values[index] > 0 && company[box(block)] == 1 {
      if index > 0, blocks[index - 1].linkDensity > 0.8, block.length < 400 {
        values[index] = -20
      } else {
        values[index] *= block.length < 200 ? 0.3 : 0.6
      }
    }
  }
}
