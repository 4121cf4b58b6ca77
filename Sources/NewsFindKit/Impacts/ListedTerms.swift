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

  /// The terms that begin so and have no lists.
  static func others(beginningWith prefix: String) -> [String] {
    StopWords.all(beginningWith: prefix).filter { !contains($0) }
  }

  static func contains(_ term: String) -> Bool {
    var term = term
    return term.withUTF8 { contains($0) }
  }
}
