import SQLiteStore

/// Reads the vocabulary when it is asked for, and keeps it until the file holds another.
final class VocabularyReader {
  /// Unowned: it belongs to what owns the connection.
  private unowned let connection: Connection
  private var known: (segments: [Int64], vocabulary: Vocabulary)?

  /// - Parameter connection: Must live as long as the reader.
  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The vocabulary.
  ///
  /// To be called in the transaction that reads.
  ///
  /// Complexity: linear in its bytes the first time, some 3 MB.
  func vocabulary() throws(SQLiteError) -> Vocabulary {
    let table = VocabularyTable(connection)
    let segments = try table.frequentSegments()
    if let known, known.segments == segments { return known.vocabulary }
    let vocabulary = Vocabulary(try table.segments([.frequent, .appended]))
    known = (segments, vocabulary)
    return vocabulary
  }
}
