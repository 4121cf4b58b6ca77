import SQLiteStore

/// The articles in which the rarest two words of a phrase stand as they should; finds out in which of them the others do, too.
///
/// To look for another word takes a leaf of its doclist, and with it longer than all that was done for the article before.
struct PhrasePairs {
  /// What is known of an article.
  private struct Article {
    let row: Int64
    /// The number of the segment.
    let part: Int
    /// Of the places that the phrase may begin at.
    var range: Range<Int>
    /// Whether it really begins there: the other words were looked for.
    var isChecked = false
  }

  /// So many articles tell of all.
  private static let sampleSize = 8

  private var articles: [Article] = []
  private var allPlaces: [UInt64] = []
  /// Of each segment the other words, the rarest first.
  private var rest: [[PhraseWord]]

  /// Takes all that a walk comes to.
  ///
  /// - Parameter walk: Is at its beginning.
  /// - Throws: ``SQLiteError``.
  init(_ walk: inout PhraseWalk) throws(SQLiteError) {
    rest = []
    articles.reserveCapacity(64)
    allPlaces.reserveCapacity(64)
    var isSorted = true
    try walk.next()
    while walk.row < .max {
      if walk.row < articles.last?.row ?? 0 { isSorted = false }
      let start = allPlaces.count
      allPlaces += walk.places
      articles.append(
        Article(row: walk.row, part: walk.rest.count - 1, range: start..<allPlaces.count))
      try walk.next()
    }
    rest = walk.rest
    // Older segments hold newer articles only where FTS5 was given rows in another order.
    if !isSorted { articles.sort { $0.row < $1.row } }
  }

  /// The number of articles.
  var count: Int { articles.count }

  /// An article, by its number: they ascend.
  func row(_ number: Int) -> Int64 { articles[number].row }

  /// Where the phrase may begin in an article: a column in the upper 32 bits, the place of a token below.
  func possiblePlaces(_ number: Int) -> ArraySlice<UInt64> { allPlaces[articles[number].range] }

  /// The number of an article that is one of them.
  func number(of row: Int64) -> Int? {
    var low = 0
    var high = articles.count
    while low < high {
      let middle = (low + high) / 2
      if articles[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < articles.count && articles[low].row == row ? low : nil
  }

  /// Whether most of the articles seem to hold the phrase: as far as some that lie apart foretell.
  ///
  /// Where most do not, nearly all would have to be looked at to find the best.
  mutating func areMostlyWhole() throws(SQLiteError) -> Bool {
    var heldCount = 0
    for sample in 0..<Self.sampleSize
    where try !places(at: sample * articles.count / Self.sampleSize).isEmpty {
      heldCount += 1
    }
    return heldCount * 2 >= Self.sampleSize
  }

  /// Where the phrase begins in an article: nowhere, if that does not hold it.
  ///
  /// - Throws: ``SQLiteError``.
  ///
  /// Complexity: a leaf for each other word, once; who asks for neighbours in their order pays least.
  mutating func places(at number: Int) throws(SQLiteError) -> ArraySlice<UInt64> {
    if !articles[number].isChecked { try check(number) }
    return allPlaces[articles[number].range]
  }

  private mutating func check(_ number: Int) throws(SQLiteError) {
    let article = articles[number]
    let kept = try allPlaces.withUnsafeMutableBufferPointer { all throws(SQLiteError) in
      try rest[article.part].withUnsafeMutableBufferPointer { words throws(SQLiteError) in
        var kept = article.range
        for word in words.indices where !kept.isEmpty {
          let isThere = try words[word].term.go(to: article.row)
          let count = isThere ? try words[word].narrow(UnsafeMutableBufferPointer(rebasing: all[kept])) : 0
          kept = kept.prefix(count)
        }
        return kept
      }
    }
    articles[number].range = kept
    articles[number].isChecked = true
  }
}
