/// Numbers as French writes them.
extension WordScanner {
  /// Reads on from a run that begins with a digit and was read into the buffer.
  ///
  /// - 1 000 000 with any space, 1.000.000: one word, 1000000.
  /// - 3,5 and 3.5: one word, 3.5.
  /// - 12h30, 10km, 10,5km: the number is a word, and what follows is another.
  mutating func readNumber(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: inout Int, _ end: inout Int
  ) {
    let digits = word.leadingDigitCount
    guard digits == word.count else {
      // The digits that were read are ASCII, or the run would not be as long as the word.
      if word.count == end - start, isUnit(from: digits) {
        word.truncate(to: digits)
        end = start + digits
        index = end
      }
      return
    }
    if digits <= 3 { readThousands(text, start, &index, &end) }
    readDecimals(text, start, &index, &end)
  }

  /// Whether the letters behind a number are a unit that may as well stand behind a space: h, km and the like; 5G is not.
  private func isUnit(from digits: Int) -> Bool {
    if word.byte(at: digits) == UInt8(ascii: "h") {
      // 12h, 12h30.
      return (digits + 1..<word.count).allSatisfy { word.byte(at: $0) &- UInt8(ascii: "0") < 10 }
        && word.count - digits <= 3 && digits <= 2
    }
    return Self.units.contains { word.holds($0, from: digits) }
  }

  private static let units: [StaticString] = [
    "km", "kg", "cm", "mm", "ha", "min", "mn", "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh",
  ]

  /// What else is a unit behind decimals, where no name can stand: 1,80m, 3,5M€, but A400M.
  private static let unitsOfDecimals: [StaticString] = [
    "h", "m", "g", "l", "t", "md", "mds", "ghz", "mhz", "go", "mo", "to",
  ]

  /// Whether the word at `index`, behind decimals, is a unit: the end of 10,5km.
  private func isUnit(_ text: UnsafeBufferPointer<UInt8>, behindDecimals index: Int) -> Bool {
    (Self.units + Self.unitsOfDecimals).contains { unit in
      let end = index + unit.utf8CodeUnitCount
      guard end <= text.count, end == text.count || FoldTables.ascii(text[end]) == 0 else { return false }
      return (index..<end).allSatisfy { text[$0] | 0x20 == unit.utf8Start[$0 - index] }
    }
  }

  /// n° is numéro.
  mutating func readNumberSign(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: inout Int) {
    guard word.holds("n"), index + 1 < text.count, text[index] == 0xC2, text[index + 1] == 0xB0 else {
      return
    }
    for letter in "umero".utf8 { word.append(letter) }
    index += 2
    end = index
  }

  /// nº, with a raised o, is numéro too.
  mutating func readRaisedO(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard end - start == 3, word.holds("no"), text[end - 2] == 0xC2, text[end - 1] == 0xBA else { return }
    word.clear()
    for letter in "numero".utf8 { word.append(letter) }
  }

  /// Takes the digits off an h that stands behind a number: the end of 12h30.
  mutating func readHour(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: inout Int, _ end: inout Int
  ) {
    guard start > 0, isDigit(text, start - 1), word.count == end - start, word.count > 1,
      word.begins(with: "h"),
      (1..<word.count).allSatisfy({ word.byte(at: $0) &- UInt8(ascii: "0") < 10 })
    else { return }
    word.truncate(to: 1)
    end = start + 1
    index = end
  }

  /// Groups of three digits behind a space or a dot.
  private mutating func readThousands(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: inout Int, _ end: inout Int
  ) {
    // No number of thousands begins with 0, nor behind a dot: 0.255, the end of 10.2.0.255.
    guard word.byte(at: 0) != UInt8(ascii: "0"),
      !(start > 1 && text[start - 1] == UInt8(ascii: ".") && isDigit(text, start - 2))
    else { return }
    let before = (count: word.count, index: index, end: end)
    while index < text.count, let width = groupSeparatorWidth(text, index),
      digitCount(text, index + width) == 3
    {
      let first = index + width
      for offset in 0..<3 { word.append(text[first + offset]) }
      index = first + 3
      end = index
    }
    // 192.168.0.1 is no number.
    if index > before.index, index + 1 < text.count, text[index] == UInt8(ascii: "."),
      isDigit(text, index + 1)
    {
      word.truncate(to: before.count)
      (index, end) = (before.index, before.end)
    }
  }

  private mutating func readDecimals(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: inout Int, _ end: inout Int
  ) {
    guard index + 1 < text.count else { return }
    let sign = text[index]
    guard sign == UInt8(ascii: ",") || sign == UInt8(ascii: ".") else { return }
    let count = digitCount(text, index + 1)
    let behind = index + 1 + count
    // 13.09.2023, 192.168.0.1 and 1,2,3 are no decimals.
    let isList = behind + 1 < text.count && text[behind] == sign && isDigit(text, behind + 1)
    let isInList = start > 0 && text[start - 1] == sign
    guard count > 0, !isList, !isInList,
      behind == text.count || FoldTables.ascii(text[behind]) == 0 || isUnit(text, behindDecimals: behind)
    else { return }
    word.append(UInt8(ascii: "."))
    for offset in index + 1..<behind { word.append(text[offset]) }
    index = behind
    end = behind
  }

  /// The bytes of a space or dot between groups of digits: a plain space, U+00A0, U+2009, U+202F.
  private func groupSeparatorWidth(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: " "), UInt8(ascii: "."): return 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: return 2
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
      return text[index + 2] == 0x89 || text[index + 2] == 0xAF ? 3 : nil
    default: return nil
    }
  }

  /// The number of ASCII digits from `index` on; none if a letter follows them.
  private func digitCount(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < text.count, isDigit(text, end), end - index < 20 { end += 1 }
    return end - index
  }

  private func isDigit(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    text[index] &- UInt8(ascii: "0") < 10
  }
}
