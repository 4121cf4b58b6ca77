/// Suffixes and what each of them asks for; finds the longest that ends a word.
struct SuffixTable<Rule: Sendable>: Sendable {
  private struct Entry {
    let letters: [UInt8]
    let rule: Rule
  }

  /// By their last letter, the longest first.
  private let entries: [[Entry]]

  /// - Parameters:
  ///   - suffixes: For each rule its suffixes, separated by spaces.
  ///   - accents: Whether the suffixes keep their accents.
  init(_ suffixes: [(Rule, String)], _ accents: FrenchStemmer.Accents) {
    var entries = [[Entry]](repeating: [], count: 256)
    for (rule, text) in suffixes {
      for suffix in text.split(separator: " ") {
        let letters = Letter.letters(of: String(suffix)) ?? []
        let written = accents == .written ? letters : letters.map(Letter.folded)
        guard let last = written.last else { continue }
        entries[Int(last)].append(Entry(letters: written, rule: rule))
      }
    }
    // Where two suffixes differ by an accent alone, the folded rules are those of the first: the sort keeps the order.
    self.entries = entries.map { $0.sorted { $0.letters.count > $1.letters.count } }
  }

  /// The longest suffix that ends a word, without its last `skipped` letters, and lies behind `limit`.
  func longest(in word: StemmingWord, skipping skipped: Int = 0, behind limit: Int = 0) -> (
    count: Int, rule: Rule
  )? {
    let end = word.letters.count - skipped
    guard end > limit else { return nil }
    for entry in entries[Int(word.letters[end - 1])] {
      let start = end - entry.letters.count
      guard start >= limit, word.letters[start..<end].elementsEqual(entry.letters) else { continue }
      return (entry.letters.count, entry.rule)
    }
    return nil
  }
}
