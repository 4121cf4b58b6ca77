import NewsArticles
import SQLiteStore

/// Decides what becomes of each article that is read, and does it, or only counts it.
///
/// An article is known by its id. Of two files that hold one id with different contents the first that a run comes to stays:
/// which of them is right only their owner knows. Two articles of one address and title are one, that of the first file.
/// An article whose file is gone goes over to the file in which it is found again.
struct ArticleIntake {
  private let index: IndexConnection
  private(set) var files: SourceFiles
  var writer: ArticleWriter
  private(set) var coverage: SourceCoverage
  /// The files that are looked at, by their absolute paths; all of the roots where `nil`.
  private let selection: PathSelection?
  private let roots: SourceRoots
  var summary = ReindexSummary()
  private let onRejection: (@Sendable (Rejection) -> Void)?
  private var file = OpenFile()
  /// What would be in the index by now; `nil` where all is really written.
  private var imagined: ImaginedArticles?

  /// The file that articles come from at present.
  private struct OpenFile {
    var id: Int64 = 0
    var path = ""
    /// How many articles it is the source of, and how many others it holds.
    var articles = 0
    var shared = 0
    /// Whether something in it was rejected.
    var isDoubtful = false
  }

  /// - Parameters:
  ///   - index: Where the articles go.
  ///   - roots: The paths that are read.
  ///   - isDry: Whether nothing is to be written.
  ///   - selection: What is looked at of the paths; everything where `nil`.
  ///   - onRejection: Is told of each input that could not be read.
  /// - Throws: ``SQLiteError``.
  init(
    _ index: IndexConnection, _ roots: SourceRoots, isDry: Bool, only selection: PathSelection? = nil,
    onRejection: (@Sendable (Rejection) -> Void)? = nil
  ) throws {
    self.onRejection = onRejection
    self.index = index
    self.roots = roots
    self.selection = selection.map { $0.map(roots.absolute) }
    files = SourceFiles(index.connection)
    writer = try ArticleWriter(index, isVisible: true)
    coverage = SourceCoverage(roots)
    imagined = isDry ? ImaginedArticles() : nil
  }

  /// Takes what comes next.
  ///
  /// - Returns: Whether it is an article whose texts were written.
  mutating func take(_ element: PreparedBatch.Element) throws -> Bool {
    switch element {
    case .rejection(let rejection, let path): reject(rejection, path)
    case .file(let event): try take(event)
    case .failure(let error): throw error
    case .article(let prepared):
      if prepared.read.isRepaired { summary.repaired += 1 }
      let written = summary.added + summary.changed
      try take(prepared)
      return summary.added + summary.changed > written
    }
    return false
  }

  private mutating func reject(_ rejection: Rejection, _ path: String) {
    summary.reject(rejection)
    onRejection?(rejection)
    coverage.addDoubtful(path)
    file.isDoubtful = true
  }

  private mutating func take(_ event: FileScreening.Event) throws {
    switch event {
    case .opened(let path, let name):
      file = OpenFile()
      file.path = path
      file.id = try imagined == nil ? files.open(path, name: name) : files.number(path) ?? 0
    case .read(let stamp):
      if imagined == nil, let stamp, !file.isDoubtful {
        try files.close(file.id, stamp, articles: file.articles, shared: file.shared)
      }
      file = OpenFile()
    case .unchanged(let known, let stamp):
      coverage.addUnread(known)
      summary.unchanged += try files.articleCount(known)
      if imagined == nil, let stamp { try files.restamp(known, stamp) }
    case .moved(let known, let path, let name, let stamp):
      coverage.addUnread(known)
      summary.moved += try files.articleCount(known)
      if imagined == nil { try files.move(known, to: path, name: name, stamp) }
    case .unsettled(let path):
      coverage.addDoubtful(path)
    case .failed(let error): throw error
    }
  }

  private mutating func take(_ prepared: PreparedBatch.PreparedArticle) throws {
    let article = prepared.read.article
    if let known = try imagined?.known(article.id) ?? writer.known(article.id) {
      try take(prepared, over: known)
    } else if let twin = try twin(of: prepared) {
      if try coverage.holds(twin.id) || isThere(twin) {
        summary.duplicates += 1
        file.shared += 1
      } else if twin.hash == prepared.hash {
        try move(twin, prepared)
      } else {
        try write(prepared, replacing: twin)
      }
    } else {
      try write(prepared, replacing: nil)
    }
  }

  /// Takes an article whose id the index knows.
  private mutating func take(
    _ prepared: PreparedBatch.PreparedArticle, over known: ArticleWriter.Known
  ) throws {
    let isSeen = coverage.holds(known.id)
    if known.hash == prepared.hash {
      if try known.file == file.id || isSeen || isThere(known) {
        summary.unchanged += 1
        if known.file != file.id { file.shared += 1 } else if !isSeen { file.articles += 1 }
        coverage.add(known.id)
      } else {
        try move(known, prepared)
      }
    } else if try isSeen || (known.file != file.id && isPassedBy(known)) {
      reject(.repeatedID(of: prepared.read), prepared.path)
    } else {
      try write(prepared, replacing: known)
    }
  }

  private mutating func move(_ known: ArticleWriter.Known, _ prepared: PreparedBatch.PreparedArticle) throws {
    if imagined == nil {
      try writer.move(known.id, to: source(prepared), documentID: prepared.read.article.id)
    }
    summary.moved += 1
    file.articles += 1
    coverage.add(known.id)
  }

  private mutating func write(
    _ prepared: PreparedBatch.PreparedArticle, replacing known: ArticleWriter.Known?
  ) throws {
    let row: Int64
    if imagined != nil {
      row = try known?.id ?? imagined?.newRow(after: index.connection) ?? 0
      imagined?.write(prepared, ArticleWriter.Known(id: row, hash: prepared.hash, file: file.id))
    } else {
      row = try writer.put(prepared, from: source(prepared), replacing: known?.id)
    }
    if known == nil { summary.added += 1 } else { summary.changed += 1 }
    file.articles += 1
    coverage.add(row)
  }

  /// The article of the index that stands at the same address under the same title.
  private func twin(of prepared: PreparedBatch.PreparedArticle) throws -> ArticleWriter.Known? {
    guard let key = prepared.urlKey else { return nil }
    if let known = imagined?.known(urlKey: key, title: prepared.read.article.title) { return known }
    guard let known = try writer.known(urlKey: key) else { return nil }
    return try writer.title(of: known.id) == prepared.read.article.title ? known : nil
  }

  /// Whether the file that an article came from is still there, or may be.
  private func isThere(_ known: ArticleWriter.Known) throws -> Bool {
    guard known.file != file.id, let path = try files.path(known.file) else { return known.file == file.id }
    return !FileStatus.isGoneFile(path)
  }

  /// Whether the file that an article came from stands as it was when this run began, or is not looked at by it.
  private func isPassedBy(_ known: ArticleWriter.Known) throws -> Bool {
    if coverage.wasUnread(known.file) { return true }
    guard let selection, let path = try files.path(known.file), !selection.contains(path) else {
      return false
    }
    return roots.contains(path) && !FileStatus.isGoneFile(path)
  }

  private func source(_ prepared: PreparedBatch.PreparedArticle) -> ArticleWriter.Source {
    let path = prepared.path.utf8
    guard path.count > file.path.utf8.count, path.starts(with: file.path.utf8) else {
      return ArticleWriter.Source(file: file.id)
    }
    return ArticleWriter.Source(
      file: file.id, place: String(decoding: path.dropFirst(file.path.utf8.count), as: UTF8.self))
  }
}
