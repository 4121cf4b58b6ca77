import Glibc

/// Numbers a query's different terms, and finds the number of a text's term: an open-addressing hash table.
struct TermTable {
  /// Each term once, at the place of its number.
  private(set) var terms: [[UInt8]] = []
  /// Numbers, −1 where there is none; a power of two, at most half of it used.
  private var slots = [Int32](repeating: -1, count: 16)

  /// The number of a term, which is kept if it is new.
  mutating func insert(_ term: [UInt8]) -> Int {
    if let known = term.withUnsafeBufferPointer({ number(of: $0) }) { return known }
    terms.append(term)
    if terms.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      terms.indices.forEach { fillSlot($0) }
    } else {
      fillSlot(terms.count - 1)
    }
    return terms.count - 1
  }

  private mutating func fillSlot(_ number: Int) {
    var slot = terms[number].withUnsafeBufferPointer { hash($0) }
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  /// The number of a term; `nil` where the query does not hold it.
  ///
  /// Complexity: O(1), of terms that nobody chose to collide.
  @inline(__always)
  func number(of term: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = hash(term)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if terms[number].count == term.count, Self.isSame(terms[number], term) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func isSame(_ one: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = other.baseAddress else { return true }
    return one.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0, start, other.count) == 0 } ?? true
    }
  }

  @inline(__always)
  private func hash(_ term: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = term.first, let last = term.last else { return 0 }
    let middle = term[term.count / 2]
    return (Int(first) &* 31 &+ Int(middle) &* 17 &+ Int(last) &* 7 &+ term.count) & (slots.count - 1)
  }
}
