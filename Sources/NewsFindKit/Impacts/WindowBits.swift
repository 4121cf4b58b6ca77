/// A set of articles of one window.
struct WindowBits {
  /// Invariant: ``SearchWindow/size`` bits.
  private(set) var words = [UInt64](repeating: 0, count: SearchWindow.size / 64)

  /// Empties it.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  @inline(__always)
  mutating func insert(_ slot: Int) {
    words[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  @inline(__always)
  mutating func remove(_ slot: Int) {
    words[slot >> 6] &= ~(1 << UInt64(slot & 63))
  }

  @inline(__always)
  func contains(_ slot: Int) -> Bool {
    words[slot >> 6] & 1 << UInt64(slot & 63) != 0
  }

  /// Keeps what is in another set, too.
  mutating func formIntersection(_ other: WindowBits) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Takes out what is in another set.
  mutating func subtract(_ other: WindowBits) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Calls `body` with each article, in order.
  @inline(__always)
  func forEach<Failure: Error>(_ body: (Int) throws(Failure) -> Void) throws(Failure) {
    for (index, word) in words.enumerated() {
      var word = word
      while word != 0 {
        try body(index << 6 | word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
