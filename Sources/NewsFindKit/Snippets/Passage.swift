/// A part of a text that may be shown.
struct Passage: Hashable {
  /// In UTF-8 bytes of the text.
  let range: Range<Int>
  /// Whether a mark is to say that words of the same sentence were cut off before it, and behind it.
  let isCutBefore: Bool
  let isCutBehind: Bool

  /// The passage as text, with … where it was cut and the ranges moved into it.
  ///
  /// Of a match that is longer than the passage the part that is shown is highlighted.
  func snippet(of text: UnsafeBufferPointer<UInt8>, _ matches: [TextMatch]) -> Snippet {
    let prefix = isCutBefore ? "… " : ""
    let shown = String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    let shift = prefix.utf8.count - range.lowerBound
    // A text that is not UTF-8 is repaired in the decoding, which moves bytes: then ranges would lie.
    let isExact = shown.utf8.count == range.count
    var inside: [Range<Int>] = []
    if isExact {
      inside = matches.map(\.range).filter { $0.clamped(to: range) == $0 }
      if inside.isEmpty { inside = matches.map { $0.range.clamped(to: range) }.filter { !$0.isEmpty } }
    }
    return Snippet(
      text: prefix + shown + (isCutBehind ? " …" : ""),
      highlights: inside.map { $0.lowerBound + shift..<$0.upperBound + shift })
  }
}
