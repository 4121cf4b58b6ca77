/// What one character is to the word breaker, and the bytes that a term keeps of it.
struct FoldedScalar {
  enum Kind: UInt8 {
    /// Ends a word.
    case separator
    /// A letter of a word; `bytes` holds its folded form.
    case letter
    /// A digit of a word; `bytes` holds its ASCII form.
    case digit
    /// A combining mark: belongs to the word, leaves nothing in the term.
    case mark
    /// A soft hyphen or a zero-width character: inside a word it is as if it were not there.
    case invisible
    /// Any of the characters that people type as an apostrophe.
    case apostrophe
    /// A sign that is a token of its own: of a script that writes no spaces between words, or €.
    case ideograph
  }

  let kind: Kind
  /// The number of bytes of the source that the character takes.
  let length: Int
  /// Up to four folded bytes, the first in the lowest eight bits.
  let bytes: UInt32
  let byteCount: Int

  init(_ kind: Kind, length: Int, bytes: UInt32 = 0, byteCount: Int = 0) {
    self.kind = kind
    self.length = length
    self.bytes = bytes
    self.byteCount = byteCount
  }

  /// Whether it goes on with a word that has begun.
  @inline(__always)
  var continuesWord: Bool {
    switch kind {
    case .letter, .digit, .mark, .invisible: true
    case .separator, .apostrophe, .ideograph: false
    }
  }
}
