import FrenchText
import SQLiteStore

/// A connection to an index file with all that it needs: the tokenizer, the scorer, the analyzer.
///
/// Used by one thread at a time.
final class IndexConnection {
  let path: String
  let connection: Connection
  let analyzer: FrenchAnalyzer
  let tokenizer: FrenchTokenizer
  let texts: TextStore
  let traits: TraitReader
  let written: WrittenWords
  let vocabulary: VocabularyReader
  let impacts: ImpactReader
  let fullText: FullTextPostings
  let collector: CandidateCollector
  /// Empty sums for the next search that needs some: three megabytes for a million articles.
  var spareSums: PostingSums?
  /// The file when it was opened as one that nobody writes; `nil` where SQLite notices what others write.
  private let versionOpened: FileStatus.Version?
  /// Whether articles are only collected in it: without full text and traits.
  var isStaging = false

  /// For so many milliseconds a statement waits for what others have locked.
  static let busyTimeout: Int32 = 5_000

  /// - Throws: ``NewsIndexError/cannotOpen(path:detail:)`` for a folder, else ``SQLiteError``.
  init(path: String, mode: Connection.Mode) throws {
    // SQLite would open it and fail to read, which sounds like a broken disk.
    if FileStatus.isFolder(path) { throw NewsIndexError.cannotOpen(path: path, detail: "it is a folder") }
    self.path = path
    versionOpened = mode == .immutable ? FileStatus.Version(path) : nil
    connection = try Connection(path: path, mode: mode)
    connection.setBusyTimeout(milliseconds: Self.busyTimeout)
    let analyzer = FrenchAnalyzer()
    let tokenizer = FrenchTokenizer(analyzer)
    let texts = TextStore(connection)
    self.texts = texts
    traits = TraitReader(connection)
    vocabulary = VocabularyReader(connection)
    impacts = ImpactReader(connection)
    let phrases = PhrasePostings(impacts)
    fullText = FullTextPostings(connection, impacts, phrases)
    written = WrittenWords(StoredTexts(connection, texts), analyzer)
    collector = CandidateCollector(traits, written)
    self.analyzer = analyzer
    self.tokenizer = tokenizer
    try connection.register(tokenizer: FrenchTokenizer.name) { tokenizer }
    try connection.register(auxiliary: CandidateCollector.name, collector)
    try connection.register(auxiliary: PhrasePostings.name, phrases)
    try connection.register(function: TextStore.functionName, argumentCount: 2) {
      call throws(SQLiteError) in try texts.answer(call)
    }
  }

  /// Whether somebody has written after all to a file that was opened as one that nobody writes.
  var isOutdated: Bool { versionOpened.map { $0 != FileStatus.Version(path) } ?? false }

  /// Whether it holds no article.
  func isEmpty() throws(SQLiteError) -> Bool {
    try connection.integer("SELECT 1 FROM article LIMIT 1") == nil
  }

  /// Opens an index to read it.
  ///
  /// - Throws: ``NewsIndexError``.
  static func reader(_ path: String) throws -> IndexConnection {
    try NewsIndexError.translating(path) {
      guard FileStatus.exists(path) else { throw NewsIndexError.noIndex(path: path) }
      let reader = try reading(path) { mode in
        let reader = try IndexConnection(path: path, mode: mode)
        try IndexSchema.verify(reader.connection, path: path)
        return reader
      }
      // The file is mapped instead of copied page by page: as far as SQLite can, and by its file system as a whole. What is in the
      // log is still copied.
      try reader.connection.execute("PRAGMA mmap_size = 2147418112; PRAGMA cache_size = -16384")
      return reader
    }
  }

  /// Opens an index to read it in the way that its place allows.
  ///
  /// Where a folder cannot be written SQLite cannot make its shared-memory file; then the file is read as one that nobody
  /// writes, but only if all that was committed is in it.
  ///
  /// - Parameters:
  ///   - path: The index file.
  ///   - open: Opens it, and reads something: only then it shows whether SQLite can read.
  /// - Returns: What `open` returns.
  /// - Throws: What `open` throws.
  static func reading<Result, Failure: Error>(
    _ path: String, _ open: (Connection.Mode) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    do throws(Failure) {
      return try open(.readOnly)
    } catch {
      let code = (error as? SQLiteError)?.code
      if code == .needsRollback, rollBack(path) { return try open(.readOnly) }
      guard let code = code?.primary, [.cannotOpen, .readOnly].contains(code),
        !FileStatus.canAddFiles(beside: path), FileStatus.size(path + "-wal") == 0
      else { throw error }
      return try open(.immutable)
    }
  }

  /// Takes back what a writer has left that was killed while it made the file.
  ///
  /// - Returns: Whether that was possible.
  private static func rollBack(_ path: String) -> Bool {
    guard let connection = try? Connection(path: path, mode: .readWrite) else { return false }
    connection.setBusyTimeout(milliseconds: Self.busyTimeout)
    return (try? connection.integer("PRAGMA schema_version")) != nil
  }

  /// An empty index that is nowhere on disk.
  static func inMemory() throws -> IndexConnection {
    let index = try IndexConnection(path: ":memory:", mode: .create)
    try IndexSchema.create(in: index.connection)
    return index
  }

  /// Opens an index to write, and makes it where there is none.
  ///
  /// - Throws: ``NewsIndexError``.
  static func writer(_ path: String, create: Bool) throws -> IndexConnection {
    try NewsIndexError.translating(path) {
      if !create, !FileStatus.exists(path) { throw NewsIndexError.noIndex(path: path) }
      let writer = try IndexConnection(path: path, mode: create ? .create : .readWrite)
      let connection = writer.connection
      do {
        if create {
          // Others may be making it at the same time.
          try Patience.trying(for: .seconds(5)) {
            if try IndexSchema.isEmpty(connection) { try IndexSchema.create(in: connection) }
          }
        }
      } catch let error as SQLiteError where error.code.primary == .notADatabase {
        throw NewsIndexError.notAnIndex(path: path)
      }
      try IndexSchema.verify(connection, path: path)
      // Debian's SQLite overwrites what it frees with zeros unless told otherwise; news are public. A larger cache makes no run
      // faster, and memory that is touched for the first time is dear.
      try connection.execute(
        "PRAGMA secure_delete = OFF; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -24576; PRAGMA temp_store = MEMORY"
      )
      return writer
    }
  }
}
