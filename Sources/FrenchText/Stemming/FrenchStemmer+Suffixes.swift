/// The steps that take suffixes off. Each says whether it did, for the next one is tried only where it did not.
extension FrenchStemmer {
  /// Derivations: -ation, -ité, -ement and the like.
  func removeStandardSuffix(_ word: inout StemmingWord) -> Bool {
    guard let (count, rule) = rules.standard.longest(in: word) else { return false }
    let start = word.letters.count - count
    switch rule {
    case .ance:
      guard start >= word.r2 else { return false }
      word.replaceEnd(count)
    case .ation:
      guard start >= word.r2 else { return false }
      word.replaceEnd(count)
      shortenIc(&word)
    case .logie: return replace(count, with: "log", in: &word, ifBehind: word.r2)
    case .ution: return replace(count, with: "u", in: &word, ifBehind: word.r2)
    case .ence: return replace(count, with: "ent", in: &word, ifBehind: word.r2)
    case .ement:
      guard start >= word.rv else { return false }
      word.replaceEnd(count)
      removeInnerSuffix(&word, rules.beforeEment)
    case .ite:
      guard start >= word.r2 else { return false }
      word.replaceEnd(count)
      removeInnerSuffix(&word, rules.beforeIte)
    case .ive:
      guard start >= word.r2 else { return false }
      word.replaceEnd(count)
      if word.ends(with: "at", behind: word.r2) {
        word.replaceEnd(2)
        shortenIc(&word)
      }
    case .eaux: word.replaceEnd(count, with: "eau".utf8)
    case .aux: return replace(count, with: "al", in: &word, ifBehind: word.r1)
    case .oux:
      guard start > 0, "bhjlnp".utf8.contains(word.letters[start - 1]) else { return false }
      word.replaceEnd(count, with: "ou".utf8)
    case .euse:
      if start >= word.r2 {
        word.replaceEnd(count)
      } else {
        return replace(count, with: "eux", in: &word, ifBehind: word.r1)
      }
    case .issement:
      guard start >= word.r1, start > 0, !Letter.isVowel(word.letters[start - 1]) else { return false }
      word.replaceEnd(count)
    // What -ment follows is often a participle: the steps for verbs go on with it.
    case .amment:
      _ = replace(count, with: "ant", in: &word, ifBehind: word.rv)
      return false
    case .emment:
      _ = replace(count, with: "ent", in: &word, ifBehind: word.rv)
      return false
    case .ment:
      if start > word.rv, Letter.isVowel(word.letters[start - 1]) { word.replaceEnd(count) }
      return false
    }
    return true
  }

  private func replace(
    _ count: Int, with replacement: String, in word: inout StemmingWord, ifBehind limit: Int
  ) -> Bool {
    guard word.letters.count - count >= limit else { return false }
    word.replaceEnd(count, with: replacement.utf8)
    return true
  }

  /// -ic, before a suffix that is gone: taken off where it lies behind R2, else -iqu.
  private func shortenIc(_ word: inout StemmingWord) {
    guard word.ends(with: "ic") else { return }
    word.replaceEnd(2, with: word.letters.count - 2 >= word.r2 ? "".utf8 : "iqU".utf8)
  }

  private func removeInnerSuffix(_ word: inout StemmingWord, _ suffixes: SuffixTable<StemmingRules.Inner>) {
    guard let (count, rule) = suffixes.longest(in: word) else { return }
    let start = word.letters.count - count
    let isBehindR2 = start >= word.r2
    switch rule {
    case .ativ:
      guard isBehindR2 else { return }
      word.replaceEnd(count)
      if word.ends(with: "at", behind: word.r2) { word.replaceEnd(2) }
    case .iv: if isBehindR2 { word.replaceEnd(count) }
    case .eus:
      if isBehindR2 {
        word.replaceEnd(count)
      } else if start >= word.r1 {
        word.replaceEnd(count, with: "eux".utf8)
      }
    case .abl: if isBehindR2 { word.replaceEnd(count) }
    case .ier: if start >= word.rv { word.replaceEnd(count, with: "i".utf8) }
    case .abil: word.replaceEnd(count, with: isBehindR2 ? "".utf8 : "abl".utf8)
    case .ic: word.replaceEnd(count, with: isBehindR2 ? "".utf8 : "iqU".utf8)
    }
  }

  /// Endings of verbs like finir.
  func removeVerbSuffixInI(_ word: inout StemmingWord) -> Bool {
    guard let (count, _) = rules.verbsInI.longest(in: word, behind: word.rv) else { return false }
    let before = word.letters.count - count - 1
    guard before >= word.rv, word.letters[before] != UInt8(ascii: "H"), !Letter.isVowel(word.letters[before])
    else { return false }
    word.replaceEnd(count)
    return true
  }

  /// Endings of other verbs.
  func removeVerbSuffix(_ word: inout StemmingWord) -> Bool {
    guard let (count, rule) = rules.verbs.longest(in: word, behind: word.rv) else { return false }
    let start = word.letters.count - count
    switch rule {
    case .ions:
      guard start >= word.r2 else { return false }
      word.replaceEnd(count)
    case .infinitive, .eais: word.replaceEnd(count)
    case .past:
      let hasE = start - 1 >= word.rv && word.letters[start - 1] == UInt8(ascii: "e")
      word.replaceEnd(hasE ? count + 1 : count)
    case .ais:
      guard !keepsAis(word, count) else { return false }
      word.replaceEnd(count)
    }
    return true
  }

  /// palais, mauvais, (tu) déplais: no endings.
  private func keepsAis(_ word: StemmingWord, _ count: Int) -> Bool {
    let start = word.letters.count - count
    if word.ends(with: "al", skipping: count) { return start == 3 }
    if word.ends(with: "auv", skipping: count) { return true }
    guard word.ends(with: "pl", skipping: count), start > 2 else { return false }
    return word.letters[start - 3] == (rules.accents == .written ? Letter.eAcute : UInt8(ascii: "e"))
  }

  /// What is left: the s of plurals, -ion, -ier, -e.
  func removeResidualSuffix(_ word: inout StemmingWord) {
    if word.letters.last == UInt8(ascii: "s"), word.letters.count > 1 {
      let before = word.letters[word.letters.count - 2]
      let keepsS = "aious".utf8.contains(before) || before == Letter.eGrave
      if word.ends(with: "Hi", skipping: 1) || !keepsS { word.replaceEnd(1) }
    }
    guard let (count, rule) = rules.residual.longest(in: word, behind: word.rv) else { return }
    let start = word.letters.count - count
    switch rule {
    case .ion:
      guard start >= word.r2, start > word.rv else { return }
      let before = word.letters[start - 1]
      if before == UInt8(ascii: "s") || before == UInt8(ascii: "t") { word.replaceEnd(count) }
    case .ier: word.replaceEnd(count, with: "i".utf8)
    case .e: word.replaceEnd(count)
    }
  }
}
