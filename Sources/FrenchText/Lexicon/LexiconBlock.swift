/// Walks through the forms of one block of the lexicon.
struct LexiconBlock {
  private let table: LexiconTable
  private var offset: Int
  private let end: Int
  /// The form that was reached.
  private(set) var form: [UInt8] = []
  /// What is known of it.
  private(set) var entry = LexiconEntry(0)

  init(_ table: LexiconTable, _ block: Int) {
    self.table = table
    offset = table.start(ofBlock: block)
    end = table.end(ofBlock: block)
  }

  /// Moves to the next form; false at the block's end.
  mutating func advance() -> Bool {
    guard offset < end else { return false }
    form.removeLast(form.count - Int(table[offset]))
    let added = Int(table[offset + 1])
    for index in 0..<added { form.append(table[offset + 2 + index]) }
    offset += 2 + added
    entry = LexiconEntry(Int(table[offset]) | Int(table[offset + 1]) << 8)
    offset += 2
    return true
  }
}
