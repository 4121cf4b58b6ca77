import CPrefetch
import FrenchText

/// Numbers the different terms of many articles.
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
    slots = LargeMemory.allocate(Slot.self, capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
  }

  deinit {
    slots.deallocate()
  }

  /// The number of different terms.
  var count: Int { ends.count }

  /// Calls `body` with the number of each term, which gets the next one where it has none yet.
  ///
  /// The slots are more than the processor's cache holds: those of all terms are asked for before any is waited for.
  @inline(__always)
  func forEachNumber(
    of batch: UnsafeBufferPointer<TermStream.Term>, _ body: (_ number: UInt32, _ isColocated: Bool) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Key.self, capacity: TermStream.batchSize) { keys in
      let (slots, mask) = (slots, capacity - 1)
      for (index, term) in batch.enumerated() {
        let key = Key(term.bytes)
        newsfind_prefetch(slots + Int(truncatingIfNeeded: key.hash) & mask)
        keys.initializeElement(at: index, to: key)
      }
      for (index, term) in batch.enumerated() {
        body(number(of: term.bytes, keys[index]), term.isColocated)
      }
    }
  }

  /// The number of a term, 1 to 127 bytes, which gets the next one where it has none yet.
  @inline(__always)
  private func number(of term: UnsafeBufferPointer<UInt8>, _ key: Key) -> UInt32 {
    var place = Int(truncatingIfNeeded: key.hash) & (capacity - 1)
    while slots[place].count != 0 {
      if slots[place].first == key.first, slots[place].second == key.second, slots[place].count == key.count {
        return slots[place].number
      }
      place = (place + 1) & (capacity - 1)
    }
    return add(
      term, Slot(first: key.first, second: key.second, count: key.count, number: UInt32(ends.count)),
      at: place)
  }

  private func add(_ term: UnsafeBufferPointer<UInt8>, _ slot: Slot, at place: Int) -> UInt32 {
    slots[place] = slot
    bytes.append(contentsOf: term)
    ends.append(UInt32(bytes.count))
    if ends.count * 2 > capacity { grow() }
    return slot.number
  }

  /// Gives the bytes of a term to `body`.
  func withTerm<Result>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[place(of: number)])) }
  }

  private func place(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The numbers of all terms, in the order of their bytes.
  ///
  /// Complexity: O(n log n) in the terms.
  func sorted() -> [Int] {
    // The first eight bytes decide nearly always.
    let keyed = (0..<count).map { number in
      let term = bytes[place(of: number)]
      var key: UInt64 = 0
      for byte in term.prefix(8) { key = key << 8 | UInt64(byte) }
      return (key: key << UInt64(8 * (8 - min(term.count, 8))), number: number)
    }
    return keyed.sorted { one, other in
      one.key != other.key
        ? one.key < other.key
        : bytes[place(of: one.number)].lexicographicallyPrecedes(bytes[place(of: other.number)])
    }.map(\.number)
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
    slots = LargeMemory.allocate(Slot.self, capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    for slot in old where slot.count != 0 {
      var place = Int(truncatingIfNeeded: Key.hash(slot.first, slot.second, slot.count)) & (capacity - 1)
      while slots[place].count != 0 { place = (place + 1) & (capacity - 1) }
      slots[place] = slot
    }
    old.deallocate()
  }

  /// What tells a term from all others.
  private struct Key {
    let first: UInt64
    let second: UInt64
    let count: UInt32
    let hash: UInt64

    @inline(__always)
    init(_ term: UnsafeBufferPointer<UInt8>) {
      (first, second) = Self.words(of: term)
      count = UInt32(truncatingIfNeeded: term.count)
      hash = Self.hash(first, second, count)
    }

    @inline(__always)
    static func hash(_ first: UInt64, _ second: UInt64, _ count: UInt32) -> UInt64 {
      let product = (first ^ second &* 0xA24B_AED4_963E_E407)
        .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return (product.high ^ product.low) &+ UInt64(count)
    }

    /// Sixteen bytes that, with the length, tell a term from all others: two loads that overlap.
    @inline(__always)
    private static func words(of term: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
      let raw = UnsafeRawBufferPointer(term)
      let count = term.count
      if count >= 8 {
        guard count <= 16 else {
          return (
            WordHash.hash(term, seed: TermNumbers.firstSeed),
            WordHash.hash(term, seed: TermNumbers.secondSeed)
          )
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
}
