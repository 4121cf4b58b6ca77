extension NewsIndex {
  /// Ways to go on with what is being typed: words, and expressions of two words, the most frequent first.
  ///
  /// Accents and case do not matter in what was typed; in what is proposed they are those of the articles. Of several forms
  /// of a word the most frequent stands for all.
  ///
  /// ```swift
  /// for completion in try index.completions(of: "rech") { print(completion.text) }
  /// // recherche, réchauffement, réchauffement climatique
  /// ```
  ///
  /// - Parameters:
  ///   - text: One or more words, the last of which may be only begun.
  ///   - limit: How many to return at most.
  /// - Returns: The completions; none is no error.
  /// - Throws: ``NewsIndexError``.
  ///
  /// Complexity: linear in the different words of the articles, some 130,000 at most, and in the texts of some two hundred articles.
  public func completions(of text: String, limit: Int = 10) throws -> [Completion] {
    try withReader { try CompletionSession(index: $0).completions(of: text, limit: limit) }
  }
}
