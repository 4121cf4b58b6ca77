/// What a folded word was turned into.
struct MadeTerm {
  /// The number of bytes of the term.
  let count: Int
  /// The rule that made it.
  let rule: TermRule
  /// Whether capitals make another word of it: a name (Tours), or an ordinal in Roman figures (VIe).
  var dependsOnCapitals = false
}
