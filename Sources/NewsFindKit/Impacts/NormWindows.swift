import SQLiteStore

/// Reads and changes the lengths of articles in `impact_window`; what has changed is kept in memory until ``flush()``.
final class NormWindows {
  /// What a window's row holds.
  private struct Window {
    var norms = NormWindow()
    /// The dates of its articles, in minutes since 1970; one without counts as the earliest there is.
    var earliest = Int32.max
    var latest = Int32.min
    var hasChanged = false
  }

  private let connection: Connection
  private var windows: [Int64: Window] = [:]
  private var last: (number: Int64, norms: NormWindow)?

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The lengths of an article.
  ///
  /// Complexity: O(1) for articles in the order of their rows.
  @inline(__always)
  func lengths(of article: Int64) throws(SQLiteError) -> ArticleLengths {
    let (number, slot) = NormWindow.place(of: article)
    if let last, last.number == number { return last.norms[slot] }
    let norms = try window(number).norms
    last = (number, norms)
    return norms[slot]
  }

  /// Notes a new article.
  func set(_ lengths: ArticleLengths, minutes: Int32, of article: Int64) throws(SQLiteError) {
    let (number, slot) = NormWindow.place(of: article)
    if last?.number == number { last = nil }
    var window = try take(number)
    window.norms[slot] = lengths
    window.earliest = min(window.earliest, minutes)
    window.latest = max(window.latest, minutes)
    window.hasChanged = true
    windows[number] = window
  }

  /// Notes that an article was taken out.
  func remove(_ article: Int64) throws(SQLiteError) {
    let (number, slot) = NormWindow.place(of: article)
    if last?.number == number { last = nil }
    var window = try take(number)
    window.norms[slot] = .none
    window.hasChanged = true
    windows[number] = window
  }

  /// Writes what has changed.
  ///
  /// To be called before the transaction commits.
  func flush() throws(SQLiteError) {
    let statement = try connection.cached(
      "INSERT OR REPLACE INTO impact_window(id, earliest, latest, norms) VALUES (?1, ?2, ?3, ?4)")
    for (number, window) in windows.sorted(by: { $0.key < $1.key }) where window.hasChanged {
      try statement.bind(number, at: 1).bind(Int64(window.earliest), at: 2).bind(Int64(window.latest), at: 3)
        .bind(window.norms.bytes, at: 4).run()
    }
    windows.removeAll(keepingCapacity: true)
    last = nil
  }

  private func window(_ number: Int64) throws(SQLiteError) -> Window {
    if let known = windows[number] { return known }
    let read = try self.read(number)
    windows[number] = read
    return read
  }

  /// The window, which is put back when it was changed: so its bytes are not copied.
  private func take(_ number: Int64) throws(SQLiteError) -> Window {
    if let known = windows.removeValue(forKey: number) { return known }
    return try read(number)
  }

  private func read(_ number: Int64) throws(SQLiteError) -> Window {
    let row = try connection.cached(
      "SELECT earliest, latest, norms FROM impact_window WHERE id = ?1")
    defer { row.reset() }
    guard try row.bind(number, at: 1).step() else { return Window() }
    return Window(
      norms: NormWindow(bytes: row.bytes(2)) ?? NormWindow(), earliest: Int32(clamping: row.integer(0)),
      latest: Int32(clamping: row.integer(1)))
  }
}
