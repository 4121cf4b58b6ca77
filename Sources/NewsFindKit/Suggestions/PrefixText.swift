import FrenchText

/// A text that is being typed: what stands complete, and the word that has begun.
struct PrefixText {
  /// Everything before the last word.
  let head: String
  /// The letters of the last word, without accents and case; empty where the text ends behind a word.
  let prefix: [UInt8]
  /// The letters of the last word as they were typed, in small letters.
  let spelledPrefix: String
  /// The term of the last complete word that is not a stop word; `nil` where there is none.
  let context: String?
  /// What stands behind that word, folded, the last word included.
  let restBehindContext: String

  /// Whether the last word may be the beginning of any other: no word of grammar that stands behind another word.
  var hasBegunWord: Bool {
    !prefix.isEmpty && (context == nil || !prefix.withUnsafeBufferPointer { StopWords.contains($0) })
  }

  init(_ text: String, _ analyzer: FrenchAnalyzer) {
    let bytes = Array(text.utf8)
    var words: [(range: Range<Int>, folded: [UInt8], term: String, isStopWord: Bool)] = []
    bytes.withUnsafeBufferPointer { utf8 in
      analyzer.forEachToken(in: utf8) { token in
        words.append(
          (
            token.start..<token.end, Array(token.foldedWord), String(decoding: token.term, as: UTF8.self),
            StopWords.contains(token.foldedWord)
          ))
        return true
      }
    }
    if let last = words.last, last.range.upperBound == bytes.count {
      prefix = last.folded
      spelledPrefix = String(decoding: bytes[last.range], as: UTF8.self).lowercased()
      head = String(decoding: bytes[..<last.range.lowerBound], as: UTF8.self)
      words.removeLast()
    } else {
      prefix = []
      spelledPrefix = ""
      head = text
    }
    let last = words.last { !$0.isStopWord }
    context = last?.term
    restBehindContext = FrenchFolding.fold(
      String(decoding: bytes[(last?.range.upperBound ?? 0)...], as: UTF8.self))
  }
}
