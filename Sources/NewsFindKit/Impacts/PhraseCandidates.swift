import SQLiteStore

/// The articles that may hold a phrase, for they hold its rarest words, and what it can count in them at most.
///
/// A phrase counts no more than the word of it that counts least.
struct PhraseCandidates {
  /// Ascending.
  private(set) var articles: [UInt32] = []
  /// For each of them what the phrase can count, before its weight, about and never below.
  private(set) var impacts: [Float] = []

  /// - Parameters:
  ///   - words: One or two words, the rarer first.
  ///   - reader: Knows the lengths of articles.
  ///   - windowCount: The number of windows.
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: linear in the postings of the words, in windows where both are.
  init(_ words: [PostingCursor], _ reader: ImpactReader, windowCount: Int) throws(SQLiteError) {
    guard let rare = words.first, let inverse = reader.inverse else { return }
    let other = words.dropFirst().first
    articles.reserveCapacity(min(rare.count, 4_096))
    impacts.reserveCapacity(min(rare.count, 4_096))
    let places = UnsafeMutablePointer<UInt16>.allocate(capacity: SearchWindow.size)
    places.initialize(repeating: 0, count: SearchWindow.size)
    defer { places.deallocate() }
    let shared = SelectedPlaces()
    for number in 0..<windowCount where rare.windowImpacts[number] > 0 {
      if let other, other.windowImpacts[number] == 0 { continue }
      let norms = try reader.norms(ofWindow: number >> 1)
      norms.prefetch(half: number & 1)
      try rare.load(number)
      try other?.load(number)
      if let other {
        append(rare.window, other.window, norms, inverse, places, shared)
      } else {
        append(rare.window, norms, inverse)
      }
    }
  }

  /// - Parameters:
  ///   - pairs: Where the rarest two words stand as they should: so often the phrase may be there.
  ///   - length: The number of its words.
  ///   - reader: Knows the lengths of articles.
  /// - Throws: ``SQLiteError``.
  init(_ pairs: PhrasePairs, length: Int, _ reader: ImpactReader) throws(SQLiteError) {
    guard let inverse = reader.inverse else { return }
    articles.reserveCapacity(pairs.count)
    impacts.reserveCapacity(pairs.count)
    var collector = PostingCollector(reader, length: length)
    for number in 0..<pairs.count {
      let places = pairs.possiblePlaces(number)
      guard let posting = try collector.posting(at: pairs.row(number), places) else { continue }
      append(posting, try reader.norms(ofWindow: Int(posting.article >> 11)), inverse)
    }
  }

  private mutating func append(_ posting: Posting, _ norms: WindowNorms, _ inverse: InverseNorms) {
    articles.append(posting.article)
    impacts.append(
      InverseNorms.impact(
        ofFrequency: inverse.frequency(
          text: posting.textFrequency, title: posting.titleFrequency, in: norms[Int(posting.article & 2047)]))
    )
  }

  /// Appends the articles of one window.
  private mutating func append(
    _ postings: WindowPostings, _ norms: WindowNorms, _ inverse: InverseNorms
  ) {
    for place in postings.range {
      let counts = postings.frequencies(place)
      let article = postings.article(place)
      articles.append(article)
      impacts.append(
        InverseNorms.impact(
          ofFrequency: inverse.frequency(
            text: counts.text, title: counts.title, in: norms[Int(article & 2047)])))
    }
  }

  /// Appends the articles of one window that hold both words.
  ///
  /// - Parameters:
  ///   - postings: Those of the rarer word.
  ///   - others: Those of the other.
  ///   - norms: The lengths of the window's articles.
  ///   - inverse: What they weaken.
  ///   - places: For each article of the window one more than its place among the postings of the rarer word; all 0 before
  ///     and afterwards.
  ///   - shared: Room for the places of those that both have.
  private mutating func append(
    _ postings: WindowPostings, _ others: WindowPostings, _ norms: WindowNorms, _ inverse: InverseNorms,
    _ places: UnsafeMutablePointer<UInt16>, _ shared: SelectedPlaces
  ) {
    let mask = UInt32(SearchWindow.size - 1)
    let first = postings.range.lowerBound
    for place in postings.range {
      places[Int(postings.article(place) & mask)] = UInt16(truncatingIfNeeded: place - first + 1)
    }
    shared.select(from: others.range) { Int(UInt32(places[Int(others.article($0) & mask)]) &+ 0xFFFF) >> 16 }
    shared.forEach { otherPlace in
      let article = others.article(otherPlace)
      let place = first + Int(places[Int(article & mask)]) - 1
      let lengths = norms[Int(article & 2047)]
      let counts = postings.frequencies(place)
      let others = others.frequencies(otherPlace)
      let frequency = min(
        inverse.frequency(text: counts.text, title: counts.title, in: lengths),
        inverse.frequency(text: others.text, title: others.title, in: lengths))
      articles.append(article)
      impacts.append(InverseNorms.impact(ofFrequency: frequency))
    }
    for place in postings.range { places[Int(postings.article(place) & mask)] = 0 }
  }

  /// The places of those that are in a window.
  func places(inWindow number: Int) -> Range<Int> {
    place(notBefore: SearchWindow.start(number))..<place(notBefore: SearchWindow.start(number + 1))
  }

  private func place(notBefore article: UInt32) -> Int {
    var low = 0
    var high = articles.count
    while low < high {
      let middle = (low + high) / 2
      if articles[middle] < article { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
