import FrenchText
import SQLiteStore

extension IndexConnection {
  /// The words of all articles, counted anew: few segments, each with other articles.
  ///
  /// Complexity: linear in the texts.
  func countedWords() throws -> [VocabularySegment] {
    var segments: [VocabularySegment] = []
    var counter = WordCounter(capacity: 1 << 15)
    // One that has met no word yet: words are counted by their meetings.
    let analyzer = FrenchAnalyzer()
    let rows = try connection.prepare("SELECT texts FROM article ORDER BY id")
    while try rows.step() {
      try texts.withParts(rows, column: 0) { parts in
        for column in [parts.body, parts.title, parts.lead] {
          let text = column.bindMemory(to: UInt8.self)
          analyzer.forEachToken(in: text) { token in
            counter.count(token, in: text)
            return true
          }
        }
      }
      guard counter.count > 1 << 20 else { continue }
      segments.append(counter.segment())
      counter.removeAll()
    }
    segments.append(counter.segment())
    return segments
  }

  /// What is wrong with the vocabulary; nothing while it is known to be incomplete.
  func vocabularyProblems() throws -> [IndexProblem] {
    let table = VocabularyTable(connection)
    guard try !table.isIncomplete() else { return [] }
    let stored = try table.segments([.frequent, .rare, .appended])
    var known: Set<[UInt8]> = []
    guard VocabularyMerge(stored).forEachWord({ known.insert(Array($0.word)) }) else {
      return [IndexProblem(part: .vocabulary, detail: "its words cannot be read")]
    }
    var words = 0
    var missing = 0
    VocabularyMerge(try countedWords()).forEachWord { word in
      words += 1
      if !known.contains(Array(word.word)) { missing += 1 }
    }
    // Which of the frequent words are counted depends on the order of the articles; all are met, some may be passed over.
    guard missing * 100 > words else { return [] }
    return [
      IndexProblem(part: .vocabulary, detail: "\(missing) of \(words) words of the articles are missing")
    ]
  }
}
