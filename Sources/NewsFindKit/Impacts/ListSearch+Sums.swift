import SQLiteStore

extension ListSearch {
  /// Finds the articles of a window that may reach a score: ``bits``, with their postings loaded.
  ///
  /// - Parameters:
  ///   - number: The window.
  ///   - threshold: The score to reach.
  /// - Throws: ``SQLiteError``.
  func findPromising(_ number: Int, _ threshold: Float) throws(SQLiteError) {
    if clauses.count == 1, clauses[0].count > 1 {
      try findPromisingOfAny(number, threshold)
    } else {
      try findPromisingOfAll(number, threshold)
    }
  }

  /// Of articles that any of some phrases makes a hit.
  ///
  /// The phrases that count least, as many as together do not reach the score, need not be looked through: no article reaches it
  /// without one of the others. Of those the rare ones are summed up first; then, of the frequent ones, only what lies in ranges
  /// where they may reach it, or belongs to an article that a rare one has brought near it.
  private func findPromisingOfAny(_ number: Int, _ threshold: Float) throws(SQLiteError) {
    bits.removeAll()
    let clause = bounded(clauses[0], number)
    let optional = bounded(query.optional, number)
    var sum = optional.reduce(0) { $0 + $1.bound }
    var skipped = 0
    while skipped < clause.count {
      sum += clause[skipped].bound
      if sum * Self.slack >= threshold { break }
      skipped += 1
    }
    for phrase in clause { open(phrase.cursor, number) }
    for phrase in optional { open(phrase.cursor, number) }
    // Those that count most come first.
    for phrase in clause[skipped...].reversed() where !cursors[phrase.cursor].hasRanges(number) {
      try load(phrase.cursor, number)
      close(phrase.cursor, number)
      add(phrase.cursor, number, ranges: .max)
    }
    drop(below: threshold)
    var ranges: UInt16 = 0
    for range in 0..<SearchWindow.rangeCount where sums.open[range] * Self.slack >= threshold {
      ranges |= 1 << UInt16(range)
    }
    if ranges == 0, bits.isEmpty { return }
    for phrase in clause[skipped...].reversed() where cursors[phrase.cursor].hasRanges(number) {
      try load(phrase.cursor, number)
      close(phrase.cursor, number)
      add(phrase.cursor, number, ranges: ranges)
    }
    drop(below: threshold)
    try addRest(clause[..<skipped] + optional, number, threshold)
  }

  /// Of articles that meet all clauses.
  private func findPromisingOfAll(_ number: Int, _ threshold: Float) throws(SQLiteError) {
    let scored = cursors.indices.filter { factors[$0] > 0 && cursors[$0].windowImpacts[number] > 0 }
    for cursor in scored { open(cursor, number) }
    var isPossible = false
    for range in 0..<SearchWindow.rangeCount where sums.open[range] * Self.slack >= threshold {
      isPossible = true
    }
    bits.removeAll()
    guard isPossible else { return }
    for (place, clause) in clauses.enumerated() {
      try collect(clause, number, into: place == 0 ? bits : clauseBits)
      if place > 0 { bits.formIntersection(clauseBits) }
      for cursor in clause where factors[cursor] > 0 && cursors[cursor].windowImpacts[number] > 0 {
        close(cursor, number)
        add(cursor, number, ranges: 0)
      }
      drop(below: threshold)
      if bits.isEmpty { return }
    }
    let added = Set(clauses.joined())
    try addRest(bounded(scored.filter { !added.contains($0) }, number), number, threshold)
  }

  /// Takes out of the matches what cannot reach a score, adding one phrase after the other.
  ///
  /// - Parameters:
  ///   - number: The window.
  ///   - scored: The phrases that count.
  ///   - threshold: The score to reach.
  /// - Throws: ``SQLiteError``.
  func narrow(_ number: Int, _ scored: [Int], _ threshold: Float) throws(SQLiteError) {
    for cursor in scored { open(cursor, number) }
    drop(below: threshold)
    try addRest(bounded(scored, number), number, threshold)
  }

  /// A phrase, and what it counts at most in a window.
  private struct BoundedPhrase {
    let cursor: Int
    let bound: Float
  }

  /// The phrases that occur in a window, those that count least first.
  private func bounded(_ cursors: [Int], _ number: Int) -> [BoundedPhrase] {
    var found: [BoundedPhrase] = []
    found.reserveCapacity(cursors.count)
    for cursor in cursors {
      let impact = self.cursors[cursor].windowImpacts[number]
      if impact > 0 { found.append(BoundedPhrase(cursor: cursor, bound: impact * factors[cursor])) }
    }
    // A handful, and often in order: by insertion.
    for end in found.indices.dropFirst() {
      var place = end
      while place > 0, found[place - 1].bound > found[place].bound {
        found.swapAt(place - 1, place)
        place -= 1
      }
    }
    return found
  }

  private func addRest(
    _ phrases: some Collection<BoundedPhrase>, _ number: Int, _ threshold: Float
  ) throws(SQLiteError) {
    var rest = Array(phrases)
    rest.sort { $0.bound > $1.bound }
    for phrase in rest {
      if bits.isEmpty { return }
      try load(phrase.cursor, number)
      close(phrase.cursor, number)
      add(phrase.cursor, number, ranges: 0)
      drop(below: threshold)
    }
  }

  private static var slack: Float { InverseNorms.slack }

  /// Counts a phrase among those that are still to be added.
  private func open(_ cursor: Int, _ number: Int) {
    cursors[cursor].addBounds(number, times: factors[cursor], to: sums.open)
  }

  /// Counts it among them no more.
  private func close(_ cursor: Int, _ number: Int) {
    cursors[cursor].addBounds(number, times: -factors[cursor], to: sums.open)
  }

  private func drop(below threshold: Float) {
    let sums = sums
    bits.removeAll { range, slot in (sums[slot] + sums.open[range]) * Self.slack < threshold }
  }

  /// Adds what the postings of a phrase count in the window, for the articles in ``bits`` and for all of some ranges, which become
  /// part of it.
  private func add(_ cursor: Int, _ number: Int, ranges: UInt16) {
    guard let inverse = impacts.inverse, let norms, factors[cursor] > 0 else { return }
    let base = (number & 1) << 10
    let start = SearchWindow.start(number)
    let factor = factors[cursor]
    // Of two phrases of a group each is saturated alone here: that is never less than both together.
    let weight = Float(query.phrases[cursor].weight)
    let postings = cursors[cursor].window
    let (bits, sums, selected) = (bits, sums, selected)
    selected.select(from: postings.range) { place in
      let slot = Int(postings.article(place) &- start)
      return ranges >> UInt16(slot >> 6 & 15) & 1 != 0 || bits.contains(slot)
    }
    selected.forEach { place in
      let slot = Int(postings.article(place) &- start)
      bits.insert(slot)
      let frequencies = postings.frequencies(place)
      let frequency = inverse.frequency(
        text: frequencies.text, title: frequencies.title, in: norms[base + slot])
      sums[slot] += factor * InverseNorms.saturated(weight * frequency)
    }
  }
}
