import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct SQLiteVarintTests {
  /// The examples are those of the definition: seven bits a byte, eight in a ninth.
  @Test(
    arguments: [
      (0, [0]), (1, [1]), (127, [0x7F]), (128, [0x81, 0x00]), (16_383, [0xFF, 0x7F]),
      (16_384, [0x81, 0x80, 0x00]), (1 << 32, [0x90, 0x80, 0x80, 0x80, 0x00]),
      (1 << 56 - 1, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]),
      (1 << 56, [0x80, 0xC0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00]),
      (UInt64.max, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
    ] as [(UInt64, [UInt8])])
  func `a number is these bytes`(number: UInt64, expected: [UInt8]) {
    var bytes: [UInt8] = []
    SQLiteVarint.append(number, to: &bytes)
    #expect(bytes == expected)
  }

  @Test func `what is written is read`() {
    var random = SeededGenerator()
    let numbers = (0..<1_000).map { _ in random.next() >> UInt64.random(in: 0..<64, using: &random) }
    var bytes: [UInt8] = []
    for number in numbers { SQLiteVarint.append(number, to: &bytes) }
    let read = bytes.withUnsafeBufferPointer { buffer -> [UInt64] in
      guard var place = buffer.baseAddress else { return [] }
      let end = place + buffer.count
      var read: [UInt64] = []
      while place < end { read.append(SQLiteVarint.take(from: &place)) }
      return read
    }
    #expect(read == numbers, "seed \(random.seed)")
  }
}
