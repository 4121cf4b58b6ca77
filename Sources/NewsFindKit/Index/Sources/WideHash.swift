/// A number of 128 bits that stands for many bytes, which come in pieces of the same sizes each time.
///
/// Not cryptographic. Sixteen bytes are multiplied and folded at once, in four lanes that do not wait for one another, as in
/// Wang Yi's wyhash: a file is hashed faster than it is read.
struct WideHash {
  private var lanes = SIMD4<UInt64>(
    0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)
  private var byteCount = 0

  private static let secrets = SIMD4<UInt64>(
    0x8EBC_6AF0_9C88_C6E3, 0x5895_65A1_D2E3_7C8B, 0x1D8E_4E27_C47D_124F, 0xEB44_ACCA_B455_D165)
  private static let stripe = 64

  /// Adds bytes; all pieces but the last hold a multiple of 64.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    byteCount += bytes.count
    var (one, two, three, four) = (lanes[0], lanes[1], lanes[2], lanes[3])
    var offset = 0
    while offset + Self.stripe <= bytes.count {
      one = Self.mixed(one, bytes, offset, 0)
      two = Self.mixed(two, bytes, offset + 16, 1)
      three = Self.mixed(three, bytes, offset + 32, 2)
      four = Self.mixed(four, bytes, offset + 48, 3)
      offset += Self.stripe
    }
    lanes = SIMD4(one, two, three, four)
    guard offset < bytes.count else { return }
    withUnsafeTemporaryAllocation(byteCount: Self.stripe, alignment: 8) { last in
      last.initializeMemory(as: UInt8.self, repeating: 0)
      last.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset...]))
      for lane in 0..<4 {
        lanes[lane] = Self.mixed(lanes[lane], UnsafeRawBufferPointer(last), 16 * lane, lane)
      }
    }
  }

  /// The number, 16 bytes.
  var bytes: [UInt8] {
    let count = UInt64(byteCount)
    let first = Self.folded(Self.folded(lanes[0] ^ count, lanes[1]), Self.folded(lanes[2], lanes[3] ^ 1))
    let second = Self.folded(Self.folded(lanes[3] ^ count, lanes[0]), Self.folded(lanes[1], lanes[2] ^ 2))
    return withUnsafeBytes(of: (first.littleEndian, second.littleEndian)) { Array($0) }
  }

  @inline(__always)
  private static func mixed(
    _ lane: UInt64, _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ number: Int
  ) -> UInt64 {
    let first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let second = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
    // What is folded may come to nothing where one factor is 0: then the bytes themselves are left.
    return folded(first ^ secrets[number], second ^ lane) ^ first &+ (second << 32 | second >> 32)
  }

  @inline(__always)
  private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }
}
