/// The passages of a text that best answer a query, as many as there is room for.
///
/// The sentence that is worth most comes first; then, while there is room, the one that adds most to what is shown, where
/// a neighbour of what is shown has an advantage: answers stand beside the words of the question. Neighbours in one
/// paragraph make one passage.
struct Passages {
  let text: UnsafeBufferPointer<UInt8>
  let matches: [TextMatch]
  let weights: [Double]
  private let sentences: [Range<Int>]
  /// For each sentence, which of the matches lie in it.
  private let matchesOfSentence: [Range<Int>]
  private let worths: SentenceWorths

  /// What stands between two passages.
  static let separator = " […] "
  /// More passages than this are hard to read.
  private static let maximumCount = 3
  private static let maximumSentences = 8
  /// A part shorter than this says too little, beside what is shown and alone.
  private static let shortestPart = 25
  private static let shortestPassage = 40
  /// What a sentence beside those that are shown is worth for it, of the best sentence.
  private static let neighbour = 0.1
  /// The mark of a cut and its space.
  private static let markLength = 2

  /// The passages of a text.
  ///
  /// - Parameters:
  ///   - text: Must stay where it is as long as the passages are used.
  ///   - matches: What was found in it, ascending.
  ///   - weights: What each group of the query is worth; 1 where there are fewer.
  ///   - sentences: The text's sentences, at least one; ``sentences(of:uniting:)`` makes them.
  ///   - clues: One a sentence, or none at all.
  ///   - titleGroups: The groups of the query that are in the title.
  init(
    _ text: UnsafeBufferPointer<UInt8>, _ matches: [TextMatch], _ weights: [Double], sentences: [Range<Int>],
    clues: [AnswerClues.Found] = [], titleGroups: Set<Int> = []
  ) {
    self.text = text
    self.matches = matches
    self.weights = weights
    self.sentences = sentences
    var next = 0
    let matchesOfSentence = sentences.map { sentence in
      while next < matches.count, matches[next].range.lowerBound < sentence.lowerBound { next += 1 }
      let first = next
      while next < matches.count, matches[next].range.upperBound <= sentence.upperBound { next += 1 }
      return first..<next
    }
    self.matchesOfSentence = matchesOfSentence
    worths = SentenceWorths(
      matchesOfSentence.map { matches[$0] }, weights, clues: clues, titleGroups: titleGroups)
  }

