/// A place where an article holds something of the query.
struct TextMatch: Hashable {
  /// In UTF-8 bytes of the text that was looked at.
  let range: Range<Int>
  /// Which of the plan's groups it belongs to.
  let group: Int
}
