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
    let clause = clauses[0].filter { cursors[$0].windowImpacts[number] > 0 }
      .sorted { bound($0, number) < bound($1, number) }
    let optional = query.optional.filter { cursors[$0].windowImpacts[number] > 0 }
    var sum = optional.reduce(0) { $0 + bound($1, number) }
    var skipped = 0
    while skipped < clause.count {
      sum += bound(clause[skipped], number)
      if sum * Self.slack >= threshold { break }
      skipped += 1
    }
    let essential = Array(clause[skipped...].reversed())
    let others = Array(clause[..<skipped] + optional)
    for cursor in essential + others { open(cursor, number) }
    for cursor in essential where !cursors[cursor].hasRanges(number) {
      try load(cursor, number)
      close(cursor, number)
      add(cursor, number, ranges: .max)
    }
    drop(below: threshold)
    let frequent = essential.filter { cursors[$0].hasRanges(number) }
    var ranges: UInt16 = 0
    for range in 0..<SearchWindow.rangeCount where sums.open[range] * Self.slack >= threshold {
      ranges |= 1 << UInt16(range)
    }
    if ranges == 0, bits.isEmpty { return }
    for cursor in frequent {
      try load(cursor, number)
      close(cursor, number)
      add(cursor, number, ranges: ranges)
    }
    drop(below: threshold)
    try addRest(others, number, threshold)
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
    try addRest(scored.filter { !added.contains($0) }, number, threshold)
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
    try addRest(scored, number, threshold)
  }

  private func addRest(_ cursors: [Int], _ number: Int, _ threshold: Float) throws(SQLiteError) {
    for cursor in cursors.sorted(by: { bound($0, number) > bound($1, number) }) {
      if bits.isEmpty { return }
      try load(cursor, number)
      close(cursor, number)
      add(cursor, number, ranges: 0)
      drop(below: threshold)
    }
  }

  private func load(_ cursor: Int, _ number: Int) throws(SQLiteError) {
    try cursors[cursor].load(number)
  }

  private func bound(_ cursor: Int, _ number: Int) -> Float {
    cursors[cursor].windowImpacts[number] * factors[cursor]
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
    bits.forEach { slot in
      if (sums[slot] + sums.open[slot >> SearchWindow.rangeShift]) * Self.slack < threshold {
        bits.remove(slot)
      }
    }
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
    let bits = bits
    let sums = sums
    for place in postings.range {
      let slot = Int(postings.article(place) &- start)
      if ranges >> UInt16(slot >> 6 & 15) & 1 != 0 {
        bits.insert(slot)
      } else if !bits.contains(slot) {
        continue
      }
      let frequencies = postings.frequencies(place)
      let frequency = inverse.frequency(
        text: frequencies.text, title: frequencies.title, in: norms[base + slot])
      sums[slot] += factor * InverseNorms.saturated(weight * frequency)
    }
  }
}
