/// Abbreviations and rare spellings that are read as another word, folded.
enum Respelling {
  /// The term of the usual spelling; `nil` where the word is spelled as usual.
  static func standard(for word: UnsafeBufferPointer<UInt8>) -> String? {
    guard word.count <= longest, word.count > 1, let last = word.last,
      lastLetters[beginning(word[0], word[1])] >> UInt32(last & 0x1F) & 1 != 0
    else { return nil }
    return terms[String(decoding: word, as: UTF8.self)]
  }

  private static let longest = 13

  /// For each beginning of two letters the last letters of such words, a bit each: so most words need not be looked up.
  private static let lastLetters: [UInt32] = terms.keys.reduce(into: [UInt32](repeating: 0, count: 1 << 10)) {
    bits, word in
    let letters = Array(word.utf8)
    guard let last = letters.last, letters.count > 1 else { return }
    bits[beginning(letters[0], letters[1])] |= 1 << UInt32(last & 0x1F)
  }

  private static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1F) << 5 | Int(second & 0x1F)
  }

  static let terms: [String: String] = [
    "st": "saint", "ste": "saint", "sts": "saint", "stes": "saint", "mme": "madame", "mmes": "madame",
    "mlle": "mademoiselle", "mlles": "mademoiselle", "mgr": "monseigneur",
    // Compounds that are one word; see WordScanner+Compounds.
    "rendezvous": "rendezvous", "peutetre": "peutetre", "labas": "labas", "lahaut": "lahaut",
    "visavis": "visavis",
    "teteatete": "teteatete", "vaetvient": "vaetvient",
    // The spelling of 1990, where more than accents changed, to the one that the lexicon has.
    "ognon": "oignon", "ognons": "oignon", "nenufar": "nenuphar", "nenufars": "nenuphar", "relai": "relais",
    "saccarine": "saccharine", "charriot": "chariot", "charriots": "chariot", "bonhommie": "bonhomie",
    "combattif": "combatif", "combattive": "combatif", "combattivite": "combativite",
    "imbecilite": "imbecillite",
    "persifflage": "persiflage", "joailler": "joaillier", "assoir": "asseoir",
    "absout": "absoudre", "iglou": "igloo",
    // The term of contre-attaque in one word.
    "contrattaque": "contreattaqu", "contrattaques": "contreattaqu",
    // Two usual spellings.
    "clef": "cle", "clefs": "cle", "yogourt": "yaourt",
    "yoghourt": "yaourt", "tzar": "tsar", "tzars": "tsar", "kyiv": "kiev",
    "vostotchny": "vostochny",
  ]
}
