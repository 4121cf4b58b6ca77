import FrenchText

/// A sum over postings that does not depend on their order: two sets of postings with the same sum are the same, but for one case
/// in 2^64.
struct ImpactDigest: Hashable {
  private(set) var sum: UInt64 = 0
  private(set) var count = 0

  /// Adds a posting.
  mutating func add(_ termHash: UInt64, _ posting: Posting) {
    var value =
      termHash ^ UInt64(posting.article) << 24 ^ UInt64(posting.textFrequency) << 8
      ^ UInt64(posting.titleFrequency)
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    sum &+= value ^ value >> 31
    count += 1
  }

  /// The hash of a term, for ``add(_:_:)``.
  static func hash(_ term: some Collection<UInt8>) -> UInt64 {
    Array(term).withUnsafeBufferPointer { WordHash.hash($0, seed: 0) }
  }
}
