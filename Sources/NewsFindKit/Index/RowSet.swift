/// A set of article rows, a bit for each: rows are numbered from 1 without large gaps.
struct RowSet {
  private var words: [UInt64] = []

  /// Whether it holds a row, which is at least 0.
  func contains(_ row: Int64) -> Bool {
    let word = Int(row >> 6)
    return word < words.count && words[word] & 1 << UInt64(row & 63) != 0
  }

  /// All rows, in their order.
  var rows: [Int64] {
    var rows: [Int64] = []
    for (index, word) in words.enumerated() {
      var word = word
      while word != 0 {
        rows.append(Int64(index << 6 | word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return rows
  }

  /// Adds a row, which is at least 0.
  ///
  /// Complexity: O(1), amortized, where rows have no large gaps between them.
  mutating func insert(_ row: Int64) {
    let word = Int(row >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: max(word + 1, words.count * 2) - words.count))
    }
    words[word] |= 1 << UInt64(row & 63)
  }
}
