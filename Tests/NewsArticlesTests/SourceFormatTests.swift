import Testing

@testable import NewsArticles

@Suite struct SourceFormatTests {
  @Test(arguments: [
    "International\n\nUn titre", "\u{FEFF}International", "a", "\n\n  Un titre", "«Un titre»", "2023",
    "[Vidéo] Un titre",
    "[1] Une note", "<3 ans plus tard", "<a, b> un produit", "<!> attention", "<inconnu> dit-il",
    "<!-- sans fin", "<< Je suis venu >>", "- { un objet }", "Un titre {\"a\":1}",
    "PK, le retour",
    "Le fichier commence par %PDF-", "Москва", "Un titre\u{C}avec un saut de page", "été",
  ])
  func `a text is a web export`(text: String) {
    #expect(SourceFormat.of(Array(text.utf8)) == .webExport)
  }

  @Test(arguments: [
    "{\"text\":\"a\"}", "{", "{}\n", "\u{FEFF}{\"text\":\"a\"}", "  \t{\"text\":\"a\"}",
    "\n\r\n{\"text\":\"a\"}",
    "\u{FEFF}\n{", "{ broken", "{\"text\":\"\u{1}\u{2}\u{3}\"}",
  ])
  func `an object at the beginning is JSON Lines`(text: String) {
    #expect(SourceFormat.of(Array(text.utf8)) == .jsonLines)
  }

  @Test(arguments: ["nope", "[1,2]", "null", "\"a\"", "<p>a</p>", "un texte", "\u{FEFF}nope"])
  func `JSON Lines may begin with a bad line`(line: String) {
    let objects = "{\"text\":\"a\"}\n  {\"text\":\"b\"}\r\n"
    #expect(SourceFormat.of(Array("\(line)\n\n\(objects)".utf8)) == .jsonLines)
    #expect(SourceFormat.of(Array("\(line)\n\(line)\n\(line)\n\(objects)".utf8)) != .jsonLines)
    // The head may end within a line; it counts if it is the only one.
    let long = String(repeating: "a", count: SourceFormat.headSize / 2)
    let head = "\(line)\n{\"text\":\"\(long)\"}\n{\"text\":\"b\"}\n\(long)\(long)"
    #expect(SourceFormat.of(Array(head.utf8.prefix(SourceFormat.headSize))) == .jsonLines)
  }

  @Test(arguments: [
    "[{\"text\":\"a\"}]", "\u{FEFF}\n[\n  {\n", "[ {", "{\n  \"text\": \"a\"\n}\n", "{\"a\": [\n1,\n2]}",
    "{\r\n  \"uri\": \"a\",\r\n  \"x\": {\r\n    \"y\": 1\r\n  }\r\n}",
  ])
  func `an array of objects and an object over lines are JSON objects`(text: String) {
    #expect(SourceFormat.of(Array(text.utf8)) == .jsonObjects)
  }

  @Test(arguments: [
    ([0x1F, 0x8B, 0x08, 0x00], SourceFormat.compressed(.gzip)),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], .compressed(.xz)),
    ([0x28, 0xB5, 0x2F, 0xFD, 0x24], .compressed(.zstd)), (Array("BZh91AY&SY".utf8), .compressed(.bzip2)),
    (Array("BZh9 est un sigle".utf8), .webExport), ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .archive(.zip)),
    ([0x50, 0x4B, 0x05, 0x06, 0x00], .archive(.zip)), (Array("PK, le retour".utf8), .webExport),
  ])
  func `what is packed is told by its first bytes`(head: [UInt8], format: SourceFormat) {
    #expect(SourceFormat.of(head) == format)
  }

  @Test(arguments: ["mimetypeapplication/epub+zip", "[Content_Types].xml", "META-INF/MANIFEST.MF"])
  func `a zip that is one document is named`(member: String) {
    let head: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + Array(member.utf8)
    guard case .unreadable(let reason) = SourceFormat.of(head) else {
      Issue.record("a document is no archive")
      return
    }
    #expect(reason.contains("document"))
  }

  @Test(arguments: [
    "<!DOCTYPE html><html>", "<!doctype html>", "\n <HTML lang=\"fr\">", "<head><title>", "\u{FEFF}<html>",
    "<!-- un commentaire --><!-- un autre -->\n<html>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD\">",
    "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">", "<body>",
    "<div class=\"article\">", "<p>Un",
    "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">",
  ])
  func `a page is told by its first element`(text: String) {
    #expect(SourceFormat.of(Array(text.utf8)) == .html)
    let units = [0xFEFF] + text.utf16.drop { $0 == 0xFEFF }
    #expect(SourceFormat.of(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == .html)
    #expect(SourceFormat.of(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .html)
  }

  @Test(arguments: [
    "<rss version=\"2.0\">", "<feed xmlns=", "<?xml version=\"1.0\"?>\n<!-- a --><rss>",
    "<rdf:RDF xmlns:rdf=",
    "<?xml version='1.0'?><newsMessage xmlns=", "<newsItem guid=", "<?xml version=\"1.0\"?><atom:feed>",
    "<nitf>",
    "<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\" [<!ENTITY a \">\">]>\n<nitf>",
    "\u{FEFF}\n<?xml version=\"1.0\"?>\n<feed>",
  ])
  func `a feed is told by its first element`(text: String) {
    #expect(SourceFormat.of(Array(text.utf8)) == .xml)
  }

  private static let others: [(name: String, head: [UInt8], word: String)] = [
    ("PDF", Array("%PDF-1.7\n".utf8), "PDF"),
    ("UTF-16, little end first", [0xFF, 0xFE, 0x4C, 0x00], "UTF-16"),
    ("UTF-16, big end first", [0xFE, 0xFF, 0x00, 0x4C], "UTF-16"),
    ("UTF-16 without a mark", "Un titre".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "control"),
    ("XML of no kind", Array("<?xml version=\"1.0\"?>".utf8), "XML"),
    ("XML with a mark", Array("\u{FEFF}<?xml version".utf8), "XML"),
    ("a drawing", Array("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\">".utf8), "<svg>"),
    ("a site map", Array("<?xml version='1.0'?><urlset>".utf8), "<urlset>"),
    ("empty", [], "empty"), ("a mark only", [0xEF, 0xBB, 0xBF], "no text"),
    ("blank", Array(" \t\r\n\u{B}\u{C}\n".utf8), "no text"),
    ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48], "control"),
    ("ELF", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], "control"),
    ("zeros", [UInt8](repeating: 0, count: 99), "control"),
  ]

  @Test(arguments: others)
  func `what is not read is named`(name: String, head: [UInt8], word: String) {
    guard case .unreadable(let reason) = SourceFormat.of(head) else {
      Issue.record("\(name) is taken for something that is read")
      return
    }
    #expect(reason.contains(word), "\(name)")
  }

  @Test func `one control character in fifty bytes makes no binary file`() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 49)
    #expect(SourceFormat.of(text + [1]) == .webExport)
    #expect(SourceFormat.of(text.dropLast() + [1]) != .webExport)
    // Escape sequences of terminals and form feeds are no sign of it.
    #expect(SourceFormat.of(Array("\u{1B}[1mUn titre\u{1B}[0m\u{C}\t".utf8)) == .webExport)
  }
}
