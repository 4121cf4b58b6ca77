/// What a person typed, taken apart.
///
/// Everything that can be typed is a query: what is not plain has a remark that says how it was read.
package struct Query: Hashable, Sendable {
  /// The text as it was typed.
  package let text: String
  /// What it means; `nil` where there is nothing to look for.
  package let root: QueryNode?
  /// What was not plain, in the order of the text.
  package let remarks: [QueryRemark]
  /// How a query was read that leaves open what belongs together, written with all its parentheses; `nil` for a plain one.
  package let reading: String?
}
