/// How a file is compressed.
enum Compression: String, Hashable {
  case gzip
  case xz
  case zstd
  case bzip2

  /// The compression of a file that begins with `head`; `nil` where it is not compressed.
  static func of(_ head: [UInt8]) -> Compression? {
    if head.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
    if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return .xz }
    if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .zstd }
    guard head.starts(with: "BZh".utf8), head.count >= 10, 0x31...0x39 ~= head[3] else { return nil }
    // The digits of pi before a block, of its square root at the end of an empty file.
    return [[0x31, 0x41, 0x59, 0x26, 0x53, 0x59], [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]].contains(head[4..<10])
      ? .bzip2 : nil
  }
}
