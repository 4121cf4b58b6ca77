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
    sums.removeOpen()
    note(clauses[0], number, in: alternatives)
    note(query.optional, number, in: rest)
    var sum: Float = 0
    for place in 0..<rest.count { sum += rest[place].value }
    for place in 0..<alternatives.count { open(alternatives[place].phrase, number) }
    for place in 0..<rest.count { open(rest[place].phrase, number) }
    var skipped = 0
    while skipped < alternatives.count {
      sum += alternatives[skipped].value
      if sum * Self.slack >= threshold { break }
      rest.insert(alternatives[skipped].phrase, alternatives[skipped].value)
      skipped += 1
    }
    if skipped + 1 == alternatives.count, cursors[alternatives[skipped].phrase].hasRanges(number) {
      try findFirst(alternatives[skipped].phrase, number, threshold)
    } else {
      try findOfSeveral(skipped..<alternatives.count, number, threshold)
    }
    try addRest(number, threshold)
  }

  /// Of articles that some of the alternatives make a hit: ``slots``.
  private func findOfSeveral(
    _ places: Range<Int>, _ number: Int, _ threshold: Float
  ) throws(SQLiteError) {
    bits.removeAll()
    slots.removeAll()
    sums.removeSums()
    // Those that count most come first.
    for place in places.reversed() {
      let phrase = alternatives[place].phrase
      if !cursors[phrase].hasRanges(number) { try add(phrase, number, ranges: .max) }
    }
    drop(below: threshold)
    let ranges = promisingRanges(threshold)
    if ranges == 0, bits.isEmpty { return }
    for place in places.reversed() {
      let phrase = alternatives[place].phrase
      if cursors[phrase].hasRanges(number) { try add(phrase, number, ranges: ranges) }
    }
    drop(below: threshold)
    slots.become(bits)
  }

  /// Of articles that meet all clauses.
  private func findPromisingOfAll(_ number: Int, _ threshold: Float) throws(SQLiteError) {
    sums.removeAll()
    openAll(number)
    bits.removeAll()
    let ranges = promisingRanges(threshold)
    guard ranges > 0 else { return }
    for (place, clause) in clauses.enumerated() {
      if place == 0, clause.count == 1, factors[clause[0]] > 0 {
        try add(clause[0], number, ranges: ranges)
      } else {
        try collect(clause, number, into: place == 0 ? bits : clauseBits)
        if place > 0 { bits.formIntersection(clauseBits) }
        for cursor in clause where factors[cursor] > 0 && cursors[cursor].windowImpacts[number] > 0 {
          try add(cursor, number, ranges: 0)
        }
      }
      drop(below: threshold)
      if bits.isEmpty { return }
    }
    note(additional, number, in: rest)
    slots.become(bits)
    try addRest(number, threshold)
  }

  /// Takes out of the matches what cannot reach a score, adding one phrase after the other.
  ///
  /// - Parameters:
  ///   - number: The window.
  ///   - threshold: The score to reach.
  /// - Throws: ``SQLiteError``.
  func narrow(_ number: Int, _ threshold: Float) throws(SQLiteError) {
    sums.removeAll()
    openAll(number)
    drop(below: threshold)
    slots.become(bits)
    try addRest(number, threshold)
  }

  /// Counts all phrases among those that are still to be added: ``rest``.
  private func openAll(_ number: Int) {
    note(cursors.indices, number, in: rest)
    for place in 0..<rest.count { open(rest[place].phrase, number) }
  }

  /// Notes those of some phrases that count in a window.
  private func note(_ phrases: some Collection<Int>, _ number: Int, in bounds: PhraseBounds) {
    bounds.removeAll()
    for phrase in phrases where factors[phrase] > 0 {
      let impact = cursors[phrase].windowImpacts[number]
      if impact > 0 { bounds.insert(phrase, impact * factors[phrase]) }
    }
  }

  /// Adds the phrases in ``rest``, those that count most first, for the articles in ``slots``, and makes ``bits`` those that reach
  /// the score with them.
  private func addRest(_ number: Int, _ threshold: Float) throws(SQLiteError) {
    for place in (0..<rest.count).reversed() {
      if slots.isEmpty { break }
      try addKnown(rest[place].phrase, number)
      let sums = sums
      slots.keep { slot in Self.reaches(threshold, sums[slot] + sums.open[slot >> 6]) }
    }
    bits.become(slots)
  }

  /// The ranges of the window in which an article may reach a score: a bit for each.
  private func promisingRanges(_ threshold: Float) -> UInt16 {
    var ranges: UInt16 = 0
    for range in 0..<SearchWindow.rangeCount where sums.open[range] * Self.slack >= threshold {
      ranges |= 1 << UInt16(range)
    }
    return ranges
  }

  private static var slack: Float { InverseNorms.slack }

  /// Counts a phrase among those that are still to be added.
  private func open(_ cursor: Int, _ number: Int) {
    cursors[cursor].addBounds(number, times: factors[cursor], to: sums.open)
  }

  /// Counts it among them no more.
  ///
  /// A trace of it is left, more than all these sums may be rounded by: what is still open may count a millionth of it.
  private func close(_ cursor: Int, _ number: Int) {
    cursors[cursor].addBounds(number, times: -factors[cursor] * Self.closedShare, to: sums.open)
  }

  private static let closedShare: Float = 1 - 4e-6

  private func drop(below threshold: Float) {
    let sums = sums
    bits.removeAll { range, slot in (sums[slot] + sums.open[range]) * Self.slack < threshold }
  }

  /// 1 where a sum may reach a score, else 0.
  @inline(__always)
  private static func reaches(_ threshold: Float, _ sum: Float) -> Int {
    Int((sum * slack - threshold).bitPattern >> 31 ^ 1)
  }

  /// Makes the postings of a phrase ready, as far as they matter in some slots, and counts it no more among those to be added.
  ///
  /// - Returns: `nil` where it counts nothing.
  private func values(
    of cursor: Int, _ number: Int, slots: Range<Int>
  ) throws(SQLiteError) -> PhraseValues? {
    try load(cursor, number, slots: slots)
    close(cursor, number)
    guard let inverse = impacts.inverse, let norms, factors[cursor] > 0 else { return nil }
    return PhraseValues(
      postings: cursors[cursor].window, inverse: inverse, norms: norms, base: (number & 1) << 10,
      start: SearchWindow.start(number), factor: factors[cursor], weight: Float(query.phrases[cursor].weight))
  }

  /// Adds what the postings of a phrase count in the window, for the articles in ``bits`` and for all of some ranges, which become
  /// part of it.
  private func add(_ cursor: Int, _ number: Int, ranges: UInt16) throws(SQLiteError) {
    guard let values = try values(of: cursor, number, slots: SearchWindow.slots) else { return }
    let (bits, sums, selected, wanted) = (bits, sums, selected, wanted)
    wanted.become(bits, with: ranges)
    selected.select(from: values.postings.range) { wanted.bit(values.slot($0)) }
    selected.forEach { place in
      let slot = values.slot(place)
      bits.insert(slot)
      sums[slot] += values.value(place, slot)
    }
  }

  /// Of articles that only one of the alternatives may make a hit: ``slots``; it is one whose ranges are known.
  private func findFirst(_ cursor: Int, _ number: Int, _ threshold: Float) throws(SQLiteError) {
    slots.removeAll()
    let ranges = promisingRanges(threshold)
    guard ranges != 0 else { return }
    guard let values = try values(of: cursor, number, slots: WindowBits.span(of: ranges)) else { return }
    let (slots, sums, selected) = (slots, sums, selected)
    let open = sums.open
    selected.select(from: values.postings.range) { Int(ranges >> UInt16(values.slot($0) >> 6 & 15) & 1) }
    selected.forEach { place in
      let slot = values.slot(place)
      let sum = values.value(place, slot)
      sums[slot] = sum
      slots.append(slot, if: Self.reaches(threshold, sum + open[slot >> 6 & 15]))
    }
  }

  /// Adds what the postings of a phrase count in the window for the articles in ``slots``.
  private func addKnown(_ cursor: Int, _ number: Int) throws(SQLiteError) {
    guard let values = try values(of: cursor, number, slots: slots.span) else { return }
    let (slots, sums, selected, wanted) = (slots, sums, selected, wanted)
    if slots.count * Self.lookUpCost < values.postings.range.count {
      slots.forEach { slot in
        guard let place = values.place(ofSlot: slot) else { return }
        sums[slot] += values.value(place, slot)
      }
      return
    }
    wanted.become(slots)
    selected.select(from: values.postings.range) { wanted.bit(values.slot($0)) }
    selected.forEach { place in
      let slot = values.slot(place)
      sums[slot] += values.value(place, slot)
    }
  }

  /// So many postings are selected from in the time of one look-up among them.
  private static let lookUpCost = 16
}
