/// Which words are taken to be of one family: directeur and direction, élection and électeur.
///
/// They begin with the same letters, and each has more. This is coarser than the index's terms, so it counts less than a
/// word itself, only where that is missing, and never makes an article a hit.
enum WordFamily {
  private static let sharedLength = 5

  /// The letters that a term shares with its family, as a number; `nil` where it is too short to have one.
  @inline(__always)
  static func key(of term: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard term.count > sharedLength else { return nil }
    var key: UInt64 = 0
    for place in 0..<sharedLength {
      let byte = term[place]
      guard byte >= UInt8(ascii: "a") else { return nil }
      key = key << 8 | UInt64(byte)
    }
    return key
  }

  /// The key of a string; see ``key(of:)-(UnsafeBufferPointer<UInt8>)``.
  static func key(of term: String) -> UInt64? {
    var term = term
    return term.withUTF8 { key(of: $0) }
  }
}
