/// What is looked for at one place of a query: a word, a phrase, or what a field shall be.
package struct QueryTerm: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A word, or several joined by signs (porte-parole, l’Extrême-Orient), in any form.
    case word
    /// Words that begin so, as they are written: `prési*`.
    case prefix
    /// The word in this form and with these accents: `=élevé`.
    case exactWord
    /// These words in this order, in any form.
    case phrase
    /// These words in this order, in these forms and with these accents: `="élevé au grain"`.
    case exactPhrase
    /// These words in any order and form, with at most so many others among them: `"a b"~5`.
    case near(Int)
    /// What stands behind `section:`, `source:`, `before:` or `after:`.
    case value
  }

  package let kind: Kind
  /// The words, without signs and quotation marks; never empty.
  package let text: String
  /// Where to look; `nil` for title, lead and body.
  package let field: QueryField?

  package init(_ kind: Kind, _ text: String, in field: QueryField? = nil) {
    self.kind = kind
    self.text = text
    self.field = field
  }
}
