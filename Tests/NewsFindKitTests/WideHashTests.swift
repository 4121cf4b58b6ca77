import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct WideHashTests {
  private static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = WideHash()
    bytes.withUnsafeBytes { hash.add($0) }
    return hash.bytes
  }

  @Test(arguments: [0, 1, 15, 16, 17, 63, 64, 65, 128, 1_000])
  func `each bit of each byte matters`(count: Int) {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    var seen: Set<[UInt8]> = [Self.hash(bytes)]
    for index in bytes.indices {
      for bit in 0..<8 {
        var other = bytes
        other[index] ^= 1 << bit
        seen.insert(Self.hash(other))
      }
    }
    #expect(seen.count == count * 8 + 1, "seed \(seed)")
  }

  @Test func `zeros are told by how many there are`() {
    #expect(Set((0...200).map { Self.hash([UInt8](repeating: 0, count: $0)) }).count == 201)
  }

  @Test func `pieces of whole stripes are the same as all at once`() {
    let bytes = (0..<300).map { UInt8($0 % 251) }
    var hash = WideHash()
    bytes[..<128].withUnsafeBytes { hash.add($0) }
    bytes[128...].withUnsafeBytes { hash.add($0) }
    #expect(hash.bytes == Self.hash(bytes))
  }

  @Test func `blocks that change places are others`() {
    let one = [UInt8](repeating: 1, count: 16) + [UInt8](repeating: 2, count: 16)
    let other = [UInt8](repeating: 2, count: 16) + [UInt8](repeating: 1, count: 16)
    #expect(Self.hash(one) != Self.hash(other))
    #expect(Self.hash(one + one + other + other) != Self.hash(other + other + one + one))
  }
}
