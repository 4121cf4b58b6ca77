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
  /// The name that the word is besides, its first letter a capital: Orange inside a sentence, for a word that is also a
  /// fruit; it stands at the same position.
  ///
  /// A name whose word has another lemma has this as its only ``term``: Tours is no tour.
  package let name: UnsafeBufferPointer<UInt8>?
  /// How often the analyzer has met the folded word, this time included, modulo 65,536: what is rare may be looked at more
  /// closely than what is everywhere.
  package let meetings: UInt16

  /// The terms that stand at the position of ``term`` besides it.
  package var others: [UnsafeBufferPointer<UInt8>] { [compound?.term, name].compactMap(\.self) }

  /// A compound that is also written in one word.
  package struct Compound {
    /// Where it begins in the text; it ends where its last word ends.
    package let start: Int
    package let term: UnsafeBufferPointer<UInt8>
  }
}
