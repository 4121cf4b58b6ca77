/// What the lexicon knows of a form.
struct LexiconEntry: Equatable {
  /// The number of the rule that makes its lemma.
  let rule: Int
  /// Whether it is also spelled with a capital, as a name: Tours, Orange, Pierre.
  let isName: Bool

  /// The two bytes that stand behind a form.
  init(_ bits: Int) {
    rule = bits & 0x7FFF
    isName = bits & 0x8000 != 0
  }
}
