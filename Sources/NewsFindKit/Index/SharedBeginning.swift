import FrenchText

/// A term that says what the terms of a position begin with alike: of passe-passe, which has "passer" and "passep" at one position, "passe"
/// behind a mark.
///
/// Lists of terms that begin so are added up for `passe*`, and would count that place twice, where FTS5 counts it once. What stands
/// in the lists of these terms is what they count too much. Nothing that is typed begins with the mark.
enum SharedBeginning {
  /// A byte of no other term.
  static let mark: UInt8 = 1

  /// Calls `body` with the term, if a token has one.
  @inline(__always)
  static func withTerm(of token: FrenchToken, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let compound = token.compound, compound.term.first == token.term.first else { return }
    let shared = zip(token.term, compound.term).prefix { $0 == $1 }.map(\.0)
    // A term has 127 bytes at most.
    ([mark] + shared.prefix(126)).withUnsafeBufferPointer(body)
  }
}
