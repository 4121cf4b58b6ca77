import SQLiteStore

extension IndexConnection {
  /// Compares the lists of impacts with the texts of the articles that they cover.
  ///
  /// Complexity: linear in the file; every article is analyzed again.
  func impactProblems() throws -> [IndexProblem] {
    do {
      let segments = try ImpactTable(connection).segments()
      let norms = NormWindows(connection)
      var wrongLengths = 0
      var wrongHeads = 0
      var stored = ImpactDigest()
      for segment in segments {
        var reader = try ImpactSegmentReader(connection, segment: segment.id)
        let inverse = InverseNorms(segment.scale)
        while let term = reader.term {
          let hash = ImpactDigest.hash(term)
          let postings = try reader.postings()
          if try !reader.isHeadSound(postings, norms, inverse) { wrongHeads += 1 }
          for posting in postings
          where try norms.lengths(of: Int64(posting.article)) != .none {
            stored.add(hash, posting)
          }
          try reader.advance()
        }
      }
      var expected = ImpactDigest()
      var accumulator = PostingAccumulator()
      func drain() {
        accumulator.drain { term, postings in
          let hash = ImpactDigest.hash(term)
          for posting in postings { expected.add(hash, posting) }
        }
      }
      let covered = segments.last?.articles.upperBound ?? 0
      let rows = try connection.prepare("SELECT id, texts FROM article WHERE id <= ?1 ORDER BY id")
      try rows.bind(covered, at: 1)
      while try rows.step() {
        guard let article = UInt32(exactly: rows.integer(0)) else { continue }
        var words = WordCounter()
        let stream = TermStream(try texts.texts(rows, column: 1).columns, analyzer, counting: &words)
        if try norms.lengths(of: Int64(article)) != ArticleLengths(stream) { wrongLengths += 1 }
        accumulator.add(article, stream)
        if accumulator.isFull { drain() }
      }
      drain()
      var problems: [IndexProblem] = []
      if stored != expected {
        problems.append(
          IndexProblem(
            part: .impacts,
            detail:
              "the lists have \(stored.count) postings, the articles \(expected.count), and they are not the same"
          ))
      }
      if wrongHeads > 0 {
        problems.append(
          IndexProblem(
            part: .impacts, detail: "of \(wrongHeads) lists other impacts are stated than they have"))
      }
      if wrongLengths > 0 {
        problems.append(
          IndexProblem(part: .impacts, detail: "\(wrongLengths) articles have other lengths than stated"))
      }
      return problems
    } catch let error as SQLiteError where error.code.primary == .corrupt {
      return [IndexProblem(part: .impacts, detail: error.message)]
    }
  }
}
