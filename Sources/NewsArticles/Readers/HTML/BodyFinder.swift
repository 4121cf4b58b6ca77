/// Finds the element of a page that holds the text of its article, and the blocks that are that text.
struct BodyFinder {
  /// The page without what is never read and without furniture: its blocks, in their order.
  let blocks: [HTMLBlock]
  /// The element that holds the article.
  let root: Int
  /// Whether the page calls it the text of an article.
  let isNamed: Bool
  /// Which blocks stand in it.
  let range: Range<Int>
  /// How much text that is, in characters, scores of furniture deducted.
  let score: Double

  private let tree: HTMLTree
  private let scores: BlockScores

  /// An element that holds so much of the page's text may be called like furniture and is none all the same.
  private static let mostOfLikely = 0.4
  private static let mostOfSure = 0.9
  /// What the page calls its text is taken, if it holds nearly as much as the best element.
  private static let named = 0.8

  /// Finds the article of a page.
  ///
  /// Complexity: linear in the page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - furniture: What is known of its elements.
  ///   - titleNode: Where its title stands, if that is known: of several articles the one that has it is meant.
  init(_ tree: HTMLTree, _ furniture: ElementFurniture, titleNode: Int?) {
    self.tree = tree
    // Where the text of the page is, furniture and all: what holds most of it is none.
    let volume = BlockVolume(tree, HTMLBlocks(of: tree) { furniture.kind(of: $0) == .unread }.blocks)
    let isLeftOut = tree.nodes.indices.map { index in
      switch furniture.kind(of: index) {
      case .unread: true
      case .sure: volume.share(index) < Self.mostOfSure
      case .likely: volume.share(index) < Self.mostOfLikely && !Self.holds(titleNode, tree, index)
      case nil: false
      }
    }
    blocks = HTMLBlocks(of: tree) { isLeftOut[$0] }.blocks
    scores = BlockScores(tree, blocks)
    var root = Self.best(tree, scores)
    root = Self.named(tree, scores, near: root) { isLeftOut[$0] }
    root = Self.firstOfSeveral(tree, scores, in: root, titleNode) ?? root
    self.root = root
    isNamed = Self.rank(tree, root) > 1
    score = scores.sum(root)
    let first = blocks.firstIndex { tree.contains(root, $0.node) } ?? 0
    range = first..<(blocks[first...].firstIndex { !tree.contains(root, $0.node) } ?? blocks.count)
  }

  /// Whether a block looks like a paragraph of an article.
  func isParagraph(_ block: Int) -> Bool { scores.values[block] > 0 }

  private static func holds(_ node: Int?, _ tree: HTMLTree, _ element: Int) -> Bool {
    node.map { tree.contains(element, $0) } == true && tree.nodes[element].tag != "time"
  }

  /// The element whose blocks have the largest sum; of several one in another the innermost.
  private static func best(_ tree: HTMLTree, _ scores: BlockScores) -> Int {
    var (best, most) = (0, -Double.infinity)
    for index in tree.nodes.indices where !tree.nodes[index].isText && scores.sum(index) >= most {
      (best, most) = (index, scores.sum(index))
    }
    return best
  }

  /// What the page itself calls the text of the article, if it is about the best element.
  private static func named(
    _ tree: HTMLTree, _ scores: BlockScores, near best: Int, isLeftOut: (Int) -> Bool
  ) -> Int {
    let least = max(scores.sum(best) * named, 1)
    var found: (index: Int, rank: Int)?
    for index in tree.nodes.indices
    where !tree.nodes[index].isText && !isLeftOut(index) && scores.sum(index) >= least {
      let rank = rank(tree, index)
      if rank > 0, rank >= found?.rank ?? 0 { found = (index, rank) }
    }
    return found?.index ?? best
  }

  private static let articleWords: Set<String> = [
    "article", "story", "post", "entry", "news", "texte", "text",
  ]
  private static let bodyWords: Set<String> = [
    "body", "content", "text", "corps", "contenu", "texte", "copy", "articlebody",
  ]

  /// How plainly an element is called the text of an article; 0 for not at all.
  private static func rank(_ tree: HTMLTree, _ index: Int) -> Int {
    if tree.attribute("itemprop", of: index)?.lowercased().contains("articlebody") == true { return 3 }
    let tag = tree.nodes[index].tag
    guard ["div", "section", "article", "main"].contains(tag) else { return 0 }
    let words = [tree.attribute("class", of: index), tree.attribute("id", of: index)]
      .compactMap(\.self).flatMap(FurnitureNames.words)
    if words.contains(where: articleWords.contains), words.contains(where: bodyWords.contains) { return 2 }
    return tag == "article" ? 1 : 0
  }

  /// Of several whole articles, one after the other, the one that has the title, else the first.
  private static func firstOfSeveral(
    _ tree: HTMLTree, _ scores: BlockScores, in root: Int, _ titleNode: Int?
  ) -> Int? {
    var articles: [Int] = []
    for index in tree.elements("article", in: root).dropFirst(tree.nodes[root].tag == "article" ? 1 : 0) {
      let isInner = articles.last.map { tree.contains($0, index) } == true
      if !isInner, scores.sum(index) > 250, tree.elements("h1", in: index).count == 1 {
        articles.append(index)
      }
    }
    guard articles.count > 1 else { return nil }
    return articles.first { holds(titleNode, tree, $0) } ?? articles.first
  }
}

/// How much of a page's text lies where.
private struct BlockVolume {
  private let tree: HTMLTree
  private let sums: [Double]

  init(_ tree: HTMLTree, _ blocks: [HTMLBlock]) {
    self.tree = tree
    let scores = BlockScores(tree, blocks)
    var sums = [Double](repeating: 0, count: tree.nodes.count + 1)
    for (block, value) in zip(blocks, scores.values) { sums[block.node + 1] += max(value, 0) }
    for index in 1..<sums.count { sums[index] += sums[index - 1] }
    self.sums = sums
  }

  func share(_ node: Int) -> Double {
    let total = sums[sums.count - 1]
    return total > 0 ? (sums[tree.nodes[node].end] - sums[node]) / total : 0
  }
}
