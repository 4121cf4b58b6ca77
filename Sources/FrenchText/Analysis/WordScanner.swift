/// Finds the words of a text and folds them.
struct WordScanner: ~Copyable {
  /// The folded word that was found last.
  var word = WordBuffer()
  /// The word before it, a hyphen and itself, if a hyphen joins them; empty otherwise.
  var compound = WordBuffer()
  /// Where that compound begins.
  private(set) var compoundStart = 0

  /// Where reading goes on in the text, in bytes.
  var position = 0
  /// The number of words that were read of the text.
  var wordCount = 0
  /// Whether an apostrophe stands before that place.
  var followsApostrophe = false
  /// The word before the hyphen that was read last.
  private var beforeHyphen = WordBuffer()
  private var startBeforeHyphen = 0
  /// Where the hyphen ends that follows the last word; −1 where none does.
  var endOfHyphen = -1

  /// Makes ready for another text.
  mutating func begin() {
    position = 0
    wordCount = 0
    followsApostrophe = false
    endOfHyphen = -1
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
        compound.clear()
        endOfHyphen = -1
        wordCount += 1
        return start..<index
      case .letter, .digit:
        let start = index
        word.clear()
        var end = readRun(text, &index)
        if scalar.kind == .digit {
          readNumber(text, start, &index, &end)
        } else if text[start] | 0x20 == UInt8(ascii: "h") {
          readHour(text, start, &index, &end)
        } else if text[start] | 0x20 == UInt8(ascii: "n") {
          readRaisedO(text, start, end)
        }
        // What may join a word behind its letters is a sign.
        if index < text.count, FoldTables.ascii(text[index]) == 0, text[index] != UInt8(ascii: " ") {
          if readSigns(text, start, &index, &end) == .nothing { continue }
        }
        followsApostrophe = false
        rememberHyphen(text, start, &index)
        wordCount += 1
        return start..<end
      }
    }
    return nil
  }

  /// What became of a word and the signs behind it.
  enum Outcome {
    /// It is a word; what the signs join to it was read too.
    case word
    /// It is no token: an elided article, a letter for the ear.
    case nothing
  }

  private mutating func readSigns(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: inout Int, _ end: inout Int
  ) -> Outcome {
    if word.count == 1 {
      extendAcronym(text, &index, &end)
      extendLanguageName(text, &index, &end)
      readNumberSign(text, &index, &end)
      // a-t-on: the t is there for the ear.
      if word.holds("t"), start > 0, text[start - 1] == UInt8(ascii: "-"), index < text.count,
        text[index] == UInt8(ascii: "-")
      {
        endOfHyphen = -1
        return .nothing
      }
    }
    if readApostrophes(text, &index, &end, followsApostrophe: followsApostrophe) == .nothing {
      followsApostrophe = true
      endOfHyphen = -1
      return .nothing
    }
    readInclusiveEnding(text, &index, &end)
    readKeptCompound(text, &index, &end)
    return .word
  }

  /// Keeps the word if a hyphen and a letter or digit follow, and makes the compound if one stands before it.
  private mutating func rememberHyphen(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: inout Int) {
    compound.clear()
    if endOfHyphen == start, !Self.isEnclitic(word) {
      compound.append(beforeHyphen)
      compound.append(UInt8(ascii: "-"))
      compound.append(word)
      compoundStart = startBeforeHyphen
    }
    endOfHyphen = -1
    guard let length = Self.hyphenLength(text, index) else { return }
    beforeHyphen.clear()
    beforeHyphen.append(word)
    startBeforeHyphen = start
    endOfHyphen = index + length
  }

  /// The bytes of the hyphen that begins at `index`: -, or one of U+2010 and U+2011.
  static func hyphenLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index < text.count else { return nil }
    if text[index] == UInt8(ascii: "-") { return 1 }
    guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
    return text[index + 2] == 0x90 || text[index + 2] == 0x91 ? 3 : nil
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

  /// C++ and C#, F#: languages, not letters.
  private mutating func extendLanguageName(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: inout Int
  ) {
    guard word.holds("c") || word.holds("f"), index < text.count else { return }
    let plus = UInt8(ascii: "+")
    if text[index] == plus, index + 1 < text.count, text[index + 1] == plus {
      word.append(plus)
      word.append(plus)
      index += 2
    } else if text[index] == UInt8(ascii: "#") {
      word.append(UInt8(ascii: "#"))
      index += 1
    }
    end = index > end ? index : end
  }
}
