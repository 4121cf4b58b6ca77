import SQLiteStore

extension IndexConnection {
  /// The lists of a term, and the postings that no list has: those in the segment that leaves out what is rare, if it is.
  func lists(of term: String) throws(SQLiteError) -> (lists: [PostingList], rare: [Posting]) {
    let lists = try impacts.lists(of: term)
    guard let first = impacts.segments.first, first.leavesOutRare,
      lists.first?.firstArticle != UInt32(clamping: first.articles.lowerBound)
    else { return (lists, []) }
    return (lists, try fullText.postings(ofTerm: term, in: first.articles))
  }

  /// In how many articles that the lists cover a term occurs, those in lists counted that were taken out since they were made.
  func coveredCount(of term: String) throws(SQLiteError) -> Int {
    let (lists, rare) = try lists(of: term)
    return lists.reduce(rare.count) { $0 + $1.count }
  }

  /// The postings of all terms with any of some beginnings, together, in the order of their articles; without those that are not there
  /// any more.
  ///
  /// Complexity: linear in the postings, and in the articles that the lists cover.
  func postings(ofTermsBeginningWith beginnings: [String]) throws(SQLiteError) -> PostingBuffer {
    let capacity = Int(impacts.covered) + 1
    let sums =
      spareSums.flatMap { $0.capacity == capacity ? $0 : nil } ?? PostingSums(articles: capacity)
    // What an error leaves in them is not for another search.
    spareSums = nil
    let mark = String(UnicodeScalar(SharedBeginning.mark))
    for beginning in beginnings {
      try forEachPosting(ofTermsBeginningWith: beginning, { sums.add($0) }, { sums.add($0) })
      // Where two of them stand at one place both were counted.
      try forEachPosting(ofTermsBeginningWith: mark + beginning, { sums.subtract($0) }, { sums.subtract($0) })
    }
    if impacts.deletedCount > 0 {
      for window in 0...capacity / NormWindow.articleCount where !sums.isEmpty(inWindow: window) {
        let norms = try impacts.norms(ofWindow: window)
        if !norms.isFull(half: 0) || !norms.isFull(half: 1) { sums.removeAbsent(inWindow: window, norms) }
      }
    }
    let postings = sums.takePostings()
    spareSums = sums
    return postings
  }

  /// Calls `body` with postings of all terms that begin so, `bodyOfMany` with those that come together.
  private func forEachPosting(
    ofTermsBeginningWith beginning: String, _ body: (Posting) -> Void, _ bodyOfMany: (PostingBuffer) -> Void
  ) throws(SQLiteError) {
    let reader = PostingListReader(connection)
    let unlisted = ListedTerms.others(beginningWith: beginning)
    let covered = impacts.covered
    for term in unlisted where covered > 0 {
      for posting in try fullText.postings(ofTerm: term, in: 1...covered) { body(posting) }
    }
    for segment in impacts.segments {
      var listed = Set(unlisted.map { Array($0.utf8) })
      try impacts.forEachList(ofTermsBeginningWith: Array(beginning.utf8), in: segment) {
        term, list throws(SQLiteError) in
        if segment.leavesOutRare { listed.insert(term) }
        try reader.forEachBlock(of: list, bodyOfMany)
      }
      guard segment.leavesOutRare else { continue }
      try fullText.forEachPosting(
        ofTermsBeginningWith: beginning, except: listed, in: segment.articles, body)
    }
  }
}
