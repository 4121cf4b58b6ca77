import FoundationEssentials

/// Values as JSON, fit for a terminal too.
enum JSONText {
  /// One value as JSON on one line, keys in alphabetical order.
  static func line(_ value: some Encodable) throws -> [UInt8] {
    try bytes(value, [.sortedKeys, .withoutEscapingSlashes]) + [UInt8(ascii: "\n")]
  }

  /// One value as indented JSON, keys in alphabetical order.
  static func indented(_ value: some Encodable) throws -> [UInt8] {
    try bytes(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) + [UInt8(ascii: "\n")]
  }

  private static func bytes(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws
    -> [UInt8]
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    return escapingControls(try encoder.encode(value))
  }

  /// Escapes the controls that JSON allows in a string but a terminal may obey: DEL and C1 (U+007F to
  /// U+009F).
  ///
  /// They can stand in strings only, where \u escapes mean the same.
  private static func escapingControls(_ json: Data) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(json.count)
    let digits = Array("0123456789abcdef".utf8)
    var isAfterC2 = false
    for byte in json {
      let isC1 = isAfterC2 && byte < 0xA0
      if isC1 { escaped.removeLast() }
      if isC1 || byte == 0x7F {
        escaped += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        escaped.append(byte)
      }
      isAfterC2 = byte == 0xC2
    }
    return escaped
  }
}
