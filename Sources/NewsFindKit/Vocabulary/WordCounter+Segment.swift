import FrenchText

extension WordCounter {
  /// The words that were counted, each with its usual spelling.
  ///
  /// Complexity: O(words · log words).
  func segment() -> VocabularySegment {
    withEntries { entries, arena in
      // The first eight bytes decide nearly always.
      var order = entries.indices.map {
        (prefix: Self.prefix(entries[$0].word(in: arena)), place: UInt32(truncatingIfNeeded: $0))
      }
      order.sort { one, other in
        if one.prefix != other.prefix { return one.prefix < other.prefix }
        return Self.precedes(entries[Int(one.place)], entries[Int(other.place)], arena)
      }
      var segment = VocabularySegment(byteCapacity: entries.count * 10)
      var first = 0
      while first < order.count {
        let word = entries[Int(order[first].place)].word(in: arena)
        var end = first + 1
        while end < order.count, order[end].prefix == order[first].prefix,
          entries[Int(order[end].place)].word(in: arena).elementsEqual(word)
        { end += 1 }
        Self.append(order[first..<end].lazy.map { entries[Int($0.place)] }, arena, to: &segment)
        first = end
      }
      return segment
    }
  }

  /// Appends a word that is written in some ways.
  private static func append(
    _ entries: some Collection<Entry>, _ arena: UnsafeBufferPointer<UInt8>,
    to segment: inout VocabularySegment
  ) {
    guard var inside = entries.first else { return }
    var initial = inside
    var occurrences = 0
    for entry in entries {
      occurrences += Int(entry.inside) + Int(entry.initial)
      if entry.inside > inside.inside { inside = entry }
      if entry.initial > initial.initial { initial = entry }
    }
    let word = inside.word(in: arena)
    guard occurrences > 0 else { return }
    guard inside.inside == 0 else {
      return segment.append(word, spelling: inside.surface(in: arena), occurrences: occurrences)
    }
    // It only began sentences: what the lexicon knows is no name.
    var spelling = String(decoding: initial.surface(in: arena), as: UTF8.self)
    if Lexicon.lemma(of: String(decoding: word, as: UTF8.self)) != nil { spelling = spelling.lowercased() }
    spelling.withUTF8 { segment.append(word, spelling: $0, occurrences: occurrences) }
  }

  private static func precedes(_ one: Entry, _ other: Entry, _ arena: UnsafeBufferPointer<UInt8>) -> Bool {
    let (left, right) = (one.word(in: arena), other.word(in: arena))
    if left.elementsEqual(right) {
      return one.surface(in: arena).lexicographicallyPrecedes(other.surface(in: arena))
    }
    return left.lexicographicallyPrecedes(right)
  }

  /// The first eight bytes as a number that sorts as they do.
  private static func prefix(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < word.count ? UInt64(word[index]) : 0) }
    return prefix
  }
}
