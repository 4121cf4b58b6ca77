/// Where the doclist of a term lies in a segment.
///
/// A doclist is a row of entries: the row of an article (of the first on each leaf; else its distance to the one before), the size of
/// its positions times two, plus one where the article was taken out, and the positions.
struct DoclistLocation {
  let segment: FullTextSegment
  let leaf: Int64
  /// Where it begins on its leaf, and where it ends there.
  let start: Int
  let end: Int
  /// Whether nothing of it is on further leaves.
  let endsOnLeaf: Bool
  /// Whether there is an index of its leaves.
  let hasSkips: Bool

  /// The doclist of the term that a leaf's terms stand at.
  ///
  /// - Parameters:
  ///   - terms: Those of the leaf.
  ///   - leaves: At that leaf.
  ///   - hasSkips: Whether there is an index of the doclist of the leaf's last term.
  init(_ terms: LeafTerms, _ leaves: LeafCursor, hasSkips: Bool) {
    segment = leaves.segment
    leaf = leaves.number
    start = terms.start
    end = terms.end
    endsOnLeaf = !terms.isLast || leaves.number == leaves.segment.leaves.upperBound
    self.hasSkips = hasSkips && !endsOnLeaf
  }
}