  /// The sentences of a text; those that a match reaches over, in one paragraph, are one.
  static func sentences(
    of ranges: [Range<Int>], in text: UnsafeBufferPointer<UInt8>, uniting matches: [TextMatch]
  ) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var next = 0
    for range in ranges {
      while next < matches.count, matches[next].range.upperBound <= range.lowerBound { next += 1 }
      if let last = sentences.last, next < matches.count,
        matches[next].range.lowerBound < last.upperBound,
        !text[last.upperBound..<range.lowerBound].contains(UInt8(ascii: "\n"))
      {
        sentences[sentences.count - 1] = last.lowerBound..<range.upperBound
      } else {
        sentences.append(range)
      }
    }
    return sentences
  }

  /// The passages, in the order of the text; the beginning of the text where nothing was found.
  ///
  /// - Parameter limit: The most characters of all of them, with ``separator`` between them and marks where something was
  ///   cut off.
  /// - Returns: Up to three passages, none of which overlap.
  func chosen(within limit: Int) -> [Passage] {
    guard let first = firstSentence else { return opening(within: limit) }
    var selection = Selection(sentenceCount: sentences.count, room: limit)
    add(first, to: &selection)
    let lengths = sentences.map { characterCount($0) }
    let bonus = worths.worth(of: first, beside: []) * Self.neighbour
    while selection.room >= Self.shortestPart, selection.shownCount < Self.maximumSentences {
      let isFull = selection.passageCount >= Self.maximumCount
      var best: (worth: Double, sentence: Int)?
      for sentence in sentences.indices where !selection.isTried[sentence] {
        let isJoined = isJoined(sentence, in: selection)
        if isFull, !isJoined { continue }
        // Of a sentence that must be cut less is shown, and the answer may be in the rest.
        let share = min(Double(selection.room) / Double(max(lengths[sentence], 1)), 1)
        let worth =
          (worths.worth(of: sentence, beside: selection.groups) + (isJoined ? bonus : 0)) * share.squareRoot()
        if worth > best?.worth ?? 0 { best = (worth, sentence) }
      }
      guard let best else { break }
      add(best.sentence, to: &selection)
    }
    return passages(of: selection)
  }

  /// The sentences that are chosen so far.
  private struct Selection {
    /// What is shown of each sentence.
    private(set) var shown: [Range<Int>?]
    private(set) var shownCount = 0
    /// Whether a sentence was looked at, whether there was room or not.
    var isTried: [Bool]
    /// Different ones.
    var groups: [Int] = []
    /// In characters.
    var room: Int
    var passageCount = 0

    init(sentenceCount: Int, room: Int) {
      shown = [Range<Int>?](repeating: nil, count: sentenceCount)
      isTried = [Bool](repeating: false, count: sentenceCount)
      self.room = room
    }

    mutating func show(_ range: Range<Int>, of sentence: Int) {
      shown[sentence] = range
      shownCount += 1
    }
  }

  /// The sentence that is worth most, of those that hold a word of the query.
  private var firstSentence: Int? {
    var best: (worth: Double, sentence: Int)?
    for sentence in sentences.indices where worths.isMatched[sentence] {
      let worth = worths.worth(of: sentence, beside: [])
      if worth > best?.worth ?? -1 { best = (worth, sentence) }
    }
    return best?.sentence
  }

  private func opening(within limit: Int) -> [Passage] {
    var selection = Selection(sentenceCount: sentences.count, room: limit)
    for sentence in sentences.indices {
      if sentence > 0, selection.room < Self.shortestPart || !isJoined(sentence, in: selection) { break }
      add(sentence, to: &selection)
    }
    return passages(of: selection)
  }

  /// Whether two neighbours stand in one paragraph.
  private func isOneParagraph(_ sentence: Int, _ next: Int) -> Bool {
    !text[sentences[sentence].upperBound..<sentences[next].lowerBound].contains(UInt8(ascii: "\n"))
  }

  /// Whether the end of the sentence before `sentence` is shown, and belongs to it.
  private func isJoinedBefore(_ sentence: Int, in selection: Selection) -> Bool {
    sentence > 0 && selection.shown[sentence - 1]?.upperBound == sentences[sentence - 1].upperBound
      && isOneParagraph(sentence - 1, sentence)
  }

  private func isJoinedBehind(_ sentence: Int, in selection: Selection) -> Bool {
    sentence + 1 < sentences.count
      && selection.shown[sentence + 1]?.lowerBound == sentences[sentence + 1].lowerBound
      && isOneParagraph(sentence, sentence + 1)
  }

  private func isJoined(_ sentence: Int, in selection: Selection) -> Bool {
    isJoinedBefore(sentence, in: selection) || isJoinedBehind(sentence, in: selection)
  }

  /// Adds a sentence, or as much of it as there is room for.
  private func add(_ sentence: Int, to selection: inout Selection) {
    selection.isTried[sentence] = true
    let whole = sentences[sentence]
    let joinsBefore = isJoinedBefore(sentence, in: selection)
    let joinsBehind = isJoinedBehind(sentence, in: selection)
    var room = selection.room
    if joinsBefore {
      room -= characterCount(sentences[sentence - 1].upperBound..<whole.lowerBound, upTo: room)
    }
    if joinsBehind {
      room -= characterCount(whole.upperBound..<sentences[sentence + 1].lowerBound, upTo: room)
    }
    let isAlone = !joinsBefore && !joinsBehind
    if isAlone, selection.shownCount > 0 { room -= Self.separator.count }
    guard room > 0 else { return }
    var range = whole
    if characterCount(whole, upTo: room) > room {
      guard selection.shownCount == 0 || room >= (isAlone ? Self.shortestPassage : Self.shortestPart) else {
        return
      }
      if joinsBefore {
        range = beginning(of: whole, within: room - Self.markLength)
      } else if joinsBehind {
        range = ending(of: whole, within: room - Self.markLength)
      } else {
        let held = matchesOfSentence[sentence]
        range = window(of: whole, held, within: room - Self.markLength)
        if range.lowerBound > whole.lowerBound, range.upperBound < whole.upperBound {
          range = window(of: whole, held, within: room - 2 * Self.markLength)
        }
      }
      room -=
        Self.markLength
        * ((range.lowerBound > whole.lowerBound ? 1 : 0) + (range.upperBound < whole.upperBound ? 1 : 0))
    }
    guard !range.isEmpty else { return }
    selection.show(range, of: sentence)
    selection.room = room - characterCount(range)
    selection.passageCount += isAlone ? 1 : joinsBefore && joinsBehind ? -1 : 0
    for match in matches[matchesOfSentence[sentence]] where range.contains(match.range.lowerBound) {
      if !selection.groups.contains(match.group) { selection.groups.append(match.group) }
    }
  }

  /// What was chosen, neighbours as one passage.
  private func passages(of selection: Selection) -> [Passage] {
    var ranges: [Range<Int>] = []
    var last: Int?
    for (sentence, range) in selection.shown.enumerated() {
      guard let range else { continue }
      if last == sentence - 1, let before = ranges.last,
        before.upperBound == sentences[sentence - 1].upperBound,
        range.lowerBound == sentences[sentence].lowerBound, isOneParagraph(sentence - 1, sentence)
      {
        ranges[ranges.count - 1] = before.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
      last = sentence
    }
    // Between two passages the separator tells that something is left out.
    return ranges.enumerated().map { place, range in
      Passage(
        range: range,
        isCutBefore: place == 0 && !sentences.contains { $0.lowerBound == range.lowerBound },
        isCutBehind: place == ranges.count - 1 && !sentences.contains { $0.upperBound == range.upperBound })
    }
  }
}
