import NewsArticles

/// A number of 128 bits that stands for all fields of an article but its id: the same number, the same article.
///
/// Not cryptographic: it tells edits from repetitions, and nobody gains by making two articles collide. The bytes are
/// multiplied and folded eight at a time, in two lanes that begin with different numbers, as in Wang Yi's wyhash.
struct ContentHash {
  private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// The hash of an article, 16 bytes.
  ///
  /// Complexity: linear in its bytes.
  static func of(_ article: Article) -> [UInt8] {
    var hash = ContentHash()
    let fields = [
      article.title, article.lead, article.body, article.section, article.date?.description,
      article.url, article.author, article.language, article.source, article.format.rawValue,
    ]
    for field in fields { hash.add(field) }
    return hash.bytes
  }

  /// A number of 64 bits that stands for some bytes.
  static func key(_ bytes: [UInt8]) -> Int64 {
    var hash = ContentHash()
    bytes.withUnsafeBytes { hash.add($0) }
    return Int64(bitPattern: hash.first)
  }

  /// The number, 16 bytes.
  var bytes: [UInt8] {
    withUnsafeBytes(of: (first.littleEndian, second.littleEndian)) { Array($0) }
  }

  /// Adds a field; one that is missing is another than an empty one.
  private mutating func add(_ field: String?) {
    guard var field else { return mix(.max) }
    field.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds bytes; the same bytes in other pieces are others.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    for index in (offset..<bytes.count).reversed() { rest = rest << 8 | UInt64(bytes[index]) }
    mix(rest)
    // The length keeps fields apart: "ab", "c" is not "a", "bc".
    mix(UInt64(bytes.count))
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    let one = (first ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    first = one.high ^ one.low ^ word
    let two = (second ^ word &+ 0x5895_65A1_D2E3_7C8B).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    second = two.high ^ two.low &+ word
  }
}
