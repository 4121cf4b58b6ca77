/// A word of a query as it was typed.
struct TypedWord: Hashable {
  /// The bytes that were typed, elided article left out.
  let surface: [UInt8]
  /// Without case and accents.
  let foldedWord: [UInt8]
  /// What the index holds for it.
  let term: String
  let isStopWord: Bool
  /// The term of the compound that it ends, if that is also written in one word.
  let compound: String?
}
