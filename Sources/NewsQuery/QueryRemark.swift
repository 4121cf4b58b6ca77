/// Something in a query that is not plain, and how it was read.
package struct QueryRemark: Hashable, Sendable {
  /// What is wrong, in English, for people.
  package let problem: String
  /// How it was read all the same.
  package let reading: String
  /// Where it stands in the query's text, in UTF-8 bytes.
  package let range: Range<Int>
}
