/// Finds the words of a text and folds them.
struct WordScanner: ~Copyable {
  /// The folded word that was found last.
  var word = WordBuffer()
  /// Where reading goes on in the text, in bytes.
  private var position = 0
  private var followsApostrophe = false

  /// Makes ready for another text.
  mutating func begin() {
    position = 0
    followsApostrophe = false
  }

  /// The range of the next word in bytes, its folded form left in ``word``; `nil` at the end.
  mutating func next(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var index = position
    defer { position = index }
    while index < text.count {
      let scalar = FoldedScalar.read(text, at: index)
      switch scalar.kind {
      case .separator, .mark, .invisible:
        index += scalar.length
        followsApostrophe = false
      case .apostrophe:
        index += scalar.length
        followsApostrophe = true
      case .ideograph:
        let start = index
        word.clear()
        word.append(scalar)
        index += scalar.length
        followsApostrophe = false
        return start..<index
      case .letter, .digit:
        let start = index
        word.clear()
        var end = readRun(text, &index)
        // What joins a word behind its letters: a dot, an apostrophe.
        if index < text.count,
          text[index] >= 0x80 || text[index] == UInt8(ascii: "'") || text[index] == UInt8(ascii: ".")
        {
          if word.count == 1 { extendAcronym(text, &index, &end) }
          if readApostrophes(text, &index, &end, followsApostrophe: followsApostrophe) == .elided {
            followsApostrophe = true
            continue
          }
        }
        followsApostrophe = false
        return start..<end
      }
    }
    return nil
  }

  /// Reads letters and digits on from `index`, into the word buffer.
  ///
  /// - Returns: The end of the run without invisible characters that trail it; `index` is left behind those.
  @inline(__always)
  mutating func readRun(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
    var end = index
    while index < text.count {
      let byte = text[index]
      let folded = FoldTables.ascii(byte)
      if folded != 0 {
        word.append(folded)
        index += 1
        end = index
        continue
      }
      if byte < 0x80 { break }
      let scalar = FoldedScalar.read(text, at: index)
      guard scalar.continuesWord else { break }
      index += scalar.length
      if scalar.kind != .invisible { end = index }
      word.append(scalar)
    }
    return end
  }

  /// Reads on over the letters of an acronym written with dots: O.N.U.
  ///
  /// becomes one word. The last dot stays outside, for it may end the sentence.
  private mutating func extendAcronym(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: inout Int
  ) {
    while index + 1 < text.count, text[index] == UInt8(ascii: ".") {
      let letter = FoldedScalar.read(text, at: index + 1)
      guard letter.kind == .letter, letter.byteCount == 1 else { return }
      var behind = index + 1 + letter.length
      // A mark belongs to its letter: É may be written as two characters.
      while behind < text.count, FoldedScalar.read(text, at: behind).kind == .mark {
        behind += FoldedScalar.read(text, at: behind).length
      }
      guard behind == text.count || !FoldedScalar.read(text, at: behind).continuesWord else { return }
      word.append(letter)
      index = behind
      end = behind
    }
  }
}
