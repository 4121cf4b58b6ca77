import FrenchText
import SQLiteStore

/// Counts the words of the articles that a run puts into the index, and writes them when it ends.
///
/// Until then the file says that words are missing; a run that finds this of one before it, which was killed, counts all
/// articles. Words of articles that are taken out or changed stay counted until the vocabulary is made anew.
final class VocabularyWriter {
  private let index: IndexConnection
  private let table: VocabularyTable
  /// The words of the articles that are put, while they are not written.
  var counter = WordCounter(capacity: 1 << 15)
  private var isMarked = false
  private var isEarlierRunBroken = false

  /// More words than this are written before the run ends, so that memory stays bounded: some 60 MB.
  private static let counterLimit = 1 << 19

  init(_ index: IndexConnection) {
    self.index = index
    table = VocabularyTable(index.connection)
  }

  /// Counts the words of those articles of a batch that were written, unless they were counted when they were.
  ///
  /// - Parameters:
  ///   - batch: If it was analyzed ahead, the words of all its articles are known together.
  ///   - isWritten: For each element of the batch.
  func count(_ batch: PreparedBatch, _ isWritten: [Bool]) {
    guard let words = batch.words else { return }
    let articles = zip(batch.elements, isWritten).compactMap { element, isWritten in
      if case .article(let prepared) = element {
        (article: prepared.read.article, isWritten: isWritten)
      } else {
        nil
      }
    }
    if articles.allSatisfy(\.isWritten) { return counter.add(words) }
    for (article, isWritten) in articles where isWritten {
      _ = TermStream(ArticleTexts(article).columns, index.analyzer, counting: &counter)
    }
  }

  /// Makes ready for a commit in the midst of a run.
  func prepareCommit() throws(SQLiteError) {
    guard counter.count > 0 else { return }
    try mark()
    guard counter.count > Self.counterLimit else { return }
    try table.insert(counter.segment(), as: .appended)
    counter.removeAll()
  }

  /// Makes ready for the last commit of a run.
  func finish() throws {
    if !isMarked { isEarlierRunBroken = try table.isIncomplete() }
    if isEarlierRunBroken {
      try table.replaceAll(by: index.countedWords())
    } else if counter.count > 0 {
      try table.insert(counter.segment(), as: .appended)
      try table.tidy()
    }
    if isMarked || isEarlierRunBroken { try table.set(isIncomplete: false) }
    counter.removeAll()
    isMarked = false
    isEarlierRunBroken = false
  }

  private func mark() throws(SQLiteError) {
    guard !isMarked else { return }
    isEarlierRunBroken = try table.isIncomplete()
    try table.set(isIncomplete: true)
    isMarked = true
  }
}
