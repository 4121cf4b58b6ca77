/// Abbreviations of French whose dot ends no sentence when a capital or a digit follows.
enum Abbreviations {
  /// In bytes.
  static let longest = 6

  /// Whether a folded word, without its dot, is one.
  static func contains(_ foldedWord: String) -> Bool { all.contains(foldedWord) }

  // "etc." is not among them: before a capital it ends the sentence far more often than not.
  private static let all: Set<String> = [
    "mm", "mme", "mmes", "mlle", "mlles", "dr", "drs", "pr", "prs", "me", "mgr", "st", "ste", "jr", "cf",
    "vs", "pp",
    "fig", "chap", "coll", "av", "apr", "env", "bd", "bld", "rte", "tel", "mr", "mrs", "gal", "cdt", "lt",
    "adj", "hab",
    "janv", "fevr", "juil", "sept", "oct", "nov", "dec", "ph", "ch", "th", "jl",
  ]
}
