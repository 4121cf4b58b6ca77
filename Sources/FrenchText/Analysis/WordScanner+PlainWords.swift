/// The fast way over the words that need no rule: letters, with or without accents, between spaces and plain punctuation.
///
/// It finds what ``WordScanner/next(in:)`` would find, or nothing; a test compares the two.
extension WordScanner {
  /// Reads plain words until there is no room, or ``next(in:)`` has to look at what comes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - words: Where they are put; must have room for `capacity`.
  ///   - capacity: How many are wanted at most.
  ///   - wanted: Tells which words are wanted; `nil` for all. The others are only counted.
  ///   - ahead: Is given the wanted ones as they are found, so that what is known of them is there when it is asked for.
  /// - Returns: How many were put there; fewer than `capacity` when another kind of word comes, or the end.
  @inline(__always)
  mutating func readPlainWords(
    in text: UnsafeBufferPointer<UInt8>, into words: UnsafeMutablePointer<PlainWord>, capacity: Int,
    among wanted: WordBeginnings.Lookup?, ahead: ShortTermMemo.Prefetcher
  ) -> Int {
    // The second part of a compound is not plain, nor what stands right behind a number.
    guard let base = text.baseAddress, endOfHyphen != position else { return 0 }
    // Before the limit eight letters may be read, and three bytes behind them.
    let limit = text.count - 11
    var count = 0
    var number = wordCount
    var index = position
    var isBehindApostrophe = followsApostrophe
    var isBehindSeparator = index == 0 || isBehindApostrophe
    while index < limit, count < capacity {
      let byte = base[index]
      if PlainSigns.isSeparator(byte) {
        index &+= 1
      } else if byte == 0xC2, PlainSigns.isSpaceOrQuotationMark(base[index &+ 1]) {
        index &+= 2
      } else {
        guard isBehindSeparator,
          let (end, word) = Self.plainWord(base, index, before: limit)
        else { break }
        // The dot behind a single letter may be that of an acronym: O. N. U.
        if word.count == 1, base[end] == UInt8(ascii: ".") { break }
        if PlainSigns.endsWord(base, end) {
          if wanted?.admits(word) ?? true {
            words[count] = PlainWord(word: word, start: index, end: end, number: number)
            count &+= 1
            ahead.fetch(word)
          }
          number &+= 1
          index = end
          isBehindSeparator = false
          isBehindApostrophe = false
        } else {
          guard base[end] == UInt8(ascii: "'") || base[end] == 0xE2,
            let behind = Self.endOfElision(base, end, word)
          else { break }
          index = behind
          isBehindApostrophe = true
        }
        continue
      }
      isBehindSeparator = true
      isBehindApostrophe = false
    }
    position = index
    followsApostrophe = isBehindApostrophe
    if number > wordCount { endOfHyphen = -1 }
    wordCount = number
    return count
  }

  /// The word at a place, if it stands between a space and a plain sign: a token begins there, whatever stands around it.
  ///
  /// - Returns: Its folded letters; `nil` where rules have to decide.
  static func lonePlainWord(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> ShortWord? {
    let limit = text.count - 11
    guard let base = text.baseAddress, start > 0, start < limit, base[start - 1] == UInt8(ascii: " "),
      let (end, word) = plainWord(base, start, before: limit), word.count > 1, PlainSigns.endsWord(base, end)
    else { return nil }
    return word
  }

  /// The end of the letters from `start` on, and what they fold to; `nil` where there are none, too many, or rare letters
  /// among them, or the text's end is near.
  ///
  /// Invariant of the caller: eleven bytes may be read from any place before `limit` on.
  @inline(__always)
  private static func plainWord(
    _ base: UnsafePointer<UInt8>, _ start: Int, before limit: Int
  ) -> (end: Int, word: ShortWord)? {
    var word = ShortWord()
    var index = start
    while index < limit {
      // Eight letters at a time, as long as they are ASCII.
      let chunk = ShortWord.load(base + index)
      let lowered = chunk | 0x2020_2020_2020_2020
      let others = ~asciiLetters(chunk, lowered) & 0x8080_8080_8080_8080
      let count = others.trailingZeroBitCount &>> 3
      // All bits below the first byte that is no letter.
      let mask = (others & (0 &- others)) &>> 7 &- 1
      guard word.count &+ count <= ShortWord.maximum else { return nil }
      word.append(lowered & mask, count)
      index &+= count
      if count == 8 { continue }
      guard base[index] == 0xC3 else { return word.count == 0 ? nil : (index, word) }
      let folded = PlainSigns.letter(base[index &+ 1])
      guard folded != 0, word.count < ShortWord.maximum else { return nil }
      word.append(UInt64(folded), 1)
      index &+= 2
    }
    return nil
  }

  /// The highest bit of each byte that is an ASCII letter, up to the first that is not; what is behind that means nothing.
  @inline(__always)
  private static func asciiLetters(_ chunk: UInt64, _ lowered: UInt64) -> UInt64 {
    // Bytes below 0x80 carry nothing into the next one; the first that is not below is no letter.
    let fromA = lowered &+ 0x1F1F_1F1F_1F1F_1F1F
    let behindZ = lowered &+ 0x0505_0505_0505_0505
    return fromA & ~behindZ & ~chunk
  }

  /// The place behind the apostrophe at `index`, if the word before it is an article or a pronoun that is elided there and a
  /// letter follows; `nil` where rules have to decide.
  @inline(__always)
  private static func endOfElision(_ base: UnsafePointer<UInt8>, _ index: Int, _ word: ShortWord) -> Int? {
    var behind = index &+ 1
    if base[index] == 0xE2 {
      guard base[index &+ 1] == 0x80, base[index &+ 2] == 0x99 else { return nil }
      behind = index &+ 3
    }
    let letter = base[behind] | 0x20
    guard letter &- UInt8(ascii: "a") < 26 || base[behind] == 0xC3 else { return nil }
    return PlainSigns.isElided(word, before: letter) ? behind : nil
  }
}
