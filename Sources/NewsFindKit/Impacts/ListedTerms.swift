import FrenchText

/// Which terms have lists: all but those that are stop words.
///
/// Nobody ranks by "de" or "le": queries leave them out. Their lists would be a third of all. Where one is asked for all the same
/// ``FullTextPostings`` are read.
enum ListedTerms {
  static func contains(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    !StopWords.contains(term) || lemmas.contains(String(decoding: term, as: UTF8.self))
  }

  /// Stop words that are also the terms of words that are none: soient, faisait, auraient, cars, sûre, sons, fûts.
  private static let lemmas: Set<String> = [
    "etre", "faire", "avoir", "fait", "car", "sur", "son", "ton", "sien", "fut", "avant", "or", "pendant",
    "un",
    "notre", "votre", "se", "me", "ayant", "aucun",
  ]

  /// Whether all terms that begin so have lists.
  static func containsAll(beginningWith prefix: String) -> Bool {
    !StopWords.containsAny(beginningWith: prefix)
  }

  static func contains(_ term: String) -> Bool {
    var term = term
    return term.withUTF8 { contains($0) }
  }
}
