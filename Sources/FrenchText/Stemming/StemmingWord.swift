/// A word while it is stemmed, with the regions that the rules speak of.
struct StemmingWord {
  var letters: [UInt8]
  /// Where the region RV begins: behind the first vowel that does not begin the word, roughly.
  private(set) var rv = 0
  /// Where R1 begins: behind the first consonant that follows a vowel.
  private(set) var r1 = 0
  /// Where R2 begins: behind the first consonant that follows a vowel of R1.
  private(set) var r2 = 0

  init(_ letters: [UInt8]) {
    self.letters = letters
  }

  mutating func markRegions() {
    rv = startOfRV()
    r1 = behindVowelAndConsonant(from: 0)
    r2 = behindVowelAndConsonant(from: r1)
  }

  private func startOfRV() -> Int {
    let beginsWithVowels = letters.count > 2 && Letter.isVowel(letters[0]) && Letter.isVowel(letters[1])
    let isException =
      begins(with: "par") || begins(with: "col") || begins(with: "tap")
      || begins(with: "ni") && letters.count > 2 && Letter.isVowel(letters[2])
    if beginsWithVowels || isException { return 3 }
    guard let vowel = letters.dropFirst().firstIndex(where: Letter.isVowel) else { return letters.count }
    return vowel + 1
  }

  private func behindVowelAndConsonant(from start: Int) -> Int {
    guard let vowel = letters[start...].firstIndex(where: Letter.isVowel),
      let consonant = letters[(vowel + 1)...].firstIndex(where: { !Letter.isVowel($0) })
    else { return letters.count }
    return consonant + 1
  }

  /// Whether the word begins with an ASCII text.
  private func begins(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard letters.count >= count else { return false }
    return (0..<count).allSatisfy { letters[$0] == text.utf8Start[$0] }
  }

  /// Whether the word, without its last `skipped` letters, ends with an ASCII text that lies behind `limit`.
  func ends(with text: StaticString, skipping skipped: Int = 0, behind limit: Int = 0) -> Bool {
    let count = text.utf8CodeUnitCount
    let start = letters.count - skipped - count
    guard start >= limit else { return false }
    return (0..<count).allSatisfy { letters[start + $0] == text.utf8Start[$0] }
  }

  /// Puts other letters in the place of the last `count`.
  mutating func replaceEnd(_ count: Int, with replacement: some Sequence<UInt8> = EmptyCollection()) {
    letters.removeLast(count)
    letters.append(contentsOf: replacement)
  }
}
