/// One token while a text is analyzed.
///
/// Its buffers are valid until the next token is asked for.
package struct FrenchToken {
  /// Where the surface begins in the text, in UTF-8 bytes; an elided article (the l’ of l’espace) is outside.
  package let start: Int
  /// Where the surface ends.
  package let end: Int
  /// What the index holds: not empty, without spaces.
  package let term: UnsafeBufferPointer<UInt8>
  /// The word without case and accents, before it was reduced to its term.
  package let foldedWord: UnsafeBufferPointer<UInt8>
  /// The term of the compound that this word ends (weekend for the end of week-end), if it is one that is also written
  /// in one word; it stands at the same position.
  package let compound: Compound?
  /// How often the analyzer has met the folded word, this time included, modulo 65,536: what is rare may be looked at more
  /// closely than what is everywhere.
  package let meetings: UInt16

  /// A compound that is also written in one word.
  package struct Compound {
    /// Where it begins in the text; it ends where its last word ends.
    package let start: Int
    package let term: UnsafeBufferPointer<UInt8>
  }
}
