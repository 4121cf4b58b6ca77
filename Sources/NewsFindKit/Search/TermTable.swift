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

  /// Of its length and of eight bytes at either end, or four: longer terms that differ in between are few.
  @inline(__always)
  private func hash(_ term: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = term.baseAddress, let end = term.last else { return 0 }
    let start = UnsafeRawPointer(base)
    let count = term.count
    let first: UInt64
    let last: UInt64
    if count >= 8 {
      first = start.loadUnaligned(as: UInt64.self)
      last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      first = UInt64(start.loadUnaligned(as: UInt32.self))
      last = UInt64(start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else {
      first = UInt64(term[0]) << 8 | UInt64(term[count / 2])
      last = UInt64(end)
    }
    let mixed = (first ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    let hash = (mixed ^ mixed >> 32 ^ last) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
  }
}
