/// A part of a text that may be shown.
struct Passage {
  /// In UTF-8 bytes of the text.
  let range: Range<Int>
  /// Whether words of the same sentence were cut off before it, and behind it.
  let isCutBefore: Bool
  let isCutBehind: Bool
  let characterCount: Int
  /// Which of the text's matches it holds.
  let held: Range<Int>

  /// The passage as text, with … where it was cut and the ranges moved into it.
  func snippet(of text: UnsafeBufferPointer<UInt8>, _ matches: [TextMatch]) -> Snippet {
    let prefix = isCutBefore ? "… " : ""
    let shown = String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    let shift = prefix.utf8.count - range.lowerBound
    // A text that is not UTF-8 is repaired in the decoding, which moves bytes: then ranges would lie.
    let isExact = shown.utf8.count == range.count
    let highlights =
      isExact
      ? matches[held].map { $0.range.lowerBound + shift..<$0.range.upperBound + shift } : []
    return Snippet(text: prefix + shown + (isCutBehind ? " …" : ""), highlights: highlights)
  }
}
