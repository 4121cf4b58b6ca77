/// How a token was read, besides the rule that made its term.
package enum TokenReading: String, Sendable, CaseIterable {
  /// An article or pronoun before it was cut off: l’espace.
  case elision
  /// Its dots were left out: O.N.U.
  case acronym
  /// Its feminine ending was left out: étudiant·e·s.
  case inclusive = "inclusive writing"
  /// Spaces or dots between its digits were left out: 1 000 000.
  case number
  /// Its capitals make it an ordinal: VIe.
  case romanFigures = "Roman figures"
  /// Its capital makes it a name: Tours, Orange.
  case name
  /// The second of its terms is that of the compound that it ends: week-end.
  case compound

  /// How a token was read.
  static func readings(of token: FrenchToken, in text: UnsafeBufferPointer<UInt8>) -> [TokenReading] {
    let surface = UnsafeBufferPointer(rebasing: text[token.start..<token.end])
    var readings: [TokenReading] = []
    if isElided(before: token.start, in: text) { readings.append(.elision) }
    let signs = surface.contains { $0 < 0x80 && FoldTables.ascii($0) == 0 } || surface.contains(0xB7)
    if signs, token.foldedWord.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: ".") }) {
      readings.append(.number)
    } else if signs, token.foldedWord.count * 2 <= surface.count + 1, surface.count > 2,
      surface[1] == UInt8(ascii: ".")
    {
      readings.append(.acronym)
    } else if signs,
      let sign = surface.firstIndex(where: { $0 < 0x80 && FoldTables.ascii($0) == 0 || $0 == 0xB7 }),
      "·.(-/".utf8.contains(surface[sign]), token.foldedWord.count < surface.count - 1
    {
      readings.append(.inclusive)
    }
    if Ordinal.number(ofRomanCapitals: surface) != nil { readings.append(.romanFigures) }
    if token.name != nil || token.term.first.map({ $0 &- UInt8(ascii: "A") < 26 }) == true {
      readings.append(.name)
    }
    if token.compound != nil { readings.append(.compound) }
    return readings
  }

  /// Whether an apostrophe stands right before `start`, with letters before it that are no token.
  private static func isElided(before start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    for length in [1, 2, 3] where start > length {
      let scalar = FoldedScalar.read(text, at: start - length)
      if scalar.kind == .apostrophe, scalar.length == length {
        return FoldTables.ascii(text[start - length - 1]) != 0
      }
    }
    return false
  }
}
