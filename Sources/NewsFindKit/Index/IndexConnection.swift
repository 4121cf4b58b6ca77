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
  let phrases: PhrasePostings
  let collector: CandidateCollector
  /// Whether articles are only collected in it: without full text and traits.
  var isStaging = false

  /// - Throws: ``NewsIndexError/cannotOpen(path:detail:)`` for a folder, else ``SQLiteError``.
  init(path: String, mode: Connection.Mode) throws {
    // SQLite would open it and fail to read, which sounds like a broken disk.
    if FileStatus.isFolder(path) { throw NewsIndexError.cannotOpen(path: path, detail: "it is a folder") }
    self.path = path
    connection = try Connection(path: path, mode: mode)
    connection.setBusyTimeout(milliseconds: 5_000)
    let analyzer = FrenchAnalyzer()
    let tokenizer = FrenchTokenizer(analyzer)
    let texts = TextStore(connection)
    self.texts = texts
    traits = TraitReader(connection)
    vocabulary = VocabularyReader(connection)
    impacts = ImpactReader(connection)
    phrases = PhrasePostings(impacts)
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

  /// Whether it holds no article.
  var isEmpty: Bool { (try? connection.integer("SELECT 1 FROM article LIMIT 1")) != 1 }

  /// Opens an index to read it.
  ///
  /// - Throws: ``NewsIndexError``.
  static func reader(_ path: String) throws -> IndexConnection {
    try NewsIndexError.translating(path) {
      guard FileStatus.exists(path) else { throw NewsIndexError.noIndex(path: path) }
      let reader = try verifiedReader(path)
      // The file may be mapped instead of copied page by page; beyond SQLite's own limit it reads as usual.
      try reader.connection.execute("PRAGMA mmap_size = 2147418112")
      return reader
    }
  }

  private static func verifiedReader(_ path: String) throws -> IndexConnection {
    do {
      let reader = try IndexConnection(path: path, mode: .readOnly)
      try IndexSchema.verify(reader.connection, path: path)
      return reader
    } catch let error as SQLiteError where [.cannotOpen, .readOnly].contains(error.code.primary) {
      // On a medium that cannot be written SQLite cannot make its shared-memory file; nobody else writes there either.
      let reader = try IndexConnection(path: path, mode: .immutable)
      try IndexSchema.verify(reader.connection, path: path)
      return reader
    }
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
      // Debian's SQLite overwrites what it frees with zeros unless told otherwise; news are public.
      try connection.execute(
        "PRAGMA secure_delete = OFF; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY"
      )
      return writer
    }
  }
}
