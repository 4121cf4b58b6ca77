import CPrefetch

/// The lengths of the articles of a window, where a hot loop can read them.
final class WindowNorms {
  /// Invariant: ``NormWindow/articleCount`` elements each.
  private let texts: UnsafeMutablePointer<UInt16>
  private let titles: UnsafeMutablePointer<UInt8>
  /// A bit for each article: whether it is there.
  private let presence: UnsafeMutablePointer<UInt64>
  /// How many articles of each half are there.
  private var counts = (first: 0, second: 0)

  /// - Parameter bytes: As ``NormWindow`` lays them out; where they are of another size no article is there.
  init(_ bytes: UnsafeRawBufferPointer) {
    let count = NormWindow.articleCount
    texts = .allocate(capacity: count)
    titles = .allocate(capacity: count)
    texts.initialize(repeating: 0, count: count)
    titles.initialize(repeating: 0, count: count)
    presence = .allocate(capacity: count / 64)
    presence.initialize(repeating: 0, count: count / 64)
    guard bytes.count == NormWindow.byteCount else { return }
    for slot in 0..<count {
      texts[slot] = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * slot, as: UInt16.self))
      titles[slot] = bytes[2 * count + slot]
      if texts[slot] != 0 || titles[slot] != 0 { presence[slot >> 6] |= 1 << UInt64(slot & 63) }
    }
    counts = (presentCount(in: 0..<count / 128), presentCount(in: count / 128..<count / 64))
  }

  deinit {
    texts.deallocate()
    titles.deallocate()
    presence.deallocate()
  }

  private func presentCount(in words: Range<Int>) -> Int {
    words.reduce(0) { $0 + presence[$1].nonzeroBitCount }
  }

  /// Which of 64 articles are there.
  ///
  /// - Parameter word: From 0 to 31.
  /// - Returns: A bit for each, the first in the lowest.
  func present(inWord word: Int) -> UInt64 { presence[word & 31] }

  /// Whether no article of one half is there: where much was taken out at once, nothing need be looked for.
  func isEmpty(half: Int) -> Bool { (half & 1 == 0 ? counts.first : counts.second) == 0 }

  /// Whether all articles of one half are there.
  func isFull(half: Int) -> Bool {
    (half & 1 == 0 ? counts.first : counts.second) == NormWindow.articleCount / 2
  }

  /// Has the lengths of one half of the articles brought near: a million articles have more than the caches next to a core hold.
  func prefetch(half: Int) {
    let count = NormWindow.articleCount / 2
    let first = half & 1 == 0 ? 0 : count
    let line = 64
    for place in stride(from: first, to: first + count, by: line / 2) { newsfind_prefetch(texts + place) }
    for place in stride(from: first, to: first + count, by: line) { newsfind_prefetch(titles + place) }
  }

  /// The lengths of the article in a slot from 0 to 2,047.
  @inline(__always)
  subscript(slot: Int) -> ArticleLengths {
    assert(slot >= 0 && slot < NormWindow.articleCount)
    return ArticleLengths(text: texts[slot & 2047], title: titles[slot & 2047])
  }
}
