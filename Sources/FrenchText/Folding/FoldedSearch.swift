/// Looks for a folded word in a text that is not taken apart.
package enum FoldedSearch {
  /// Whether a text holds a word.
  package enum Presence: Sendable {
    case none
    /// Its tokens tell.
    case possible
    case certain
  }

  /// Whether a text holds a word that begins so.
  ///
  /// - Parameters:
  ///   - beginning: Folded.
  ///   - text: UTF-8.
  /// - Returns: What its letters tell; mostly one of the sure answers.
  ///
  /// Complexity: as that of ``mayHold(_:isWhole:in:)``.
  package static func presence(
    ofWordBeginningWith beginning: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Presence {
    var isCertain = false
    let isThere = search(beginning, isWhole: false, in: text) { place in
      guard let word = WordScanner.lonePlainWord(at: place, in: text) else { return false }
      isCertain = withUnsafeBytes(of: word) { $0.prefix(word.count).starts(with: beginning) }
      return isCertain
    }
    return isCertain ? .certain : isThere ? .possible : .none
  }

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
    search(word, isWhole: isWhole, in: text) { _ in true }
  }

  /// Calls `ends` with each place where `word` may stand, until it says that this is enough.
  ///
  /// - Returns: Whether there is any.
  @inline(__always)
  private static func search(
    _ word: UnsafeBufferPointer<UInt8>, isWhole: Bool, in text: UnsafeBufferPointer<UInt8>,
    _ ends: (_ place: Int) -> Bool
  ) -> Bool {
    guard let first = word.first(where: isCompared) else { return true }
    var index = 0
    var isInWord = false
    var isFound = false
    while index < text.count {
      let skipped = plainBytes(in: text, from: index, without: first)
      if skipped > 0 {
        index += skipped
        isInWord = FoldTables.ascii(text[index - 1]) >= UInt8(ascii: "a")
        guard index < text.count else { break }
      }
      let byte = text[index]
      if byte < 0x80 {
        let folded = FoldTables.ascii(byte)
        if folded == first, !isInWord, begins(text, at: index, with: word, isWhole) {
          isFound = true
          if ends(index) { return true }
        }
        // A unit begins behind its number: 10km.
        isInWord = folded >= UInt8(ascii: "a")
        index += 1
      } else {
        let scalar = FoldedScalar.read(text, at: index)
        if !isInWord, scalar.byteCount > 0, UInt8(truncatingIfNeeded: scalar.bytes) == first,
          begins(text, at: index, with: word, isWhole)
        {
          isFound = true
          if ends(index) { return true }
        }
        if scalar.kind != .mark, scalar.kind != .invisible { isInWord = scalar.kind == .letter }
        index += scalar.length
      }
    }
    return isFound
  }

  /// How many bytes can be passed over from a place on: ASCII, and not the letter or digit `first`, small or capital.
  @inline(__always)
  private static func plainBytes(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, without first: UInt8
  ) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones << 7
    let wanted = ones &* UInt64(first)
    // A capital differs from its letter in this bit.
    let capital = first >= UInt8(ascii: "a") ? ones << 5 : 0
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let difference = (word | capital) ^ wanted
      // The highest bit of each byte that is 0; above the lowest such byte of others, too, which does not matter.
      let found = (difference &- ones) & ~difference & highBits | word & highBits
      guard found == 0 else { return index - start + found.trailingZeroBitCount / 8 }
      index += 8
    }
    return index - start
  }

  private static func begins(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, with word: UnsafeBufferPointer<UInt8>,
    _ isWhole: Bool
  ) -> Bool {
    let endsInDigit = word.last.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
    var index = start
    var place = 0
    while true {
      while place < word.count, !isCompared(word[place]) { place += 1 }
      // A unit may stand right behind a number.
      guard place < word.count else { return !isWhole || endsInDigit || !continues(text, at: index) }
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
