/// Mends what feeds get wrong and XML's parsers stumble on: control characters, HTML's entities, a bare ampersand.
struct XMLMending {
  private var isCharacterData = false

  /// The next piece of a document, mended.
  ///
  /// Line feeds stay where they are. Pieces have to end behind a `>`, or where none is near.
  ///
  /// Complexity: linear in the bytes.
  mutating func mended(_ bytes: [UInt8]) -> [UInt8] {
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x09, 0x0A, 0x0D: mended.append(byte)
      case ..<0x20: mended.append(0x20)
      case UInt8(ascii: "<") where !isCharacterData && bytes[index...].starts(with: "<![CDATA[".utf8):
        isCharacterData = true
        mended.append(byte)
      case UInt8(ascii: "]") where isCharacterData && bytes[index...].starts(with: "]]>".utf8):
        isCharacterData = false
        mended.append(byte)
      case UInt8(ascii: "&"):
        index += reference(bytes[index...], into: &mended)
        continue
      default: mended.append(byte)
      }
      index += 1
    }
    return mended
  }

  /// Appends the reference that begins with an ampersand, or what it stands for.
  ///
  /// - Returns: The number of bytes it took.
  private func reference(_ bytes: ArraySlice<UInt8>, into mended: inout [UInt8]) -> Int {
    let name = bytes.dropFirst().prefix(12).prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
        true
      default: false
      }
    }
    let isReference = !name.isEmpty && bytes.dropFirst(name.count + 1).first == UInt8(ascii: ";")
    if isReference,
      Self.ownNames.contains(String(decoding: name, as: UTF8.self)) || name.first == UInt8(ascii: "#")
    {
      mended += bytes.prefix(name.count + 2)
    } else if isReference, let character = HTMLEntities.character(Array(name)) {
      mended += Array(String(character).utf8)
    } else {
      mended += isCharacterData ? "&".utf8 : "&amp;".utf8
      return 1
    }
    return name.count + 2
  }

  /// The names that XML itself has.
  private static let ownNames: Set<String> = ["amp", "lt", "gt", "quot", "apos"]
}
