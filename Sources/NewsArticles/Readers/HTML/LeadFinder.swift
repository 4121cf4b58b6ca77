/// Finds the lead of a page's article among its blocks.
struct LeadFinder {
  private let tree: HTMLTree
  private let found: BodyFinder
  private let descriptions: [String]

  /// A shorter summary is a label.
  private static let shortest = 30
  /// So many characters of a summary that was cut off are enough to know it by.
  private static let known = 50

  init(_ tree: HTMLTree, _ found: BodyFinder, _ descriptions: [String]) {
    self.tree = tree
    self.found = found
    self.descriptions = descriptions.map(TitleFinder.key).filter { $0.count >= Self.shortest }
  }

  /// The lead among blocks that stand between title and body: those that are called so, or that the page's summary repeats.
  func before(body: [Int]) -> [Int] {
    let leads = body.filter { isNamed(found.blocks[$0]) || isDescription(found.blocks[$0]) }
    guard let first = leads.first else { return [] }
    // One lead, and what follows it in the same box.
    return leads.filter {
      tree.nodes[found.blocks[$0].owner].parent == tree.nodes[found.blocks[first].owner].parent
    }
  }

  /// How many of the body's first blocks are its lead.
  func opening(of body: [Int]) -> Int {
    guard body.count > 1 else { return 0 }
    let first = found.blocks[body[0]]
    let named = body.prefix { isNamed(found.blocks[$0]) }.count
    if named > 0 { return named < body.count && named <= 4 ? named : 0 }
    guard first.length >= Self.shortest, first.length <= 800 else { return 0 }
    if isDescription(first) { return 1 }
    let isBold = { (block: HTMLBlock) in block.boldLength * 10 >= block.length * 9 }
    return body.count > 2 && isBold(first) && !isBold(found.blocks[body[1]]) && first.endsSentence ? 1 : 0
  }

  private static let names: Set<String> = [
    "chapo", "chapeau", "chapô", "standfirst", "lead", "lede", "dek", "deck", "subtitle", "subhead",
    "subheadline",
    "subheading", "summary", "resume", "intro", "introduction", "description", "abstract", "sapo", "accroche",
    "kicker",
    "excerpt", "surtitre", "soustitre",
  ]

  /// Whether the element of a block, or one that holds little else, is called a lead.
  private func isNamed(_ block: HTMLBlock) -> Bool {
    guard block.length >= Self.shortest else { return false }
    var elements = [block.owner] + tree.ancestors(of: block.owner).prefix(3)
    // A box that holds the article is none of its parts.
    elements.removeAll {
      tree.contains($0, found.root) || tree.nodes[$0].text.count > block.text.utf8.count * 4 + 200
    }
    return elements.contains { index in
      let property = tree.attribute("itemprop", of: index)?.lowercased() ?? ""
      if ["description", "alternativeheadline", "abstract"].contains(where: property.contains) {
        return true
      }
      let words = [tree.attribute("class", of: index), tree.attribute("id", of: index)]
        .compactMap(\.self).flatMap(FurnitureNames.words)
      return words.contains(where: Self.names.contains)
        || zip(words, words.dropFirst()).contains {
          $0 == "sub" && ["title", "head", "headline"].contains($1)
        }
    }
  }

  /// Whether the page's summary of itself is this block, or the beginning of it.
  private func isDescription(_ block: HTMLBlock) -> Bool {
    let key = TitleFinder.key(block.text)
    guard key.count >= Self.shortest else { return false }
    return descriptions.contains { description in
      key == description || key.count >= Self.known && description.hasPrefix(key)
        // A summary that was cut: but a short piece of a long paragraph is no lead.
        || description.count >= Self.known && key.hasPrefix(description)
          && description.count * 10 > key.count * 8
    }
  }
}
