/// The passages that a text offers, and which of them is best.
struct Passages {
  private let text: UnsafeBufferPointer<UInt8>
  private let sentences: [Range<Int>]
  let matches: [TextMatch]
  private let weights: [Double]
  /// For each sentence, which of the matches begin in it.
  private let matchesOfSentence: [Range<Int>]

  /// How much a further occurrence of a word counts beside its first.
  private static let repetition = 0.1
  /// How much of its worth the last sentence of a text loses against the first.
  private static let lateness = 0.05

  /// The passages of a text.
  ///
  /// - Parameters:
  ///   - text: Must stay where it is as long as the passages are used.
  ///   - sentences: Its sentences, at least one.
  ///   - matches: What was found in it, ascending.
  ///   - weights: What each group of the query is worth; 1 where there are fewer.
  init(
    _ text: UnsafeBufferPointer<UInt8>, _ sentences: [Range<Int>], _ matches: [TextMatch], _ weights: [Double]
  ) {
    self.text = text
    self.sentences = sentences
    self.matches = matches
    self.weights = weights
    var next = 0
    matchesOfSentence = sentences.map { sentence in
      let first = next
      while next < matches.count, matches[next].range.lowerBound < sentence.upperBound { next += 1 }
      return first..<next
    }
  }

  /// The passage that is worth most; `nil` where none holds a match that counts.
  ///
  /// - Parameters:
  ///   - limit: The longest passage, in characters.
  ///   - covered: Groups that are shown already and add nothing.
  ///   - taken: A range that the passage must not touch.
  /// - Returns: The passage, no longer than `limit` unless one match is.
  func best(within limit: Int, covering covered: Set<Int>, awayFrom taken: Range<Int>? = nil) -> Passage? {
    var best: (worth: Double, passage: Passage)?
    for first in sentences.indices where !matchesOfSentence[first].isEmpty {
      if let taken, sentences[first].overlaps(taken) { continue }
      let passage = passage(from: first, within: limit, awayFrom: taken)
      let worth = worth(of: passage, covered)
      if worth > (best?.worth ?? 0) { best = (worth, passage) }
    }
    return best?.passage
  }

  /// The groups of the query that a passage holds.
  func groups(of passage: Passage) -> Set<Int> {
    Set(matches[passage.held].map(\.group))
  }

  /// The beginning of the text.
  func opening(within limit: Int) -> Passage {
    passage(from: 0, within: limit, awayFrom: nil)
  }

  /// The sentence `first` and those after it, as many of its paragraph as there is room for.
  private func passage(from first: Int, within limit: Int, awayFrom taken: Range<Int>?) -> Passage {
    let sentence = sentences[first]
    var length = characterCount(sentence, upTo: limit)
    guard length <= limit else { return cut(sentence, held(from: first, through: first), within: limit) }
    var last = first
    while last + 1 < sentences.count {
      let next = sentences[last + 1]
      let gap = sentences[last].upperBound..<next.lowerBound
      if text[gap].contains(UInt8(ascii: "\n")) { break }
      if let taken, next.overlaps(taken) { break }
      let longer = length + characterCount(gap, upTo: limit) + characterCount(next, upTo: limit)
      guard longer <= limit else { break }
      length = longer
      last += 1
    }
    return Passage(
      range: sentence.lowerBound..<sentences[last].upperBound, isCutBefore: false, isCutBehind: false,
      characterCount: length, held: held(from: first, through: last))
  }

  /// The matches that lie in a row of sentences as a whole.
  private func held(from first: Int, through last: Int) -> Range<Int> {
    let begun = matchesOfSentence[first].lowerBound..<matchesOfSentence[last].upperBound
    // Only the last of them can end behind the row: matches do not overlap.
    guard let end = begun.last, matches[end].range.upperBound > sentences[last].upperBound else {
      return begun
    }
    return begun.lowerBound..<end
  }

