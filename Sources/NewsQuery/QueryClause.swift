/// One part of a query.
package struct QueryClause: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A word, or several joined by signs (porte-parole, l’Extrême-Orient): any of them is welcome.
    case word
    /// What stands between quotation marks: the words in this order.
    case phrase
  }

  package let kind: Kind
  /// The words, without their sign and quotation marks.
  package let text: String
  /// Whether a minus sign stands before it: articles that hold it are left out.
  package let isExcluded: Bool
  /// Where the clause stands in the query's text, sign and marks included, in UTF-8 bytes.
  package let range: Range<Int>

  package init(kind: Kind, text: String, isExcluded: Bool, range: Range<Int>) {
    self.kind = kind
    self.text = text
    self.isExcluded = isExcluded
    self.range = range
  }
}
