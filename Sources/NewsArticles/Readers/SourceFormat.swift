/// What a file is, told by its first bytes.
enum SourceFormat: Hashable {
  case webExport
  case jsonLines
  /// A JSON array of objects, or objects over many lines.
  case jsonObjects
  /// Pages of the web as archives keep them.
  case warc
  case compressed(Compression)
  case archive(ArchiveKind)
  case html
  /// A feed, or a document of an agency.
  case xml
  /// Data that may lie beside articles, but is none; the text says what: rows of values between tabs, databases.
  case data(String)
  /// Something that is not read; the text says what, and what to do.
  case unreadable(String)

  /// So many bytes tell.
  static let headSize = 1 << 16

  private static let magics: [(bytes: [UInt8], reason: String)] = [
    (Array("%PDF-".utf8), "a PDF: newsfind reads text and JSON Lines"),
    ([0xFF, 0xFE], "UTF-16: convert it to UTF-8 first"), ([0xFE, 0xFF], "UTF-16: convert it to UTF-8 first"),
  ]

  /// SQLite's files, an index of newsfind among them: the database, its write-ahead log, its shared memory.
  ///
  /// Source: <https://www.sqlite.org/fileformat2.html>, <https://www.sqlite.org/walformat.html>.
  private static let databases: [[UInt8]] = [
    Array("SQLite format 3\u{0}".utf8), [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
    [0x18, 0xE2, 0x2D, 0x00],
  ]

  /// The format of a file that begins with `head`.
  static func of(_ head: [UInt8]) -> SourceFormat {
    if head.isEmpty { return .unreadable("the file is empty") }
    if databases.contains(where: { head.starts(with: $0) }) {
      return .data("a database, or a part of one: newsfind reads text and JSON Lines")
    }
    if MarkupEncoding.isUTF16(head), let markup = MarkupKind(of: head) { return markup.format }
    if let magic = magics.first(where: { head.starts(with: $0.bytes) }) { return .unreadable(magic.reason) }
    if let compression = Compression.of(head) { return .compressed(compression) }
    if WARCReader.reads(head) { return .warc }
    if ArchiveKind.isDocument(head) {
      return .unreadable("an office document or an e-book: newsfind reads text, JSON, HTML and feeds")
    }
    if let kind = ArchiveKind.of(head) { return .archive(kind) }
    let content = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let text = content.drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
    if text.isEmpty, head.count < headSize { return .unreadable("there is no text in it") }
    if text.first == UInt8(ascii: "["), text.dropFirst().first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      return .jsonObjects
    }
    if isMostlyObjects(head) { return .jsonLines }
    if text.first == UInt8(ascii: "{") { return isOpenAtLineEnd(text) ? .jsonObjects : .jsonLines }
    if let markup = MarkupKind(of: head) { return markup.format }
    if isTable(head) { return .data("a table, not an article: newsfind reads text and JSON Lines") }
    if isBinary(head) { return .unreadable("not a text: too many control characters") }
    return .webExport
  }

  /// Whether more than half of the lines begin as objects do: JSON Lines of which the first is bad.
  private static func isMostlyObjects(_ head: [UInt8]) -> Bool {
    var starts = head.split(separator: 0x0A).compactMap { line in line.first { $0 > 0x20 } }
    // The last line may be cut.
    if head.count >= headSize, starts.count > 1 { starts.removeLast() }
    return starts.count { $0 == UInt8(ascii: "{") } * 2 > starts.count
  }

  /// Whether the first line opens more braces and brackets than it closes.
  private static func isOpenAtLineEnd(_ text: ArraySlice<UInt8>) -> Bool {
    guard let end = text.firstIndex(of: 0x0A) else { return false }
    let line = text[..<end]
    let signs = line.filter { "{}[]".utf8.contains($0) }
    return signs.count { $0 == 0x7B || $0 == 0x5B } > signs.count { $0 == 0x7D || $0 == 0x5D }
  }

  /// Whether all lines, and there are some, have the same number of tabs.
  private static func isTable(_ head: [UInt8]) -> Bool {
    var lines = head.split(separator: 0x0A)
    if head.count >= headSize, lines.count > 1 { lines.removeLast() }
    guard lines.count >= 5, let first = lines.first else { return false }
    let tabs = first.count { $0 == 0x09 }
    return tabs > 0 && lines.allSatisfy { line in line.count { $0 == 0x09 } == tabs }
  }

  /// More than one control character in fifty bytes: a text has next to none.
  private static func isBinary(_ head: [UInt8]) -> Bool {
    let controls = head.count { $0 < 0x20 && !(0x09...0x0D ~= $0) && $0 != 0x1B }
    return controls * 50 > head.count
  }
}
