/// An article that matches, before its text is looked at.
struct Candidate: Hashable, Sendable {
  let articleID: Int64
  let score: Double
  /// Minutes since 1970-01-01T00:00Z.
  let minutes: Int32
}

/// What comes first in a list of hits.
public enum SearchOrder: String, Sendable, CaseIterable {
  /// The best article first; ties by date, newest first.
  case relevance
  /// The newest article first; those without a date last.
  case date
}

extension Candidate {
  /// Whether this one stands before another in the list.
  ///
  /// A strict total order: ids differ.
  @inline(__always)
  func precedes(_ other: Candidate, by order: SearchOrder) -> Bool {
    switch order {
    case .relevance:
      if score != other.score { return score > other.score }
      if minutes != other.minutes { return minutes > other.minutes }
    case .date:
      if minutes != other.minutes { return minutes > other.minutes }
      if score != other.score { return score > other.score }
    }
    return articleID < other.articleID
  }
}
