/// What the postings of a phrase count in a window, about: enough to tell which articles are scored exactly.
struct PhraseValues {
  let postings: WindowPostings
  let inverse: InverseNorms
  let norms: WindowNorms
  /// Where the window begins in `norms`.
  let base: Int
  /// The first article of the window.
  let start: UInt32
  let factor: Float
  /// That of the phrase in its group; of two phrases of a group each is saturated alone here: that is never less than both together.
  let weight: Float

  /// The slot of the article of a posting.
  @inline(__always)
  func slot(_ place: Int) -> Int { Int(postings.article(place) &- start) }

  /// The place of the posting of an article; `nil` where there is none.
  @inline(__always)
  func place(ofSlot slot: Int) -> Int? { postings.place(of: start &+ UInt32(truncatingIfNeeded: slot)) }

  /// What a posting counts.
  ///
  /// - Parameters:
  ///   - place: Its place.
  ///   - slot: That of its article.
  /// - Returns: What it adds to the score, about.
  @inline(__always)
  func value(_ place: Int, _ slot: Int) -> Float {
    let frequencies = postings.frequencies(place)
    let frequency = inverse.frequency(
      text: frequencies.text, title: frequencies.title, in: norms[base + slot])
    return factor * InverseNorms.saturated(weight * frequency)
  }
}
