/// Compounds whose parts would mislead: rendez-vous has nothing to do with rendre.
extension WordScanner {
  /// Reads on over the rest of such a compound, so that it becomes one word.
  mutating func readKeptCompound(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: inout Int) {
    guard Self.hyphenLength(text, index) != nil,
      let rest = Self.keptCompounds.first(where: { word.holds($0.first) })
    else { return }
    for parts in rest.rests {
      let before = word.count
      var behind = index
      var last = end
      if readParts(parts, text, &behind, &last) {
        index = behind
        end = last
        return
      }
      word.truncate(to: before)
    }
  }

  private mutating func readParts(
    _ parts: [StaticString], _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: inout Int
  ) -> Bool {
    for part in parts {
      guard let length = Self.hyphenLength(text, index) else { return false }
      index += length
      let before = word.count
      end = readRun(text, &index)
      guard word.holds(part, from: before) else { return false }
    }
    return true
  }

  private static let keptCompounds: [(first: StaticString, rests: [[StaticString]])] = [
    ("rendez", [["vous"]]), ("peut", [["etre"]]),
    ("la", [["bas"], ["haut"], ["dedans"], ["dessus"], ["dessous"]]),
    ("vis", [["a", "vis"]]), ("tete", [["a", "tete"]]), ("va", [["et", "vient"]]),
    ("sot", [["l", "y", "laisse"]]),
  ]

  /// Whether a word behind a hyphen is a pronoun that belongs to the verb before it: prends-en, peut-on, paraît-il.
  static func isEnclitic(_ word: borrowing WordBuffer) -> Bool {
    word.count <= 5 && enclitics.contains { word.holds($0) }
  }

  private static let enclitics: [StaticString] = [
    "je", "tu", "il", "ils", "elle", "elles", "on", "nous", "vous", "ce", "le", "la", "les", "lui", "leur",
    "moi", "toi",
    "en", "y",
  ]
}
