/// Successive entries of a doclist, decoded together.
///
/// They lie on one leaf; only the positions of the first may span leaves.
final class DoclistEntries {
  /// Ascending.
  ///
  /// Invariant: room for `capacity` elements, of which the first ``count`` are set; so with ``spans``.
  let rows: UnsafeMutablePointer<UInt32>
  /// Of each where its positions begin on the leaf, in the upper half, and how many bytes they take; see ``span(_:size:)``.
  let spans: UnsafeMutablePointer<UInt64>
  let capacity = 2_048
  var count = 0

  private var leaf = SegmentLeaf.none.start
  private var leafEnd = 0
  /// Those of the first entry where its span is ``outsideMark``.
  private var firstPositions: PositionList?

  /// No place and size of what lies on a leaf.
  private static let outsideMark = UInt64.max

  init() {
    rows = .allocate(capacity: capacity)
    spans = .allocate(capacity: capacity)
  }

  deinit {
    rows.deallocate()
    spans.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  func removeAll() {
    count = 0
    firstPositions = nil
  }

  /// Begins with an entry whose positions may lie anywhere.
  ///
  /// - Parameters:
  ///   - row: Its article.
  ///   - positions: Must stay valid.
  func begin(_ row: UInt32, _ positions: PositionList) {
    rows[0] = row
    spans[0] = Self.outsideMark
    firstPositions = positions
    count = 1
  }

  /// Appends an entry whose positions lie on the leaf.
  ///
  /// - Parameters:
  ///   - row: Behind all others.
  ///   - place: Where they begin.
  ///   - size: How many bytes they take.
  func append(_ row: UInt32, place: Int, size: Int) {
    rows[count] = row
    spans[count] = Self.span(place, size: UInt64(size))
    count += 1
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
    let span = spans[place]
    if span == Self.outsideMark, let firstPositions { return firstPositions }
    let start = Int(span >> 32)
    return PositionList(
      UnsafeBufferPointer(start: leaf + start, count: Int(span & 0xFFFF_FFFF)), readable: leafEnd - start)
  }

  @inline(__always)
  static func span(_ place: Int, size: UInt64) -> UInt64 {
    UInt64(truncatingIfNeeded: place) << 32 | size
  }
}