  /// The part of a long sentence that holds most of its matches, cut between words.
  private func cut(_ sentence: Range<Int>, _ held: Range<Int>, within limit: Int) -> Passage {
    let words = words(around: held, in: sentence, within: limit)
    var best: (core: Range<Int>, worth: Double)?
    var first = held.lowerBound
    var width = 0
    for last in held {
      let range = words[last - held.lowerBound]
      let before = last == held.lowerBound ? range.lowerBound : words[last - 1 - held.lowerBound].upperBound
      width += characterCount(min(before, range.upperBound)..<range.upperBound)
      while first < last, width > limit {
        let next = words[first + 1 - held.lowerBound]
        width -= characterCount(words[first - held.lowerBound].lowerBound..<next.lowerBound)
        first += 1
      }
      let worth = worth(of: first..<last + 1, [])
      if worth > best?.worth ?? -1 {
        best = (words[first - held.lowerBound].lowerBound..<range.upperBound, worth)
      }
    }
    let range = widened(best?.core ?? sentence.lowerBound..<sentence.lowerBound, in: sentence, to: limit)
    let inside = held.filter {
      range.lowerBound <= matches[$0].range.lowerBound && matches[$0].range.upperBound <= range.upperBound
    }
    return Passage(
      range: range, isCutBefore: range.lowerBound > sentence.lowerBound,
      isCutBehind: range.upperBound < sentence.upperBound, characterCount: characterCount(range),
      held: inside.first.map { $0..<$0 + inside.count } ?? held.lowerBound..<held.lowerBound)
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
        while start > whole.upperBound, !isSpace(start - 1) { start -= 1 }
      }
      var end = max(match.upperBound, whole.upperBound)
      while end < sentence.upperBound, !isSpace(end) { end += 1 }
      whole = start..<end
      return characterCount(whole, upTo: limit) > limit ? match : whole
    }
  }

  /// `core` and the whole words around it, up to `limit` characters, a third of the room before it.
  private func widened(_ core: Range<Int>, in sentence: Range<Int>, to limit: Int) -> Range<Int> {
    let room = max(limit - characterCount(core), 0)
    var start = core.lowerBound
    var before = min(room / 3, characterCount(sentence.lowerBound..<core.lowerBound))
    let behind = characterCount(core.upperBound..<sentence.upperBound)
    if behind < room - before {
      before = min(room - behind, characterCount(sentence.lowerBound..<core.lowerBound))
    }
    var left = before
    while left > 0, start > sentence.lowerBound {
      start -= 1
      while start > sentence.lowerBound, isContinuation(start) { start -= 1 }
      left -= 1
    }
    // Forward again to the beginning of a word, unless a sentence begins here.
    if start > sentence.lowerBound {
      while start < core.lowerBound, !isSpace(start - 1) { start += 1 }
    }
    var end = core.upperBound
    var right = room - before
    while right > 0, end < sentence.upperBound {
      end += 1
      while end < sentence.upperBound, isContinuation(end) { end += 1 }
      right -= 1
    }
    if end < sentence.upperBound {
      while end > core.upperBound, !isSpace(end) { end -= 1 }
      while end > core.upperBound, isSpace(end - 1) { end -= 1 }
    }
    // A core of no characters in a sentence of one endless word: show its beginning, cut inside the word.
    return start < end ? start..<end : hardCut(sentence, within: limit)
  }

  /// The beginning of a sentence, cut anywhere.
  private func hardCut(_ sentence: Range<Int>, within limit: Int) -> Range<Int> {
    var end = sentence.lowerBound
    var left = limit
    while left > 0, end < sentence.upperBound {
      end += 1
      while end < sentence.upperBound, isContinuation(end) { end += 1 }
      left -= 1
    }
    return sentence.lowerBound..<end
  }

  /// What a passage is worth beside groups that are shown already.
  private func worth(of passage: Passage, _ covered: Set<Int>) -> Double {
    let share = Double(passage.range.lowerBound) / Double(max(text.count, 1))
    return worth(of: passage.held, covered) * (1 - Self.lateness * share)
  }

  /// The weights of the groups among some matches, the first occurrence of each in full.
  private func worth(of held: Range<Int>, _ covered: Set<Int>) -> Double {
    var seen = covered
    var worth = 0.0
    for match in matches[held] {
      let weight = match.group < weights.count ? weights[match.group] : 1
      if seen.insert(match.group).inserted {
        worth += weight
      } else if !covered.contains(match.group) {
        worth += weight * Self.repetition
      }
    }
    return worth
  }

  /// Characters as code points: every byte that does not continue one.
  ///
  /// Counting stops above `limit`: what is too long need not be measured.
  private func characterCount(_ range: Range<Int>, upTo limit: Int = .max) -> Int {
    var count = 0
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
