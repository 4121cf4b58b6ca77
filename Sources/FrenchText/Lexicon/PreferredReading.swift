/// Forms that the lexicon reads as a word which texts seldom mean by them: avions is hardly ever a form of avoir.
enum PreferredReading {
  /// The lemma that a reader thinks of first; `nil` where it is the lexicon's.
  static func lemma(of form: UnsafeBufferPointer<UInt8>) -> String? {
    guard form.count <= longest else { return nil }
    return lemmas[String(decoding: form, as: UTF8.self)]
  }

  private static let longest = 11

  private static let lemmas: [String: String] = [
    "avions": "avion", "metre": "metre", "metres": "metre", "blanche": "blanc",
    "decouverte": "decouverte", "decouvertes": "decouverte", "malaises": "malaise",
    // Written with an apostrophe, and so not in the lexicon.
    "presquile": "presquile", "presquiles": "presquile",
  ]
}
