/// What kind of archive a file is.
enum ArchiveKind: Hashable {
  case zip
  case tar

  /// The kind of a file that begins with `head`; `nil` where it is no archive.
  static func of(_ head: [UInt8]) -> ArchiveKind? {
    if [3, 5, 7].contains(where: { head.starts(with: [0x50, 0x4B, $0, $0 + 1]) }) { return .zip }
    return isTar(head) ? .tar : nil
  }

  /// Whether the members of a zip are the parts of one document: an office document, an e-book.
  static func isDocument(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 3, 4])
      && ["mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF"].contains { name in
        head.dropFirst(30).starts(with: name.utf8)
      }
  }

  /// A tar's first block holds the sum of its own bytes, for which eight spaces stand.
  private static func isTar(_ head: [UInt8]) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    let field = head[148..<156].filter { 0x30...0x37 ~= $0 }
    guard !field.isEmpty, let sum = Int(String(decoding: field, as: UTF8.self), radix: 8) else {
      return false
    }
    let rest = head[..<148].reduce(0) { $0 + Int($1) } + head[156..<512].reduce(0) { $0 + Int($1) }
    return rest + 8 * 0x20 == sum
  }
}
