/// Lists of the postings of articles with successive rows.
///
/// An index has several, like a log-structured tree: each run adds one, and those of like size are merged.
///
/// Source: O'Neil, Cheng, Gawlick and O'Neil, "The log-structured merge-tree" (1996).
struct ImpactSegment: Hashable {
  let id: Int64
  /// The rows that it covers; some of them may be of no article.
  let articles: ClosedRange<Int64>
  /// How many articles it had when it was made.
  var articleCount: Int64
  /// How many of them were taken out since.
  var deletedCount: Int64
  /// The rows of `impact_chunk` that are its own.
  var chunks: Range<Int64>
  /// Tokens in lead and body of its articles, and in their titles.
  var textTokens: Int64
  var titleTokens: Int64
  let scale: ImpactScale
  /// Whether it has no lists of ``RareTerms``; only the first one leaves them out.
  let leavesOutRare: Bool

  /// Whether an eighth of its articles are gone: searches read their postings all the same, and have to count what is left.
  var isWorn: Bool { deletedCount * 8 > articleCount }

  /// The number of articles that are there.
  var livingCount: Int64 { max(articleCount - deletedCount, 0) }
}
