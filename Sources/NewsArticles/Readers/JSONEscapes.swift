/// The \u escapes of JSON that stand for no character.
enum JSONEscapes {
  /// JSON in which each half of a surrogate pair that stands alone is \ufffd; `nil` where there is none.
  ///
  /// Complexity: linear in the bytes.
  static func mended(_ json: [UInt8]) -> [UInt8]? {
    var mended = json
    var isChanged = false
    var index = 0
    while let found = json[index...].firstIndex(of: UInt8(ascii: "\\")) {
      index = found
      switch unit(json, index) {
      case 0xD800...0xDBFF where 0xDC00...0xDFFF ~= unit(json, index + 6):
        index += 12
      case 0xD800...0xDFFF:
        mended.replaceSubrange(index + 2..<index + 6, with: "fffd".utf8)
        isChanged = true
        index += 6
      default:
        // Whatever is escaped: a backslash as well.
        index = min(index + 2, json.count)
      }
    }
    return isChanged ? mended : nil
  }

  /// The number of the escape \u0000 that begins at an index; 0 where none does.
  private static func unit(_ json: [UInt8], _ index: Int) -> UInt16 {
    guard index + 6 <= json.count, json[index...].starts(with: "\\u".utf8) else { return 0 }
    return UInt16(String(decoding: json[index + 2..<index + 6], as: UTF8.self), radix: 16) ?? 0
  }
}
