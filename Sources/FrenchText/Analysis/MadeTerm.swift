/// What a folded word was turned into.
struct MadeTerm {
  /// The number of bytes of the term.
  let count: Int
  /// The rule that made it.
  let rule: TermRule
  /// Whether the word is a name where it has a capital; see ``Lexicon/isName(_:)``.
  var isName = false
}
