/// Turns French text into terms: the same for documents, queries, snippets and highlights.
///
/// A word is folded (case, accents, ligatures), its elided article is left out, and the rest is reduced to its lemma, or
/// to its stem where the lexicon lacks it. Accents never change a term. Capitals do where they make another word: a name
/// inside a sentence (Tours, not tours), an ordinal in Roman figures (VIe, not vie).
///
/// An analyzer is used by one thread at a time; it keeps a memo of the words it has met. Nothing is allocated for a
/// word that the memo knows.
package final class FrenchAnalyzer {
  /// Names the rules by which terms are made.
  ///
  /// An index is searched with the rules that made it; any change of a term changes this name.
  package static let version = "fr-6"

  private var core = AnalyzerCore()

  package init() {}

  /// Calls `body` for each token of a text, in order.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are not well-formed separate words.
  ///   - body: Gets a token. Returns false to stop. It must not use this analyzer.
  ///
  /// Ranges ascend and never overlap; each begins and ends on a character's bounds.
  ///
  /// Complexity: linear in the bytes.
  package func forEachToken(in text: UnsafeBufferPointer<UInt8>, _ body: (FrenchToken) -> Bool) {
    core.forEachToken(in: text, body)
  }

  /// Calls `body` for the tokens of a text that may have some terms, in order.
  ///
  /// Several times as fast as all tokens are where few words begin so.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are not well-formed separate words.
  ///   - wanted: How the words begin. Tokens that begin otherwise may be handed out too, and those that end a compound are.
  ///   - body: Gets a token and its place among all tokens of the text, from 0. Returns false to stop. It must not use this
  ///     analyzer.
  /// - Returns: The number of all tokens; of no use where `body` stopped.
  ///
  /// Complexity: linear in the bytes.
  @discardableResult
  package func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, among wanted: WordBeginnings, _ body: (FrenchToken, Int) -> Bool
  ) -> Int {
    wanted.withLookup { core.forEachToken(in: text, among: $0, body) }
  }
}

@available(*, unavailable)
extension FrenchAnalyzer: Sendable {}
