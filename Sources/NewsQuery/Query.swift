/// What a person typed, taken apart: words, phrases, and what shall not occur.
///
/// Everything that can be typed is a query; there are no syntax errors.
package struct Query: Hashable, Sendable {
  /// The text as it was typed.
  package let text: String
  /// Its parts, in the order of the text.
  package let clauses: [QueryClause]

  package init(text: String, clauses: [QueryClause]) {
    self.text = text
    self.clauses = clauses
  }
}
