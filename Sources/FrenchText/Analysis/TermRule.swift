/// The rule that made a term of a word.
package enum TermRule: String, Sendable, CaseIterable {
  /// The lexicon's lemma of the form.
  case lexicon
  /// The stem of a word that the lexicon lacks.
  case stem
  /// The number itself, of an ordinal: 75ème, XXe.
  case ordinal
  /// The usual spelling of an abbreviation or of a rare spelling: St, Mme, ognon.
  case respelling
  /// The word as it stands: numbers, names with digits, other scripts.
  case asWritten = "as written"
}
