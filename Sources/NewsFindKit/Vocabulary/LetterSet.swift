/// The letters from a to z that a word is made of.
struct LetterSet: Hashable, Sendable {
  private(set) var bits: UInt32 = 0

  init() {}

  init(_ word: [UInt8]) {
    for byte in word { insert(byte) }
  }

  /// Adds a letter; other bytes are all the same to it.
  @inline(__always)
  mutating func insert(_ byte: UInt8) {
    let place = byte &- UInt8(ascii: "a")
    bits |= 1 << UInt32(min(place, 26))
  }

  /// How many letters only one of two words has.
  @inline(__always)
  func differences(from other: LetterSet) -> Int {
    (bits ^ other.bits).nonzeroBitCount
  }
}
