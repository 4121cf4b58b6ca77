import SQLiteStore

extension ListSearch {
  /// Sums up, for the articles of a window that any of the terms makes a hit, the terms without which none can reach a score.
  ///
  /// - Parameters:
  ///   - number: The window.
  ///   - threshold: The score to reach.
  /// - Returns: The cursors that are not summed up yet.
  /// - Throws: ``SQLiteError``.
  func sumUpEssential(_ number: Int, _ threshold: Float) throws(SQLiteError) -> [Int] {
    bits.removeAll()
    clearSums()
    // The smallest first: as many of them as together do not reach the score need not be looked through.
    let clause = query.clauses[0].filter { cursors[$0].windowImpacts[number] > 0 }
      .sorted { bound($0, number) < bound($1, number) }
    let optional = query.optional.filter { cursors[$0].windowImpacts[number] > 0 }
    var sum = optional.reduce(0) { $0 + bound($1, number) }
    var skipped = 0
    while skipped < clause.count {
      sum += bound(clause[skipped], number)
      if sum * Self.roundingSlack >= threshold { break }
      skipped += 1
    }
    let start = SearchWindow.start(number)
    for cursor in clause[skipped...].reversed() {
      try cursors[cursor].load(number)
      forEachArticle(of: cursor) { bits.insert(Int($0 - start)) }
      try add(cursor, number, onlyMatches: false)
    }
    return clause[..<skipped] + optional
  }

  /// Takes out of the matches what cannot reach a score, adding one cursor after the other.
  ///
  /// - Parameters:
  ///   - number: The window.
  ///   - rest: The cursors that are not summed up yet.
  ///   - threshold: The score to reach.
  /// - Throws: ``SQLiteError``.
  func narrow(_ number: Int, _ rest: [Int], _ threshold: Float) throws(SQLiteError) {
    let rest = rest.sorted { bound($0, number) > bound($1, number) }
    var sum = rest.reduce(0) { $0 + bound($1, number) }
    drop(below: threshold / Self.roundingSlack - sum)
    for (place, cursor) in rest.enumerated() {
      if bits.isEmpty { return }
      try cursors[cursor].load(number)
      try add(cursor, number, onlyMatches: true)
      sum = rest[(place + 1)...].reduce(0) { $0 + bound($1, number) }
      drop(below: threshold / Self.roundingSlack - sum)
    }
  }

  /// Makes the postings of the window ready, of cursors and of those that were summed up already.
  func loadAll(_ rest: [Int], _ number: Int) throws(SQLiteError) {
    for cursor in rest { try cursors[cursor].load(number) }
  }

  private func bound(_ cursor: Int, _ number: Int) -> Float {
    cursors[cursor].windowImpacts[number] * factors[cursor]
  }

  private static var roundingSlack: Float { InverseNorms.slack }

  private func drop(below least: Float) {
    guard least > 0 else { return }
    var dropped = WindowBits()
    bits.forEach { slot in
      if sums[slot] < least { dropped.insert(slot) }
    }
    bits.subtract(dropped)
  }

  /// Adds what the postings of a cursor count in the window.
  private func add(_ cursor: Int, _ number: Int, onlyMatches: Bool) throws(SQLiteError) {
    guard let inverse = impacts.inverse, factors[cursor] > 0 else { return }
    let norms = try impacts.norms(ofWindow: number >> 1)
    let base = (number & 1) << 10
    let start = SearchWindow.start(number)
    let factor = factors[cursor]
    // Of two phrases of a group each is saturated alone here: that is never less than both together.
    let weight = Float(query.phrases[cursor].weight)
    let (postings, range) = cursors[cursor].window
    sums.withUnsafeMutableBufferPointer { sums in
      for place in range {
        let slot = Int(postings.articles[place] - start)
        if onlyMatches, !bits.contains(slot) { continue }
        let frequency = inverse.frequency(
          text: postings.textFrequencies[place], title: postings.titleFrequencies[place],
          in: norms[base + slot])
        sums[slot] += factor * InverseNorms.saturated(weight * frequency)
      }
    }
  }
}
