/// Texts of tests, made at random of a few French words: short ones repeat often, so that something is always found.
struct RandomText {
  /// The words, the frequent ones first.
  let words: [String]

  private static let all = [
    "le", "l'espace", "de", "cosmodrome", "la", "fusée", "Corée", "du", "Nord", "qu’un", "satellite", "été",
    "grève",
    "aujourd'hui", "porte-parole", "Ariane", "réforme", "retraites", "président", "élections", "l’O.N.U.",
    "cœur",
    "10\u{202F}000", "euros", "Saint-Étienne", "naïve", "où", "3,5", "%", "à", "États-Unis", "jusqu'à",
    "Vostotchny",
  ]

  private static let ends = [".", "…", " !", " »."]

  /// A choice of words.
  init(_ random: inout some RandomNumberGenerator, count: Int = 33) {
    words = Array(Self.all.shuffled(using: &random).prefix(count))
  }

  func word(_ random: inout some RandomNumberGenerator) -> String {
    // The lower of two numbers: the first words are frequent, the last ones rare.
    words[min(Int.random(in: words.indices, using: &random), Int.random(in: words.indices, using: &random))]
  }

  /// So many words and a full stop; empty where there are none.
  func sentence(_ random: inout some RandomNumberGenerator, _ count: ClosedRange<Int>) -> String {
    let words = (0..<Int.random(in: count, using: &random)).map { _ in word(&random) }
    guard !words.isEmpty else { return "" }
    return words.joined(separator: " ") + Self.ends[Int.random(in: Self.ends.indices, using: &random)]
  }

  /// So many paragraphs.
  func text(_ random: inout some RandomNumberGenerator, _ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in sentence(&random, 1...12) }.joined(
        separator: " ")
    }.joined(separator: "\n")
  }
}
