/// A leaf of a segment where SQLite or its ``LeafCursor`` holds it: valid until that moves.
///
/// In bytes: where the first row begins that stands before the first term (2, big-endian; 0 where none does), where the footer begins
/// (2); terms and doclists; the footer, a varint a term that tells where it begins, counted from the one before.
struct SegmentLeaf {
  static let headerSize = 4

  /// Invariant: ``count`` bytes are valid.
  let start: UnsafePointer<UInt8>
  let count: Int
  /// Where the footer begins.
  let contentEnd: Int
  /// Where the first row begins that belongs to a doclist from an earlier leaf; 0 where none does.
  let firstRow: Int
  /// Where the first term begins; ``contentEnd`` where none does.
  let firstTerm: Int

  var hasTerms: Bool { firstTerm < contentEnd }

  /// - Parameter bytes: The blob; `nil` where its parts do not fit.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count >= Self.headerSize
    else { return nil }
    self.start = start
    count = bytes.count
    firstRow = Int(start[0]) << 8 | Int(start[1])
    contentEnd = Int(start[2]) << 8 | Int(start[3])
    guard contentEnd >= Self.headerSize, contentEnd <= count else { return nil }
    if contentEnd < count {
      var place = contentEnd
      guard let first = SQLiteVarint.read(start, &place, end: count), first >= UInt64(Self.headerSize),
        first < UInt64(contentEnd)
      else { return nil }
      firstTerm = Int(first)
    } else {
      firstTerm = contentEnd
    }
    guard firstRow == 0 || (firstRow >= Self.headerSize && firstRow < firstTerm) else { return nil }
  }

  /// The leaf of a cursor that has not read any.
  static var none: SegmentLeaf { SegmentLeaf() }

  private init() {
    start = UnsafePointer(Self.header)
    count = Self.headerSize
    contentEnd = count
    firstRow = 0
    firstTerm = count
  }

  /// Never freed, never changed.
  private nonisolated(unsafe) static let header: UnsafeMutablePointer<UInt8> = {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: headerSize)
    bytes.initialize(repeating: 0, count: headerSize)
    return bytes
  }()
}
