/// A 64-bit hash of a word.
enum WordHash {
  /// Multiply and fold, eight bytes at a time; never 0.
  ///
  /// - Parameters:
  ///   - word: What to hash.
  ///   - seed: Keeps anybody from choosing words that collide.
  /// - Returns: The hash, which depends on the word and the seed alone.
  static func hash(_ word: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: word.count)
    var index = 0
    repeat {
      var chunk: UInt64 = 0
      for byte in word[index..<min(index + 8, word.count)] { chunk = chunk << 8 | UInt64(byte) }
      let product = (state ^ chunk).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = product.high ^ product.low
      index += 8
    } while index < word.count
    return state == 0 ? 1 : state
  }
}
