/// Looks for a folded word in a text that is not taken apart.
package enum FoldedSearch {
  /// Whether a text may hold a word that begins with `word`, or is it.
  ///
  /// Only letters and digits are compared, as if nothing stood between them: where the answer is no, no token of the text
  /// begins so. Where it is yes, the tokens tell.
  ///
  /// - Parameters:
  ///   - word: Folded.
  ///   - isWhole: Whether no letter may follow.
  ///   - text: UTF-8.
  /// - Returns: False where no token is such a word.
  ///
  /// Complexity: linear in the bytes, and in those of the word for each place where its first letter begins a word.
  package static func mayHold(
    _ word: UnsafeBufferPointer<UInt8>, isWhole: Bool, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = word.first(where: isCompared) else { return true }
    var index = 0
    var isInWord = false
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let folded = FoldTables.ascii(byte)
        if folded == first, !isInWord, begins(text, at: index, with: word, isWhole) { return true }
        // A unit begins behind its number: 10km.
        isInWord = folded >= UInt8(ascii: "a")
        index += 1
      } else {
        let scalar = FoldedScalar.read(text, at: index)
        if !isInWord, scalar.byteCount > 0, UInt8(truncatingIfNeeded: scalar.bytes) == first,
          begins(text, at: index, with: word, isWhole)
        {
          return true
        }
        if scalar.kind != .mark, scalar.kind != .invisible { isInWord = scalar.kind == .letter }
        index += scalar.length
      }
    }
    return false
  }

  private static func begins(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, with word: UnsafeBufferPointer<UInt8>,
    _ isWhole: Bool
  ) -> Bool {
    var index = start
    var place = 0
    while true {
      while place < word.count, !isCompared(word[place]) { place += 1 }
      guard place < word.count else { return !isWhole || !continues(text, at: index) }
      guard index < text.count else { return false }
      let scalar = FoldedScalar.read(text, at: index)
      index += scalar.length
      var bytes = scalar.bytes
      for _ in 0..<scalar.byteCount {
        while place < word.count, !isCompared(word[place]) { place += 1 }
        guard place < word.count else { return true }
        guard UInt8(truncatingIfNeeded: bytes) == word[place] else { return false }
        bytes >>= 8
        place += 1
      }
    }
  }

  /// Whether a letter follows, marks aside.
  private static func continues(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = start
    while index < text.count {
      let scalar = FoldedScalar.read(text, at: index)
      guard scalar.kind == .mark || scalar.kind == .invisible else { return scalar.kind == .letter }
      index += scalar.length
    }
    return false
  }

  private static func isCompared(_ byte: UInt8) -> Bool { byte >= 0x80 || FoldTables.ascii(byte) != 0 }
}
