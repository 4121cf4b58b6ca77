/// A word that no rule looks at, and where it stands.
struct PlainWord {
  var word: ShortWord
  /// Where it begins in the text, in bytes.
  var start: Int
  /// Where it ends.
  var end: Int
  /// Its place among the words of the text, from 0.
  var number: Int
}
