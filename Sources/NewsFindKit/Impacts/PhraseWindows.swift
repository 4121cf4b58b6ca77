import SQLiteStore

/// Finds the articles that hold a phrase window by window, and of them only those in which it may count enough: of others its
/// positions need not be read.
final class PhraseWindows {
  let candidates: PhraseCandidates
  private var positions: PhrasePositions

  init(_ candidates: PhraseCandidates, _ positions: PhrasePositions) {
    self.candidates = candidates
    self.positions = positions
  }

  /// Finds the postings in a window of the articles in which it may count enough.
  ///
  /// - Parameters:
  ///   - number: The window.
  ///   - needed: What it has to count, before its weight; 0 for any.
  ///   - buffer: Afterwards they.
  /// - Throws: ``SQLiteError``.
  func find(_ number: Int, needing needed: Float, into buffer: PostingBuffer) throws(SQLiteError) {
    buffer.removeAll()
    let places = candidates.places(inWindow: number)
    let wanted = places.filter { candidates.impacts[$0] >= needed }.map { candidates.articles[$0] }
    for posting in try positions.postings(in: wanted) { buffer.append(posting) }
  }
}
