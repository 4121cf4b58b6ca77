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
  /// The term that it has where it is a name, if it may be one: Tours.
  let name: String?

  /// The term of a name that another lemma would hide: Tours for tours, which is tour; `nil` for orange, which is orange.
  var hiddenName: String? { name.flatMap { $0 != term && !term.utf8.elementsEqual(foldedWord) ? $0 : nil } }

  /// Whether it begins with a capital.
  var isCapitalised: Bool {
    String(decoding: surface.prefix(4), as: UTF8.self).first?.isUppercase ?? false
  }
}
