/// One token while a text is analyzed.
///
/// Its buffers are valid until the next token is asked for.
package struct FrenchToken {
  /// Where the surface stands in the text, in UTF-8 bytes; an elided article (the l’ of l’espace) is outside.
  package let start: Int
  package let end: Int
  /// What the index holds: not empty, without spaces.
  package let term: UnsafeBufferPointer<UInt8>
  /// The word without case and accents, before it was reduced to its term.
  package let foldedWord: UnsafeBufferPointer<UInt8>
}
