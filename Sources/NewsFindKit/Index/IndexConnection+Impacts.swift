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
      // The terms of the segment that leaves out others.
      var frequent: Set<UInt64> = []
      for segment in segments {
        var reader = try ImpactSegmentReader(connection, segment: segment.id)
        let inverse = InverseNorms(segment.scale)
        while let term = reader.term {
          let hash = ImpactDigest.hash(term)
          if segment.leavesOutRare { frequent.insert(hash) }
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
      // How many articles hold the terms that have no list.
      var leftOut: [UInt64: Int] = [:]
      let withoutRare = segments.last { $0.leavesOutRare }?.articles.upperBound ?? 0
      let collector = DoclistCollector()
      var lengths: [(article: UInt32, lengths: ArticleLengths)] = []
      func drain() {
        guard let articles = collector.articles else { return }
        let table = SegmentLengths(of: articles)
        for known in lengths { table[known.article] = known.lengths }
        lengths.removeAll()
        let counting = DoclistPostings(table)
        collector.drain { term, doclist in
          guard ListedTerms.contains(term) else { return }
          let hash = ImpactDigest.hash(term)
          var postings: [Posting] = []
          counting.append([doclist], to: &postings)
          for posting in postings {
            if posting.article > withoutRare || frequent.contains(hash) {
              expected.add(hash, posting)
            } else {
              leftOut[hash, default: 0] += 1
            }
          }
        }
      }
      let covered = segments.last?.articles.upperBound ?? 0
      let rows = try connection.prepare("SELECT id, texts FROM article WHERE id <= ?1 ORDER BY id")
      try rows.bind(covered, at: 1)
      while try rows.step() {
        guard let article = UInt32(exactly: rows.integer(0)) else { continue }
        var words = WordCounter()
        let stream = TermStream(try texts.texts(rows, column: 1).columns, analyzer, counting: &words)
        let own = ArticleLengths(stream)
        if try norms.lengths(of: Int64(article)) != own { wrongLengths += 1 }
        lengths.append((article, own))
        collector.add(Int64(article), stream)
        if collector.isFull { drain() }
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
      // Terms may have become more frequent since.
      let limit = 2 * RareTerms.limit(of: segments.first?.articleCount ?? 0)
      let missing = leftOut.values.reduce(0) { $0 + ($1 > limit ? 1 : 0) }
      if missing > 0 {
        problems.append(
          IndexProblem(part: .impacts, detail: "\(missing) terms of many articles have no list"))
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
