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
    let bytes = UnsafeRawBufferPointer(text)
    var isFound = false
    // A row of marks is not walked back again and again.
    var known = (place: -1, isBehindLetter: false)
    /// Whether the search is over.
    func look(at place: Int) -> Bool {
      known = (place, isBehindLetter(place, in: text, known))
      guard !known.isBehindLetter else { return false }
      let scalar = FoldedScalar.read(text, at: place)
      guard scalar.byteCount > 0, UInt8(truncatingIfNeeded: scalar.bytes) == first,
        begins(text, at: place, with: word, isWhole)
      else { return false }
      isFound = true
      return ends(place)
    }
    var index = 0
    // The highest bit of the byte before is set where that is an ASCII letter.
    var before: UInt64 = 0
    while index + 8 <= bytes.count {
      let chunk = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let letters = Chunk.letters(chunk)
      // Behind an ASCII letter no word begins; only what begins with a letter beyond ASCII, or stands behind one, is read.
      var stops =
        (Chunk.places(of: first, in: chunk) | Chunk.leads(chunk)) & ~(letters << 8 | before >> 56)
      while stops != 0 {
        if look(at: index + stops.trailingZeroBitCount >> 3) { return true }
        stops &= stops - 1
      }
      before = letters
      index += 8
    }
    while index < bytes.count {
      if look(at: index) { return true }
      index += 1
    }
    return isFound
  }

  /// Whether a place is behind a letter, marks aside; `known` tells it of a place before.
  private static func isBehindLetter(
    _ place: Int, in text: UnsafeBufferPointer<UInt8>, _ known: (place: Int, isBehindLetter: Bool)
  ) -> Bool {
    var place = place
    while place > 0 {
      var start = place - 1
      // The bytes behind the first of a character.
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      let scalar = FoldedScalar.read(text, at: start)
      guard scalar.kind == .mark || scalar.kind == .invisible else { return scalar.kind == .letter }
      if start == known.place { return known.isBehindLetter }
      place = start
    }
    return false
  }

  /// Eight bytes of a text at once: the highest bit of a byte tells of it, and no byte of another.
  private enum Chunk {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits = ones << 7

    /// The letters of ASCII.
    @inline(__always)
    static func letters(_ chunk: UInt64) -> UInt64 {
      let lowered = chunk & ~highBits | ones << 5
      return (lowered &+ ones &* 0x1F) & ~(lowered &+ ones &* 0x05) & ~chunk & highBits
    }

    /// The bytes with which characters beyond ASCII begin.
    @inline(__always)
    static func leads(_ chunk: UInt64) -> UInt64 { chunk & chunk << 1 & highBits }

    /// Where a letter or digit stands, small or capital.
    @inline(__always)
    static func places(of byte: UInt8, in chunk: UInt64) -> UInt64 {
      // A capital differs from its letter in this bit.
      let capital = byte >= UInt8(ascii: "a") ? ones << 5 : 0
      let difference = (chunk | capital) ^ (ones &* UInt64(byte))
      return ~((difference & ~highBits &+ ~highBits) | difference) & highBits
    }
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
