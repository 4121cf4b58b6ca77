extension Passages {
  /// How much of a part's length may be given up to end it with a clause.
  private static let clauseSlack = 10

  /// The beginning of a sentence, cut behind a clause or a word.
  func beginning(of sentence: Range<Int>, within limit: Int) -> Range<Int> {
    let end = place(limit, characters: sentence)
    return sentence.lowerBound..<wordEnd(before: end, in: sentence, from: sentence.lowerBound)
  }

  /// The end of a sentence, cut before a word.
  func ending(of sentence: Range<Int>, within limit: Int) -> Range<Int> {
    var start = sentence.upperBound
    var left = limit
    while left > 0, start > sentence.lowerBound {
      start -= 1
      while start > sentence.lowerBound, isContinuation(start) { start -= 1 }
      left -= 1
    }
    while start > sentence.lowerBound, start < sentence.upperBound, !isSpace(start - 1) || isSpace(start) {
      start += 1
    }
    return start..<sentence.upperBound
  }

  /// The part of a long sentence that holds most of its matches, cut between words.
  func window(of sentence: Range<Int>, _ held: Range<Int>, within limit: Int) -> Range<Int> {
    let words = words(around: held, in: sentence, within: limit)
    var best: (core: Range<Int>, worth: Double, width: Int)?
    var first = held.lowerBound
    var width = 0
    var window = WindowWorth(weights)
    for last in held {
      let range = words[last - held.lowerBound]
      let before = last == held.lowerBound ? range.lowerBound : words[last - 1 - held.lowerBound].upperBound
      width += characterCount(min(before, range.upperBound)..<range.upperBound)
      window.insert(matches[last].group)
      while first < last, width > limit {
        let next = words[first + 1 - held.lowerBound]
        width -= characterCount(words[first - held.lowerBound].lowerBound..<next.lowerBound)
        window.remove(matches[first].group)
        first += 1
      }
      if window.worth > (best?.worth ?? -1) + 1e-9 {
        best = (words[first - held.lowerBound].lowerBound..<range.upperBound, window.worth, width)
      }
    }
    guard let core = best?.core else { return beginning(of: sentence, within: limit) }
    return widened(core, in: sentence, to: limit)
  }

  /// What the matches of a window are worth: each group once in full, again a tenth.
  private struct WindowWorth {
    private let weights: [Double]
    private var counts: [Int: Int] = [:]
    private(set) var worth = 0.0

    private static let repetition = 0.1

    init(_ weights: [Double]) {
      self.weights = weights
    }

    mutating func insert(_ group: Int) {
      let count = counts[group, default: 0]
      worth += weight(group) * (count == 0 ? 1 : Self.repetition)
      counts[group] = count + 1
    }

    mutating func remove(_ group: Int) {
      let count = counts[group, default: 0]
      worth -= weight(group) * (count == 1 ? 1 : Self.repetition)
      counts[group] = count - 1
    }

    private func weight(_ group: Int) -> Double { group < weights.count ? weights[group] : 1 }
  }

  /// For each match the words it lies in, from space to space: l’espace-temps where « espace » was found.
  ///
  /// Where those are longer than `limit` the match itself.
  ///
  /// Complexity: linear in the bytes of the sentence.
  private func words(around held: Range<Int>, in sentence: Range<Int>, within limit: Int) -> [Range<Int>] {
    var whole = sentence.lowerBound..<sentence.lowerBound
    return held.map { index in
      let match = matches[index].range
      var start = match.lowerBound
      // What lies in the words of the match before begins where they do, and need not be walked through again.
      if start < whole.upperBound {
        start = whole.lowerBound
      } else {
        while start > whole.upperBound, start > sentence.lowerBound, !isSpace(start - 1) { start -= 1 }
      }
      var end = max(match.upperBound, whole.upperBound)
      while end < sentence.upperBound, !isSpace(end) { end += 1 }
      whole = start..<end
      return whole
    }
  }

  /// `core` and the whole words around it, up to `limit` characters, a third of the room before it.
  private func widened(_ core: Range<Int>, in sentence: Range<Int>, to limit: Int) -> Range<Int> {
    let width = characterCount(core, upTo: limit)
    // A phrase, or a word, that is longer than a snippet.
    guard width <= limit else { return beginning(of: core.lowerBound..<sentence.upperBound, within: limit) }
    let room = limit - width
    let inFront = characterCount(sentence.lowerBound..<core.lowerBound, upTo: limit)
    let behind = characterCount(core.upperBound..<sentence.upperBound, upTo: limit)
    var before = min(room / 3, inFront)
    if behind < room - before { before = min(room - behind, inFront) }
    let start = ending(of: sentence.lowerBound..<core.lowerBound, within: before).lowerBound
    let rest = core.lowerBound..<sentence.upperBound
    let end = place(limit - characterCount(start..<core.lowerBound), characters: rest)
    return start..<wordEnd(before: end, in: sentence, from: core.upperBound)
  }

  /// The end of the last word that ends at `end` or before it; of the last clause where that costs little.
  ///
  /// - Parameters:
  ///   - end: On a character's bound.
  ///   - sentence: What is cut.
  ///   - first: The end is not before it. Where no word ends between, `end` is it: inside an endless word.
  /// - Returns: Where to cut.
  private func wordEnd(before end: Int, in sentence: Range<Int>, from first: Int) -> Int {
    guard end < sentence.upperBound, end > first else { return end }
    var word = end
    while word > first, !isSpace(word) { word -= 1 }
    while word > first, isSpace(word - 1) { word -= 1 }
    guard word > first else { return first > sentence.lowerBound ? first : end }
    var clause = word
    while clause > first, word - clause < (end - first) / Self.clauseSlack {
      if isClauseEnd(clause) { return clause }
      clause -= 1
    }
    return word
  }

  /// Whether a clause ends before `index`: a comma, a semicolon or a colon, and a space behind it.
  private func isClauseEnd(_ index: Int) -> Bool {
    guard isSpace(index) else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(text[index - 1])
  }

  /// The place so many characters into a range; its end where it has fewer.
  private func place(_ count: Int, characters range: Range<Int>) -> Int {
    var end = range.lowerBound
    var left = count
    while left > 0, end < range.upperBound {
      end += 1
      while end < range.upperBound, isContinuation(end) { end += 1 }
      left -= 1
    }
    return end
  }

  /// Characters as code points: every byte that does not continue one.
  ///
  /// Counting stops above `limit`: what is too long need not be measured.
  func characterCount(_ range: Range<Int>, upTo limit: Int = .max) -> Int {
    var count = 0
    guard limit < range.count else {
      // A loop without an exit: the compiler makes vectors of it.
      for byte in UnsafeBufferPointer(rebasing: text[range]) { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
      return count
    }
    for index in range where !isContinuation(index) {
      count += 1
      if count > limit { break }
    }
    return count
  }

  private func isContinuation(_ index: Int) -> Bool { text[index] & 0xC0 == 0x80 }

  private func isSpace(_ index: Int) -> Bool {
    text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t")
  }
}
