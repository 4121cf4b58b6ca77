/// By which ways a search finds its hits: tests and measurements compare them.
package struct SearchWays: Sendable {
  /// Whether the lists of impacts are used; else all that matches is scored.
  package var usesLists = true
  /// So many texts are read for words as they are written, some 0.2 seconds.
  package var textLimit = 20_000
  /// Where the rarest word of a phrase is in so many articles at most, FTS5's doclists are walked through for all that hold the
  /// phrase; the lists find them sooner where it is in more.
  package var walkedLimit = 1 << 16
  /// Of a phrase of more frequent words, too, if its rarest two stand as they should in so many articles at most; 0 for never.
  package var fewLimit = 400
  /// Where only the best hits are wanted, and the rarest two words of a walked phrase stand as they should in more than so many
  /// times as many articles, the others are looked for only in those that may be among the best; 0 for always.
  package var deferredRatio = 6
  /// Of so many articles that may hold a phrase the positions are read at once.
  package var readLimit = 1 << 12

  package init() {}
}
