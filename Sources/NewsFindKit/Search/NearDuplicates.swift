/// Finds articles of a list that are the same or nearly so: copies of an agency's dispatch.
enum NearDuplicates {
  /// An article that is shown, and those that are the same.
  struct Group: Hashable {
    let candidate: Candidate
    /// Rows, in the order of the list.
    var duplicates: [Int64] = []
  }

  /// Only so many articles are compared, each with those of them that stand before it.
  static let comparedCount = 1_000

  /// The list without the articles that repeat one before them.
  ///
  /// - Parameters:
  ///   - candidates: The list.
  ///   - fingerprint: That of an article.
  /// - Returns: The first article of each group, in the order of the list, with the others.
  /// - Throws: What `fingerprint` throws.
  ///
  /// Complexity: quadratic in the first ``comparedCount``, at a few nanoseconds a pair.
  static func grouped(
    _ candidates: [Candidate], fingerprint: (Int64) throws -> UInt64
  ) rethrows -> [Group] {
    var groups: [Group] = []
    var fingerprints: [UInt64] = []
    for candidate in candidates.prefix(comparedCount) {
      let own = try fingerprint(candidate.articleID)
      if let same = fingerprints.firstIndex(where: { Fingerprint.isNear($0, own) }) {
        groups[same].duplicates.append(candidate.articleID)
      } else {
        groups.append(Group(candidate: candidate))
        fingerprints.append(own)
      }
    }
    return groups + candidates.dropFirst(comparedCount).map { Group(candidate: $0) }
  }
}
