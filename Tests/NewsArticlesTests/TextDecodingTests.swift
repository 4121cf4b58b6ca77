import TestSupport
import Testing

@testable import NewsArticles

@Suite struct TextDecodingTests {
  private func decode(_ bytes: [UInt8]) -> (text: String, isRepaired: Bool) {
    TextDecoding.decode(bytes[...])
  }

  @Test(arguments: [
    "", "ASCII only", "L’été à Besançon", "«œuvre» – 3 €…", "東京 Москва", "𝒳 👩‍🚀", "\u{0}\u{7F}\u{80}",
    "e\u{301}",
    "déjà \u{FFFD} abîmé", "\u{FEFF}\u{FEFF}", "Ã©",
  ])
  func `UTF-8 is taken as it is`(text: String) {
    let bare = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    let decoded = decode(Array(text.utf8))
    #expect(decoded.text.utf8.elementsEqual(bare.utf8))
    #expect(!decoded.isRepaired)
    let marked = decode([0xEF, 0xBB, 0xBF] + Array(bare.utf8))
    #expect(marked.text.utf8.elementsEqual(bare.utf8))
    #expect(!marked.isRepaired)
  }

  @Test(
    arguments: [
      ([0xE9, 0x74, 0xE9], "été"), ([0x4C, 0x92, 0xE9, 0x74, 0xE9], "L’été"), ([0x9C, 0x75, 0x66], "œuf"),
      ([0x33, 0xA0, 0x80], "3\u{A0}€"), ([0xAB, 0x20, 0xE0, 0x20, 0xBB], "« à »"),
      ([0x93, 0x61, 0x94, 0x85], "“a”…"),
      ([0xC7, 0x61, 0x20, 0x96, 0x20, 0x97], "Ça – —"), ([0xEF, 0xEE, 0xF4, 0xFB, 0xEB], "ïîôûë"),
      ([0xE7], "ç"),
      // É» and É with a hard space look like a sequence of UTF-8.
      (Array("L'".utf8) + [0xE9, 0x74, 0xE9] + Array(" LIBERT".utf8) + [0xC9, 0xBB], "L'été LIBERTÉ»"),
      (
        [0xE9, 0x74, 0xE9] + Array(", LIBERT".utf8) + [0xC9, 0xA0] + Array(": oui".utf8),
        "été, LIBERTÉ\u{A0}: oui"
      ),
    ] as [([UInt8], String)])
  func `French in Windows-1252 is told from damage`(bytes: [UInt8], expected: String) {
    let decoded = decode(bytes)
    #expect(decoded.text == expected)
    #expect(!decoded.isRepaired)
  }

  @Test func `a French text in Windows-1252 is read whole`() {
    let text = "Élue à l’unanimité, la maire a reçu 10\u{A0}000 € – un « cœur » d’où naît l’été…"
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      let signs: [Unicode.Scalar: UInt8] = ["’": 0x92, "€": 0x80, "–": 0x96, "œ": 0x9C, "…": 0x85]
      return signs[scalar] ?? UInt8(scalar.value)
    }
    let decoded = decode(bytes)
    #expect(decoded.text == text)
    #expect(!decoded.isRepaired)
  }

  @Test(
    arguments: [
      // UTF-8 with a byte that went astray, a sequence that was cut, one that is too long.
      (Array("été".utf8) + [0xE9], "été\u{FFFD}"), (Array("déjà".utf8).dropLast(), "déj\u{FFFD}"),
      ([0x61, 0xFF, 0x62] + Array("é".utf8), "a\u{FFFD}bé"),
      (Array("é".utf8) + [0xC0, 0xAF], "é\u{FFFD}\u{FFFD}"),
      (Array("œ€".utf8) + [0xE2, 0x82], "œ€\u{FFFD}"),
      // Each byte of its dashes is usual in Windows-1252 as well.
      (Array("a – b — c – d ".utf8) + [0xE9], "a – b — c – d \u{FFFD}"),
      (Array("é".utf8) + [0xED, 0xA0, 0x80], "é\u{FFFD}\u{FFFD}\u{FFFD}"),
      // Neither: bytes that stand for nothing in Windows-1252, and signs that no French text has as many of.
      ([0x61, 0x81, 0x62], "a\u{FFFD}b"), ([0x61, 0xE9, 0x81], "a\u{FFFD}"),
      ([0x8E, 0x74, 0x8E], "\u{FFFD}t\u{FFFD}"),
    ] as [([UInt8], String)])
  func `damage is repaired and told`(bytes: [UInt8], expected: String) {
    let decoded = decode(bytes)
    #expect(decoded.text == expected)
    #expect(decoded.isRepaired)
  }

  @Test func `a slice is read from where it begins`() {
    let bytes = Array("xxété".utf8)
    #expect(TextDecoding.decode(bytes[2...]).text == "été")
    #expect(TextDecoding.decode([0x78, 0xEF, 0xBB, 0xBF, 0x61][1...]).text == "a")
  }

  @Test func `Windows-1252 has its table`() {
    let signs = Windows1252.decode(Array(0x80...0x9F)[...])
    #expect(signs == "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ")
    for byte in UInt8.min ... .max {
      let text = Windows1252.decode([byte])
      #expect(text.unicodeScalars.count == 1)
      #expect(Windows1252.isDefined(byte) == (text != "\u{FFFD}"), "\(byte)")
      if !(0x80...0x9F).contains(byte) { #expect(text.unicodeScalars.first?.value == UInt32(byte)) }
    }
    for scalar in "àâäçéèêëîïôöùûüœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ«»’‘“”–—…€°\u{A0}".unicodeScalars {
      let byte = (UInt8.min ... .max).first { Windows1252.decode([$0]) == String(scalar) }
      #expect(byte.map(Windows1252.isUsualInFrench) == true, "\(scalar)")
    }
  }

  @Test func `any bytes make a text that keeps their ASCII`() {
    var random = SeededGenerator()
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array(" \n".utf8), Array("é".utf8), Array("€".utf8), Array("𝒳".utf8), [0xE9],
      [0xE2, 0x82], [0xF0, 0x9F],
      [0x80], [0xEF, 0xBB, 0xBF], [0xFF], [0xED, 0xA0, 0x80], [0],
    ]
    for round in 0..<4_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...16, using: &random) {
        bytes += round % 2 == 0 ? random.bytes(1) : pieces.randomElement(using: &random) ?? []
      }
      let decoded = decode(bytes)
      let words = "\(bytes), seed \(random.seed)"
      #expect(decoded.text.utf8.filter { $0 < 0x80 } == bytes.filter { $0 < 0x80 }, "\(words)")
      #expect(!decoded.isRepaired || decoded.text.unicodeScalars.contains("\u{FFFD}"), "\(words)")
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      #expect(!isUTF8 || !decoded.isRepaired, "\(words)")
    }
  }
}
