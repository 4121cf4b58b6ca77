import SQLiteStore

/// The table of the files that an index was made from.
struct SourceFiles {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The number of the file at an absolute path, which is in doubt until ``close(_:_:articles:shared:)``.
  func open(_ path: String, name: String) throws(SQLiteError) -> Int64 {
    let insert = try connection.cached(
      """
      INSERT INTO source_file(path, name) VALUES (?1, ?2)
      ON CONFLICT(path) DO UPDATE SET name = ?2, size = NULL, hash = NULL
      """)
    try insert.bind(path, at: 1).bind(name, at: 2).run()
    return try number(path) ?? 0
  }

  /// Notes that all of a file is in the index.
  ///
  /// - Parameters:
  ///   - file: Its number.
  ///   - stamp: By what it will be known.
  ///   - articles: How many articles it is the source of.
  ///   - shared: How many others it holds that have another source.
  /// - Throws: ``SQLiteError``.
  func close(_ file: Int64, _ stamp: FileStamp, articles: Int, shared: Int) throws(SQLiteError) {
    let update = try connection.cached(
      """
      UPDATE source_file SET size = ?2, modified = ?3, read_at = ?4, hash = ?5, articles = ?6, shared = ?7
      WHERE id = ?1
      """)
    try update.bind(file, at: 1).bind(Int64(stamp.size), at: 2).bind(stamp.modified, at: 3)
      .bind(stamp.readAt, at: 4).bind(stamp.hash, at: 5).bind(Int64(articles), at: 6)
      .bind(Int64(shared), at: 7).run()
  }

  /// Notes by what a file will be known that is as it was.
  func restamp(_ file: Int64, _ stamp: FileStamp) throws(SQLiteError) {
    let update = try connection.cached(
      "UPDATE source_file SET modified = ?2, read_at = ?3, hash = ?4 WHERE id = ?1")
    try update.bind(file, at: 1).bind(stamp.modified, at: 2).bind(stamp.readAt, at: 3)
      .bind(stamp.hash, at: 4).run()
  }

  /// Notes that a file has another path; the ids of articles that are named after it follow.
  func move(_ file: Int64, to path: String, name: String, _ stamp: FileStamp) throws(SQLiteError) {
    let before = try connection.cached("SELECT name FROM source_file WHERE id = ?1")
    let oldName = try before.bind(file, at: 1).step() ? before.text(0) : ""
    before.reset()
    // What another file at that path left behind holds no articles any more, or it would be known.
    try connection.cached("UPDATE source_file SET path = ?2, name = ?3 WHERE id = ?1").bind(file, at: 1)
      .bind(path, at: 2).bind(name, at: 3).run()
    try restamp(file, stamp)
    guard oldName != name, !oldName.isEmpty else { return }
    // An id that another article has already stays with that one.
    let rename = try connection.cached(
      """
      UPDATE OR IGNORE article SET document_id = ?3 || substr(document_id, length(?2) + 1)
      WHERE file = ?1 AND (document_id = ?2 OR substr(document_id, 1, length(?2) + 1) IN (?2 || ':', ?2 || '!'))
      """)
    try rename.bind(file, at: 1).bind(oldName, at: 2).bind(name, at: 3).run()
  }

  /// The number of articles that a file is the source of.
  func articleCount(_ file: Int64) throws(SQLiteError) -> Int {
    let statement = try connection.cached("SELECT count(*) FROM article WHERE file = ?1")
    defer { statement.reset() }
    return try statement.bind(file, at: 1).step() ? Int(statement.integer(0)) : 0
  }

  /// The number of the file at an absolute path; `nil` where none is known.
  func number(_ path: String) throws(SQLiteError) -> Int64? {
    let statement = try connection.cached("SELECT id FROM source_file WHERE path = ?1")
    defer { statement.reset() }
    return try statement.bind(path, at: 1).step() ? statement.integer(0) : nil
  }

  /// The absolute path of a file; `nil` where there is none of that number.
  func path(_ file: Int64) throws(SQLiteError) -> String? {
    let statement = try connection.cached("SELECT path FROM source_file WHERE id = ?1")
    defer { statement.reset() }
    return try statement.bind(file, at: 1).step() ? statement.text(0) : nil
  }

  /// Forgets files that are gone and the source of nothing any more.
  func forgetGone() throws(SQLiteError) {
    let empty = try connection.prepare(
      "SELECT id, path FROM source_file WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.file = source_file.id)"
    )
    var gone: [Int64] = []
    while try empty.step() {
      let path = empty.text(1)
      if FileStatus.isGoneFile(path) { gone.append(empty.integer(0)) }
    }
    for file in gone {
      try connection.cached("DELETE FROM source_file WHERE id = ?1").bind(file, at: 1).run()
    }
  }
}
