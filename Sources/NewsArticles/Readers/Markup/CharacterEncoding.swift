import Glibc

/// An encoding that pages and feeds declare.
enum CharacterEncoding: Hashable {
  case utf8
  /// Also what is called Latin-1 and ASCII: on the web they are all read as this.
  case windows1252
  case utf16(bigEndian: Bool)
  /// Any other, by the name that the system's iconv knows.
  case other(String)

  /// The encoding of a label such as "iso-8859-1"; `nil` for one that no browser reads.
  ///
  /// Source: <https://encoding.spec.whatwg.org/#names-and-labels>.
  init?(label: some StringProtocol) {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252",
      "x-cp1252",
      "ascii", "us-ascii", "ansi_x3.4-1968", "iso-ir-100", "iso88591", "cp819", "ibm819":
      self = .windows1252
    case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2": self = .utf16(bigEndian: false)
    case "utf-16be": self = .utf16(bigEndian: true)
    default:
      guard let name = Self.iconvNames[label] else { return nil }
      self = .other(name)
    }
  }

  /// Only these names reach iconv.
  private static let iconvNames: [String: String] = {
    var names = [
      "macintosh": "MACINTOSH", "mac": "MACINTOSH", "x-mac-roman": "MACINTOSH", "latin9": "ISO-8859-15",
      "latin-9": "ISO-8859-15", "iso885915": "ISO-8859-15", "l9": "ISO-8859-15", "koi8-r": "KOI8-R",
      "koi8-u": "KOI8-U", "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "big5": "BIG5-HKSCS",
      "shift_jis": "CP932", "sjis": "CP932", "x-sjis": "CP932", "windows-31j": "CP932", "euc-jp": "EUC-JP",
      "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "windows-874": "CP874", "tis-620": "CP874",
    ]
    for number in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] {
      for label in ["iso-8859-\(number)", "iso8859-\(number)", "iso_8859-\(number)"] {
        names[label] = "ISO-8859-\(number)"
      }
    }
    // Turkish Latin-5, as browsers read it.
    for label in ["iso-8859-9", "iso8859-9", "latin5"] { names[label] = "CP1254" }
    for number in 1250...1258 where number != 1252 {
      for label in ["windows-\(number)", "cp\(number)", "x-cp\(number)"] { names[label] = "CP\(number)" }
    }
    return names
  }()

  /// The text of some bytes, and whether characters of it had to be replaced by U+FFFD.
  ///
  /// Complexity: linear in the bytes.
  func decode(_ bytes: ArraySlice<UInt8>) -> (text: String, isRepaired: Bool) {
    switch self {
    // Bytes that are no UTF-8 in spite of what was declared may still read well as something else.
    case .utf8: return TextDecoding.decode(bytes)
    case .windows1252: return (Windows1252.decode(bytes), false)
    case .utf16(let bigEndian):
      let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return bigEndian ? first << 8 | second : second << 8 | first
      }
      let text = String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self)
      return (text, text.unicodeScalars.contains("\u{FFFD}"))
    case .other(let name):
      return Self.iconv(name, bytes) ?? TextDecoding.decode(bytes)
    }
  }

  /// `nil` where the system does not have the encoding.
  private static func iconv(_ name: String, _ bytes: ArraySlice<UInt8>) -> (text: String, isRepaired: Bool)? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = Array(bytes)
    var text: [UInt8] = []
    text.reserveCapacity(input.count + input.count / 2)
    var isRepaired = false
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    var position = 0
    while position < input.count {
      let (read, written, error) = input.withUnsafeMutableBytes { input in
        chunk.withUnsafeMutableBytes { output in
          var from = input.baseAddress.map { ($0 + position).assumingMemoryBound(to: CChar.self) }
          var fromLeft = input.count - position
          var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
          var toLeft = output.count
          let result = Glibc.iconv(converter, &from, &fromLeft, &to, &toLeft)
          return (input.count - position - fromLeft, output.count - toLeft, result == -1 ? errno : 0)
        }
      }
      text += chunk[..<written]
      position += read
      // A byte that begins no character, or a character that is cut off at the end.
      if error == EILSEQ || error == EINVAL {
        text += "\u{FFFD}".utf8
        isRepaired = true
        position += 1
      } else if error != 0, error != E2BIG {
        return nil
      }
    }
    return (String(decoding: text, as: UTF8.self), isRepaired)
  }
}
