/// Finds out in which encoding a page or an XML document is, and reads it.
///
/// A byte order mark decides; then bytes that can only be UTF-8 are UTF-8 whatever is declared, for pages often lie; then
/// what the transport said, what the document says, and last what its bytes look like.
enum MarkupEncoding {
  /// So many bytes are searched for a declaration, as browsers do.
  private static let declarationSize = 4096

  /// A document as text, and whether characters of it had to be replaced by U+FFFD.
  static func decode(_ bytes: ArraySlice<UInt8>, charset: String? = nil) -> (text: String, isRepaired: Bool) {
    if bytes.starts(with: [0xFF, 0xFE]) { return CharacterEncoding.utf16(bigEndian: false).decode(bytes) }
    if bytes.starts(with: [0xFE, 0xFF]) { return CharacterEncoding.utf16(bigEndian: true).decode(bytes) }
    let transported = charset.flatMap { CharacterEncoding(label: $0) }
    if case .utf16 = transported { return CharacterEncoding.utf16(bigEndian: false).decode(bytes) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    if let text = String(validating: content, as: UTF8.self) { return (text, false) }
    guard content.startIndex == bytes.startIndex, let encoding = transported ?? declared(content) else {
      return TextDecoding.decode(bytes)
    }
    return encoding.decode(bytes)
  }

  /// Whether some bytes begin with the byte order mark of UTF-16.
  static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// What the beginning of a document says of its encoding: an XML declaration, or a `meta` element.
  ///
  /// UTF-16 cannot be meant: the declaration itself would not have been read.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - isXML: Whether only an XML declaration counts.
  /// - Returns: The encoding; `nil` where none that is known is declared.
  static func declared(_ bytes: ArraySlice<UInt8>, isXML: Bool = false) -> CharacterEncoding? {
    let head = String(decoding: bytes.prefix(declarationSize), as: UTF8.self).lowercased()
    if head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
      let label = value(after: "encoding", in: head[..<end.lowerBound])
    {
      return CharacterEncoding(label: label).map(readable)
    }
    if isXML { return nil }
    var rest = head[...]
    while let meta = rest.firstRange(of: "<meta") {
      rest = rest[meta.upperBound...]
      let element = rest.prefix { $0 != ">" }
      if let label = value(after: "charset", in: element), let encoding = CharacterEncoding(label: label) {
        return readable(encoding)
      }
    }
    return nil
  }

  private static func readable(_ encoding: CharacterEncoding) -> CharacterEncoding {
    if case .utf16 = encoding { return .utf8 }
    return encoding
  }

  /// What stands behind `name` and an equals sign, with quotes or without.
  private static func value(after name: String, in text: Substring) -> Substring? {
    guard let found = text.firstRange(of: name) else { return nil }
    let rest = text[found.upperBound...].drop(while: \.isWhitespace)
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    let label = value.prefix { !$0.isWhitespace && !"\"';/>".contains($0) }
    return label.isEmpty ? nil : label
  }
}
