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

  /// Escapes what JSON allows in a string but a terminal may obey: DEL, C1 controls, marks of direction.
  ///
  /// They can stand in strings only, where \u escapes mean the same.
  private static func escapingControls(_ json: Data) -> [UInt8] {
    let text = String(decoding: json, as: UTF8.self)
    guard text.unicodeScalars.contains(where: isToEscape) else { return Array(json) }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isToEscape(scalar) {
        let digits = String(scalar.value, radix: 16)
        escaped.append(
          contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return Array(String(escaped).utf8)
  }

  /// C0 controls are escaped already; those that are left are the encoder's line feeds.
  private static func isToEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x7F && PrintableText.isHarmful(scalar)
  }
}
