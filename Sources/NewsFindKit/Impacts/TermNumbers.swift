import FrenchText

/// Numbers the different terms of many articles, and remembers the last posting of each.
///
/// One look-up costs one cache line: terms of up to sixteen bytes, nearly all, are told by their bytes within the slot; longer
/// ones by two 64-bit hashes under seeds that nobody knows.
final class TermNumbers {
  private struct Slot {
    var first: UInt64 = 0
    var second: UInt64 = 0
    /// The term's length in bytes; 0 where the slot is free.
    var count: UInt32 = 0
    var number: UInt32 = 0
    var lastPosting: UInt32 = 0
  }

  /// Invariant: `capacity` slots, a power of two, at most half of them taken.
  private var slots: UnsafeMutablePointer<Slot>
  private var capacity: Int
  /// Where the term of each number ends in `bytes`.
  private var ends: [UInt32] = []
  private var bytes: [UInt8] = []

  private static let firstSeed = UInt64.random(in: .min ... .max)
  private static let secondSeed = UInt64.random(in: .min ... .max)

  init() {
    capacity = 1 << 12
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
  }

  deinit {
    slots.deallocate()
  }

  /// The number of different terms.
  var count: Int { ends.count }

  /// Notes that a term occurs.
  ///
  /// - Parameters:
  ///   - term: The term, 1 to 127 bytes.
  ///   - start: The number of the first posting of the article at hand.
  ///   - next: The number that its posting gets if the article has none of this term yet.
  /// - Returns: The term's number, and that of its posting: `next` where there was none.
  @inline(__always)
  func note(
    _ term: UnsafeBufferPointer<UInt8>, from start: UInt32, next: UInt32
  ) -> (term: UInt32, posting: UInt32) {
    let (first, second) = Self.key(term)
    let count = UInt32(truncatingIfNeeded: term.count)
    let product = (first ^ second &* 0xA24B_AED4_963E_E407).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var place = Int(truncatingIfNeeded: (product.high ^ product.low) &+ UInt64(count)) & (capacity - 1)
    while slots[place].count != 0 {
      if slots[place].first == first, slots[place].second == second, slots[place].count == count {
        if slots[place].lastPosting < start || slots[place].lastPosting >= next {
          slots[place].lastPosting = next
        }
        return (slots[place].number, slots[place].lastPosting)
      }
      place = (place + 1) & (capacity - 1)
    }
    let number = UInt32(ends.count)
    slots[place] = Slot(first: first, second: second, count: count, number: number, lastPosting: next)
    bytes.append(contentsOf: term)
    ends.append(UInt32(bytes.count))
    if ends.count * 2 > capacity { grow() }
    return (number, next)
  }

  /// The bytes of a term.
  func term(_ number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// The numbers of all terms, in the order of their bytes.
  ///
  /// Complexity: O(n log n) in the terms.
  func sorted() -> [Int] {
    // The first eight bytes decide nearly always.
    let keys = (0..<count).map { number in
      var key: UInt64 = 0
      for byte in term(number).prefix(8) { key = key << 8 | UInt64(byte) }
      return key << UInt64(8 * (8 - min(term(number).count, 8)))
    }
    return (0..<count).sorted { one, other in
      keys[one] != keys[other]
        ? keys[one] < keys[other] : term(one).lexicographicallyPrecedes(term(other))
    }
  }

  /// Forgets all terms.
  func removeAll() {
    slots.update(repeating: Slot(), count: capacity)
    ends.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  private func grow() {
    let old = UnsafeMutableBufferPointer(start: slots, count: capacity)
    capacity *= 2
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    for slot in old where slot.count != 0 {
      let product = (slot.first ^ slot.second &* 0xA24B_AED4_963E_E407)
        .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      var place =
        Int(truncatingIfNeeded: (product.high ^ product.low) &+ UInt64(slot.count)) & (capacity - 1)
      while slots[place].count != 0 { place = (place + 1) & (capacity - 1) }
      slots[place] = slot
    }
    old.deallocate()
  }

  /// Sixteen bytes that, with the length, tell a term from all others: two loads that overlap.
  @inline(__always)
  private static func key(_ term: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    let raw = UnsafeRawBufferPointer(term)
    let count = term.count
    if count >= 8 {
      guard count <= 16 else {
        return (WordHash.hash(term, seed: firstSeed), WordHash.hash(term, seed: secondSeed))
      }
      return (
        raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      return (
        UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)),
        UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      )
    }
    var key: UInt64 = 0
    for byte in raw { key = key << 8 | UInt64(byte) }
    return (key, 0)
  }
}
