import NewsArticles
import SQLiteStore

/// Which articles of an index a run has found a source for.
struct SourceCoverage {
  private let roots: SourceRoots
  private var seen = RowSet()
  /// The files that need not be read.
  private var unreadFiles = RowSet()
  /// Files and folders of which something could not be read: what the index holds of them is not gone.
  private var doubtful: Set<String> = []

  init(_ roots: SourceRoots) {
    self.roots = roots
  }

  /// Notes that the source of an article was found.
  mutating func add(_ row: Int64) { seen.insert(row) }

  /// Whether the source of an article was found.
  func holds(_ row: Int64) -> Bool { seen.contains(row) }

  /// Notes that a file is as it was: all its articles are there.
  mutating func addUnread(_ file: Int64) { unreadFiles.insert(file) }

  /// Whether a file was found as it was.
  func wasUnread(_ file: Int64) -> Bool { unreadFiles.contains(file) }

  /// Notes that something at a path could not be read.
  mutating func addDoubtful(_ path: String) { doubtful.insert(path) }

  /// The rows of articles whose source, under one of the roots, is gone.
  ///
  /// A root that does not exist says nothing: it may be a medium that is not there today.
  func gone(from connection: Connection) throws(SQLiteError) -> [Int64] {
    let rows = try connection.prepare(
      "SELECT article.id, source_file.path || coalesce(place, ''), file FROM article JOIN source_file ON source_file.id = file"
    )
    var gone: [Int64] = []
    while try rows.step() {
      let id = rows.integer(0)
      guard !seen.contains(id), !unreadFiles.contains(rows.integer(2)) else { continue }
      let path = rows.text(1)
      if roots.contains(path), !isDoubtful(path) { gone.append(id) }
    }
    return gone
  }

  /// Whether the path, or a folder on its way, is doubtful.
  private func isDoubtful(_ path: String) -> Bool {
    guard !doubtful.isEmpty else { return false }
    // By bytes: a slash before an accent is no character of its own.
    var part = path.utf8[...]
    while !part.isEmpty {
      if doubtful.contains(String(decoding: part, as: UTF8.self)) { return true }
      guard let slash = part.lastIndex(of: UInt8(ascii: "/")) else { return false }
      part = part[..<slash]
      // An archive of which something could not be read.
      if part.last == UInt8(ascii: "!"), doubtful.contains(String(decoding: part.dropLast(), as: UTF8.self)) {
        return true
      }
    }
    return false
  }
}

extension Rejection {
  /// A second article with the same id, in one run.
  static func repeatedID(of read: ReadArticle) -> Rejection {
    Rejection(
      path: read.path, line: read.line,
      reason: "another article with the id '\(read.article.id)' was read before it: ids must differ")
  }
}
