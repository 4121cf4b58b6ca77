/// Which terms stand for words that begin in a certain way.
///
/// Most terms begin as their words do, so that the index can be asked for the terms with the same beginning. The exceptions
/// are here: irregular forms (iront, aller), forms that the beginning reaches into (présidents, président), and words that
/// the lexicon lacks, by the endings that the stemmer takes off (macronis…, macron).
package struct PrefixTerms {
  /// Terms that begin so, and also stand for words that do not.
  package let doubtful: [String]
  /// Terms that do not begin so, and stand for words that do, or may.
  package let others: [String]

  /// - Parameter prefix: The beginning, folded.
  ///
  /// Complexity: linear in the forms of the lexicon.
  package init(_ prefix: [UInt8]) {
    var doubtful: Set<String> = []
    var others: Set<String> = []
    func note(_ word: String, _ term: String) {
      let begins = word.utf8.starts(with: prefix)
      guard begins != term.utf8.starts(with: prefix) else { return }
      if begins { others.insert(term) } else { doubtful.insert(term) }
    }
    Lexicon.forEachException(to: prefix, note)
    for (word, term) in Respelling.terms { note(word, term) }
    let text = String(decoding: prefix, as: UTF8.self)
    let maker = TermMaker()
    for ending in Self.endings(behind: text) {
      let word = Array((text + ending).utf8)
      guard word.count < WordBuffer.maximum else { continue }
      var copy = word + [UInt8](repeating: 0, count: TermMemo.room)
      let term = copy.withUnsafeMutableBufferPointer { buffer in
        let made = maker.makeTerm(buffer, word.count)
        return String(decoding: buffer[..<made.count], as: UTF8.self)
      }
      note(text + ending, term)
    }
    doubtful.formUnion(Self.changedStems(text))
    self.doubtful = doubtful.sorted()
    self.others = others.sorted()
  }

  /// What may follow the beginning so that it ends in a suffix.
  private static func endings(behind text: String) -> Set<String> {
    var endings: Set<String> = [""]
    for suffix in suffixes {
      endings.insert(suffix)
      for cut in 1..<suffix.utf8.count {
        // Suffixes are ASCII.
        let place = suffix.utf8.index(suffix.startIndex, offsetBy: cut)
        if text.utf8.count >= cut, text.utf8.suffix(cut).elementsEqual(suffix.utf8[..<place]) {
          endings.insert(String(suffix[place...]))
        }
      }
    }
    return endings
  }

  /// Stems whose last letters the stemmer may have changed, unless the lexicon knows the word.
  private static func changedStems(_ text: String) -> [String] {
    var stems: [String] = []
    let changed = ["ant", "ent", "al", "eux", "i", "iqu", "abl", "eau", "ou", "log", "u"]
    if changed.contains(where: { text.hasSuffix($0) }) { stems.append(text) }
    if text.hasSuffix("an") || text.hasSuffix("en") { stems.append(text + "t") }
    stems.removeAll { Lexicon.lemma(of: $0) != nil }
    // XXe is 20e, 2nde is 2e.
    let digits = text.utf8.count { $0 &- UInt8(ascii: "0") < 10 }
    if digits == text.utf8.count { stems.append(text + "e") }
    if digits == text.utf8.count - 1, text.hasSuffix("e") { stems.append(text) }
    return stems
  }

  /// The suffixes of Snowball's French rules, folded, those that it takes off together put together, and the endings
  /// of ordinals.
  private static let suffixes: [String] =
    """
    ance ances ique iques isme ismes able ables iste istes eux atrice atrices ateur ateurs ation ations icatrice icatrices \
    icateur icateurs ication ications logie logies usion usions ution utions ence ences ement ements ivement ivements \
    ativement ativements eusement eusements ablement ablements iquement iquements ierement ierements ite ites abilite \
    abilites icite icites ivite ivites if ifs ive ives atif atifs ative atives icatif icatifs icative icatives eaux aux \
    oux euse euses issement issements amment emment ment ments imes it ites ie ies ir ira irai iraient irais irait iras \
    irent irez iriez irions irons iront is issaient issais issait issant issante issantes issants isse issent isses issez \
    issiez issions issons ions e es ees erent er era erai eraient erais erait eras erez eriez erions erons eront ez iez \
    ames at ates a ai aient ant ante antes ants as asse assent asses assiez assions eais ais aise aises ion ier iere \
    s i ii iii v x xe ie ieme eme emes nne nnes tte ttes lle lles ille illes re nd nde y yer
    """.split(separator: " ").map(String.init)
}
