import SQLiteStore

/// Goes through all terms with some beginning, in the order of their bytes, over all segments.
struct FullTextTerms {
  /// The term at hand.
  private(set) var term: [UInt8] = []
  /// Its doclists, the newest segment's first; of what they name all may have been taken out since.
  private(set) var doclists: [DoclistLocation] = []

  private let prefix: [UInt8]
  private var segments: [SegmentTerms] = []

  /// - Parameters:
  ///   - prefix: What the terms begin with.
  ///   - segments: The newest first.
  ///   - reader: Reads them.
  /// - Throws: ``SQLiteError``.
  init(
    beginningWith prefix: [UInt8], in segments: [FullTextSegment], _ reader: FullTextReader
  ) throws(SQLiteError) {
    self.prefix = [FullTextTables.mainPrefix] + prefix
    for segment in segments {
      self.segments.append(try SegmentTerms(from: self.prefix, in: segment, reader))
    }
  }

  /// Goes to the next term.
  ///
  /// - Returns: False where there is none.
  /// - Throws: ``SQLiteError``.
  mutating func next() throws(SQLiteError) -> Bool {
    var least: [UInt8]?
    for segment in segments where segment.doclist != nil && segment.key.starts(with: prefix) {
      if least.map({ segment.key.lexicographicallyPrecedes($0) }) ?? true { least = segment.key }
    }
    doclists = []
    guard let least else { return false }
    for number in segments.indices where segments[number].key == least {
      guard let doclist = segments[number].doclist else { continue }
      doclists.append(doclist)
      try segments[number].goOn()
    }
    term = Array(least.dropFirst())
    return true
  }
}
