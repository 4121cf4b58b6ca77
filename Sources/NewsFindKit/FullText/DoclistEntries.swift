/// Successive entries of a term's doclists, decoded together.
///
/// Most lie on one leaf; the first may span leaves, and others may be in newer segments.
final class DoclistEntries {
  /// Ascending.
  ///
  /// Invariant: room for `capacity` elements, of which the first ``count`` are set; so with ``spans``.
  private(set) var rows: UnsafeMutablePointer<UInt32>
  /// Of each where its positions begin on the leaf, in the upper half, and how many bytes they take; see ``span(_:size:)``.
  private(set) var spans: UnsafeMutablePointer<UInt64>
  private(set) var capacity = 2_048
  var count = 0

  private var leaf = SegmentLeaf.none.start
  private var leafEnd = 0
  /// Positions that do not lie on the leaf, at the place that their span tells.
  private var outside: [PositionList] = []
  private var copies: [UnsafeMutableBufferPointer<UInt8>] = []
  /// Entries of newer segments that are still to be merged, ascending, and their places in `outside`.
  private var newer: [(row: UInt32, place: Int)] = []

  /// No size of what lies on a leaf.
  private static let outsideMark = UInt64(UInt32.max)

  init() {
    rows = .allocate(capacity: capacity)
    spans = .allocate(capacity: capacity)
  }

  deinit {
    removeAll()
    rows.deallocate()
    spans.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  func removeAll() {
    count = 0
    for copy in copies { copy.deallocate() }
    copies.removeAll()
    outside.removeAll(keepingCapacity: true)
    newer.removeAll(keepingCapacity: true)
  }

  /// Appends an entry whose positions may lie anywhere.
  ///
  /// - Parameters:
  ///   - row: Behind all others.
  ///   - positions: Must stay valid.
  func append(_ row: UInt32, _ positions: PositionList) {
    rows[count] = row
    spans[count] = Self.span(outside.count, size: Self.outsideMark)
    outside.append(positions)
    count += 1
  }

  /// Appends an entry whose positions lie on the leaf.
  ///
  /// - Parameters:
  ///   - row: Behind all others.
  ///   - place: Where they begin.
  ///   - size: How many bytes they take.
  func append(_ row: UInt32, place: Int, size: Int) {
    append(row, span: Self.span(place, size: UInt64(size)))
  }

  /// Says on which leaf positions lie.
  ///
  /// - Parameters:
  ///   - leaf: Must stay valid.
  ///   - end: Up to where its bytes may be read.
  func lie(on leaf: UnsafePointer<UInt8>, end: Int) {
    self.leaf = leaf
    leafEnd = end
  }

  /// The first place, from one on, whose row is not below a row.
  func place(notBelow row: UInt32, from start: Int) -> Int {
    var low = start
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the term stands in an article, by its place.
  @inline(__always)
  func positions(_ place: Int) -> PositionList {
    let size = spans[place] & Self.outsideMark
    let start = Int(spans[place] >> 32)
    if size == Self.outsideMark { return outside[start] }
    return PositionList(
      UnsafeBufferPointer(start: leaf + start, count: Int(size)), readable: leafEnd - start)
  }

  // MARK: - Newer segments

  /// Notes what a newer segment says of an article; see ``mergeNewer()``.
  ///
  /// - Parameters:
  ///   - row: Behind all that were noted.
  ///   - positions: Are copied; empty where the article was taken out.
  func note(_ row: UInt32, _ positions: PositionList) {
    newer.append((row, outside.count))
    if positions.rest.isEmpty {
      outside.append(positions)
      return
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: positions.rest.count)
    _ = copy.initialize(from: positions.rest)
    copies.append(copy)
    outside.append(PositionList(UnsafeBufferPointer(copy)))
  }

  /// Puts what was noted among the entries, and in the place of those of the same row.
  func mergeNewer() {
    guard !newer.isEmpty else { return }
    let (oldRows, oldSpans, oldCount) = (rows, spans, count)
    capacity = max(capacity, count + newer.count)
    rows = .allocate(capacity: capacity)
    spans = .allocate(capacity: capacity)
    count = 0
    var old = 0
    for (row, place) in newer {
      while old < oldCount, oldRows[old] < row {
        append(oldRows[old], span: oldSpans[old])
        old += 1
      }
      if old < oldCount, oldRows[old] == row { old += 1 }
      append(row, span: Self.span(place, size: Self.outsideMark))
    }
    while old < oldCount {
      append(oldRows[old], span: oldSpans[old])
      old += 1
    }
    oldRows.deallocate()
    oldSpans.deallocate()
    newer.removeAll(keepingCapacity: true)
  }

  private func append(_ row: UInt32, span: UInt64) {
    rows[count] = row
    spans[count] = span
    count += 1
  }

  @inline(__always)
  static func span(_ place: Int, size: UInt64) -> UInt64 {
    UInt64(truncatingIfNeeded: place) << 32 | size
  }
}
