/// The Snowball stemmer for French: cuts a word down to what its forms have in common.
///
/// Words are sequences of letters in Windows-1252, one byte a letter, in lower case. Inside, capitals mark letters that
/// stand where a vowel would but are none (the u of "quand", the i of "travaux"), and H before e or i a diaeresis.
///
/// Source: the algorithm as <https://snowballstem.org/algorithms/french/stemmer.html> describes it, with the changes of
/// Snowball 3 (elisions, -aise, -oux).
///
/// Complexity: linear in the letters.
package struct FrenchStemmer: Sendable {
  /// How the letters of a word are written.
  package enum Accents: Sendable {
    /// With their accents: the stems are Snowball's own, accents and all.
    case written
    /// Without: é is e. The rules are those for accented endings too, read without their accents, so that a stem
    /// depends on the folded word alone.
    case folded
  }

  let rules: StemmingRules

  package init(accents: Accents) {
    rules = accents == .written ? .written : .folded
  }

  /// The stem of a word in Windows-1252.
  package func stem(_ letters: [UInt8]) -> [UInt8] {
    var word = StemmingWord(letters)
    removeElision(&word)
    markSemivowels(&word)
    word.markRegions()
    if removeStandardSuffix(&word) || removeVerbSuffixInI(&word) || removeVerbSuffix(&word) {
      if word.letters.last == UInt8(ascii: "Y") {
        word.replaceEnd(1, with: [UInt8(ascii: "i")])
      } else if word.letters.last == Letter.cCedilla {
        word.replaceEnd(1, with: [UInt8(ascii: "c")])
      }
    } else {
      removeResidualSuffix(&word)
    }
    undouble(&word)
    removeLastAccent(&word)
    return unmarked(word.letters)
  }

  /// The stem of a word; one with letters that Windows-1252 lacks is its own stem.
  package func stem(_ word: String) -> String {
    guard let letters = Letter.letters(of: word) else { return word }
    return Letter.text(of: stem(letters))
  }

  private func removeElision(_ word: inout StemmingWord) {
    let apostrophe = UInt8(ascii: "'")
    let letters = word.letters
    let isSingle = letters.count > 2 && letters[1] == apostrophe && "cdjlmnstz".utf8.contains(letters[0])
    if isSingle {
      word.letters.removeFirst(2)
    } else if letters.count > 3, letters[..<3].elementsEqual("qu'".utf8) {
      word.letters.removeFirst(3)
    }
  }

  /// Marks u, i and y that are no vowels, and writes a diaeresis as H before its letter.
  private func markSemivowels(_ word: inout StemmingWord) {
    var index = 0
    while index < word.letters.count {
      while markSemivowel(&word, at: index) {}
      index += 1
    }
  }

  private func markSemivowel(_ word: inout StemmingWord, at index: Int) -> Bool {
    let letter = word.letters[index]
    let next = index + 1 < word.letters.count ? word.letters[index + 1] : 0
    let isBeforeVowel = index + 1 < word.letters.count && Letter.isVowel(next)
    if Letter.isVowel(letter) {
      let isBetweenVowels = index + 2 < word.letters.count && Letter.isVowel(word.letters[index + 2])
      if isBetweenVowels, next == UInt8(ascii: "u") || next == UInt8(ascii: "i") {
        word.letters[index + 1] = next - 0x20
        return true
      }
      if next == UInt8(ascii: "y") {
        word.letters[index + 1] = UInt8(ascii: "Y")
        return true
      }
    }
    if letter == Letter.eDiaeresis || letter == Letter.iDiaeresis {
      let plain = letter == Letter.eDiaeresis ? UInt8(ascii: "e") : UInt8(ascii: "i")
      word.letters.replaceSubrange(index...index, with: [UInt8(ascii: "H"), plain])
      return true
    }
    if letter == UInt8(ascii: "y"), isBeforeVowel {
      word.letters[index] = UInt8(ascii: "Y")
      return true
    }
    if letter == UInt8(ascii: "q"), next == UInt8(ascii: "u") {
      word.letters[index + 1] = UInt8(ascii: "U")
      return true
    }
    return false
  }

  private func undouble(_ word: inout StemmingWord) {
    if ["enn", "onn", "ett", "ell", "eill"].contains(where: { word.ends(with: $0) }) {
      word.letters.removeLast()
    }
  }

  /// é or è before final consonants becomes e.
  private func removeLastAccent(_ word: inout StemmingWord) {
    guard let place = word.letters.lastIndex(where: Letter.isVowel), place < word.letters.count - 1 else {
      return
    }
    if word.letters[place] == Letter.eAcute || word.letters[place] == Letter.eGrave {
      word.letters[place] = UInt8(ascii: "e")
    }
  }

  /// The letters with the marks of ``markSemivowels(_:)`` taken back.
  private func unmarked(_ letters: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(letters.count)
    var hasDiaeresis = false
    for letter in letters {
      switch letter {
      case UInt8(ascii: "H"):
        hasDiaeresis = true
        continue
      case UInt8(ascii: "e") where hasDiaeresis: plain.append(Letter.eDiaeresis)
      case UInt8(ascii: "i") where hasDiaeresis: plain.append(Letter.iDiaeresis)
      case UInt8(ascii: "I"), UInt8(ascii: "U"), UInt8(ascii: "Y"): plain.append(letter + 0x20)
      default: plain.append(letter)
      }
      hasDiaeresis = false
    }
    return plain
  }
}
