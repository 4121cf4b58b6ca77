import NewsArticles
import SQLiteStore

/// The articles of an index in the order of their dates, those without a date first.
struct SortedArticles: BatchSource {
  private var index: Result<IndexConnection, any Error>
  private let format: TextFormat
  /// The rows that are still to come, the next one last.
  private var pending: [Int64] = []

  /// - Parameters:
  ///   - path: The index.
  ///   - format: How its texts are packed; they stay so.
  init(_ path: String, _ format: TextFormat) {
    self.format = format
    index = Result { try IndexConnection(path: path, mode: .readOnly) }
    do {
      pending = try Self.order(index.get())
    } catch {
      index = .failure(error)
    }
  }

  private static func order(_ index: IndexConnection) throws -> [Int64] {
    let rows = try index.connection.prepare("SELECT id, date FROM article ORDER BY id")
    var keys: [(minutes: Int32, id: Int64)] = []
    while try rows.step() {
      let minutes = rows.optionalText(1).flatMap { ArticleDate($0) }?.minutes
      keys.append((minutes ?? ArticleTraits.noDate, rows.integer(0)))
    }
    keys.sort { ($0.minutes, $0.id) > ($1.minutes, $1.id) }
    return keys.map(\.id)
  }

  /// The next batch; what cannot be read ends the last one with why.
  mutating func next() -> PreparedBatch? {
    var batch = PreparedBatch()
    batch.format = format
    do {
      let index = try index.get()
      while batch.textBytes < PreparedBatch.capacity, batch.elements.count < PreparedBatch.articleCapacity,
        let id = pending.popLast()
      {
        try batch.append(Self.article(id, index))
      }
    } catch {
      batch.append(error)
      pending = []
    }
    return batch.elements.isEmpty ? nil : batch
  }

  private static func article(
    _ id: Int64, _ index: IndexConnection
  ) throws -> PreparedBatch.PreparedArticle {
    let row = try index.connection.cached(
      """
      SELECT \(IndexConnection.articleColumns), content_hash, url_key, file, place FROM article WHERE id = ?1
      """)
    defer { row.reset() }
    guard try row.bind(id, at: 1).step() else {
      throw SQLiteError(code: .corrupt, message: "article \(id) was lost while articles were sorted")
    }
    var prepared = PreparedBatch.PreparedArticle(
      read: ReadArticle(try index.article(row), path: ""), path: "", hash: row.bytes(9),
      urlKey: row.isNull(10) ? nil : row.integer(10))
    prepared.packed = row.bytes(1)
    prepared.source = ArticleWriter.Source(file: row.integer(11), place: row.optionalText(12))
    return prepared
  }
}
