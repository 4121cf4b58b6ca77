/// A paragraph, a heading, an item: what stands on lines of its own on a page.
struct HTMLBlock {
  /// The index of its first text.
  let node: Int
  /// The innermost block element that holds it.
  let owner: Int
  /// Its text; lines that `br` breaks are separated by line feeds.
  let text: String
  /// Its characters but spaces.
  let length: Int
  /// Those of them that stand in links.
  let linkLength: Int
  /// Those of them that stand in bold.
  let boldLength: Int

  /// The share of the text that is links.
  var linkDensity: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }

  /// Whether it ends as a sentence does.
  var endsSentence: Bool { BlockEnd.isSentence(text) }
}
