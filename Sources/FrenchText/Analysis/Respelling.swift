/// Abbreviations and rare spellings that are read as another word, folded.
enum Respelling {
  /// The term of the usual spelling; `nil` where the word is spelled as usual.
  static func standard(for word: UnsafeBufferPointer<UInt8>) -> String? {
    guard word.count <= longest else { return nil }
    return terms[String(decoding: word, as: UTF8.self)]
  }

  private static let longest = 12

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
    // Two usual spellings.
    "clef": "cle", "clefs": "cle", "yogourt": "yaourt",
    "yoghourt": "yaourt", "tzar": "tsar", "tzars": "tsar", "kyiv": "kiev",
    "vostotchny": "vostochny",
  ]
}
