import Glibc
import SQLiteStore

extension IndexConnection {
  /// How the files that the index was made from differ from what it knows of them.
  ///
  /// Complexity: linear in the files; those whose time has changed are read.
  func sourceProblems() throws -> [IndexProblem] {
    var gone = Finding("no longer there")
    var unreadable = Finding("not readable")
    var changed = Finding("not as they were indexed")
    var unfinished = Finding("not wholly in the index")
    let rows = try connection.prepare("SELECT path, size, modified, hash FROM source_file ORDER BY path")
    while try rows.step() {
      let path = rows.text(0)
      var status = stat()
      if FileStatus.isGone(path) {
        gone.add(path)
      } else if stat(path, &status) != 0 || access(path, R_OK) != 0 {
        unreadable.add(path)
      } else if rows.isNull(1) {
        unfinished.add(path)
      } else {
        let isSame =
          Int64(status.st_size) == rows.integer(1)
          && (FileStatus.modified(status) == rows.integer(2) || FileHash.of(path) == rows.bytes(3))
        if !isSame { changed.add(path) }
      }
    }
    return [gone, unreadable, changed, unfinished].compactMap(\.problem)
  }

  /// Files of which the same is to be said.
  private struct Finding {
    private let text: String
    private var count = 0
    private var first = ""

    init(_ text: String) {
      self.text = text
    }

    mutating func add(_ path: String) {
      if count == 0 { first = path }
      count += 1
    }

    var problem: IndexProblem? {
      count == 0
        ? nil : IndexProblem(part: .sources, detail: "files \(text): \(count), \(first) first")
    }
  }
}
