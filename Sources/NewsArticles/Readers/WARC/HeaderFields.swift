/// The header of a WARC record or an HTTP response: a first line and named fields.
struct HeaderFields {
  /// `WARC/1.0`, or `HTTP/1.1 200 OK`.
  let firstLine: String
  private var fields: [String: String] = [:]

  /// More bytes than that are no header.
  static let maximum = 1 << 16

  /// Takes a header and the blank line behind it.
  ///
  /// - Returns: `nil` where there is none, or no end to it.
  init?(_ bytes: inout BufferedBytes) throws(ReadFailure) {
    let start = bytes.offset
    guard let first = try bytes.takeLine(maximum: Self.maximum) else { return nil }
    firstLine = Self.text(first)
    var lastName: String?
    while true {
      guard bytes.offset - start <= Self.maximum, let line = try bytes.takeLine(maximum: Self.maximum) else {
        return nil
      }
      if line.isEmpty { return }
      if let first = line.first, first == 0x20 || first == 0x09 {
        // The rest of the field before.
        if let lastName { fields[lastName, default: ""] += " " + Self.trimmed(line) }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = Self.text(line[..<colon]).lowercased()
        lastName = name
        if fields[name] == nil { fields[name] = Self.trimmed(line[(colon + 1)...]) }
      }
    }
  }

  /// The value of a field, whatever the case of its name.
  subscript(name: String) -> String? { fields[name.lowercased()] }

  /// The media type that a field names, in lower case, without its parameters.
  var contentType: String {
    let type = self["content-type"]?.prefix { $0 != ";" } ?? ""
    return Self.trimmed(Array(type.utf8)[...]).lowercased()
  }

  /// The encoding of characters that the content type names.
  var charset: String? {
    guard let type = self["content-type"] else { return nil }
    for parameter in type.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, Self.trimmed(Array(parts[0].utf8)[...]).lowercased() == "charset" else {
        continue
      }
      let name = parts[1].filter { $0 != "\"" && $0 != "'" && $0 != " " }
      return name.isEmpty ? nil : name
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let front = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    return text(front.dropLast(front.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
