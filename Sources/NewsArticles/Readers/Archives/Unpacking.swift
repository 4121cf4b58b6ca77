/// How deep in archives and compressed files a source lies.
struct Unpacking {
  /// A file in an archive in a compressed file, and again: more layers are no archive of articles.
  static let maximumDepth = 8

  /// How many layers were taken off.
  private(set) var depth = 0
  /// What the file unpacked to so far.
  let ledger: ExpansionLedger

  /// - Parameter file: The file itself.
  init(_ file: InputFile) {
    ledger = ExpansionLedger(file)
  }

  /// One layer deeper.
  ///
  /// - Throws: Where there are too many.
  func deeper() throws(ReadFailure) -> Unpacking {
    guard depth < Self.maximumDepth else {
      throw ReadFailure("packed more than \(Self.maximumDepth) times: unpack it first")
    }
    var deeper = self
    deeper.depth += 1
    return deeper
  }
}
