import CMapping
import CSQLite
import Glibc

/// Maps a file as a whole that SQLite maps in part.
///
/// SQLite's library is built to map 2 GB of a file at most, whatever `PRAGMA mmap_size` says; each page behind them is a call
/// of the system, and a copy in its page cache. Here what SQLite has mapped is mapped once more, as far as the file goes,
/// without opening the file again: to close a second descriptor would lift the locks that this process holds on it.
///
/// Related SQLite documentation: <https://www.sqlite.org/mmap.html>, <https://www.sqlite.org/vfs.html>
struct WholeFileMapping {
  /// What SQLite calls for the file: `original`, but for what concerns mappings.
  private var methods: sqlite3_io_methods
  private let original: UnsafePointer<sqlite3_io_methods>
  private var start: UnsafeMutableRawPointer?
  private var count: Int64 = 0
  /// How many pages SQLite holds of it: while there are any it stays where it is.
  private var heldCount = 0

  /// The name of a file system whose files are mapped so, for `sqlite3_open_v2`; `nil` where there is none, for SQLite's own.
  static let fileSystem: String? = register("newsfind")

  /// SQLite's own file system, which does all the rest.
  ///
  /// Invariant: set once, before ``fileSystem`` is known to anybody.
  nonisolated(unsafe) private static var base: UnsafeMutablePointer<sqlite3_vfs>?
  /// Where a mapping lies behind the memory that SQLite's own file system needs for a file.
  nonisolated(unsafe) private static var place = 0

  private static func register(_ name: String) -> String? {
    guard let found = sqlite3_vfs_find(nil), found.pointee.iVersion >= 1, let copy = strdup(name) else {
      return nil
    }
    let alignment = MemoryLayout<WholeFileMapping>.alignment
    base = found
    place = (Int(found.pointee.szOsFile) + alignment - 1) / alignment * alignment
    // Both stay as long as the process does.
    let system = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    system.initialize(to: found.pointee)
    system.pointee.pNext = nil
    system.pointee.zName = UnsafePointer(copy)
    system.pointee.szOsFile = Int32(place + MemoryLayout<WholeFileMapping>.size)
    system.pointee.xOpen = { _, name, file, flags, openedFlags in
      WholeFileMapping.open(name, file, flags, openedFlags)
    }
    return sqlite3_vfs_register(system, 0) == SQLITE_OK ? name : nil
  }

  private static func open(
    _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ openedFlags: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let base, let file, let open = base.pointee.xOpen else { return SQLITE_CANTOPEN }
    let code = open(base, name, file, flags, openedFlags)
    // Logs and temporary files are not mapped.
    guard code == SQLITE_OK, flags & SQLITE_OPEN_MAIN_DB != 0, let original = file.pointee.pMethods,
      original.pointee.iVersion >= 3, original.pointee.xFetch != nil, original.pointee.xUnfetch != nil
    else { return code }
    let mapping = WholeFileMapping.address(of: file)
    mapping.initialize(to: WholeFileMapping(original))
    // The methods come first. Only SQLite looks at this pointer: its own file system tells files by what lies behind it.
    file.pointee.pMethods = UnsafePointer(
      UnsafeMutableRawPointer(mapping).assumingMemoryBound(to: sqlite3_io_methods.self))
    return code
  }

  private init(_ original: UnsafePointer<sqlite3_io_methods>) {
    self.original = original
    methods = original.pointee
    methods.xClose = { file in
      guard let file else { return SQLITE_MISUSE }
      let mapping = WholeFileMapping.address(of: file)
      mapping.pointee.unmap()
      let original = mapping.pointee.original
      file.pointee.pMethods = original
      return original.pointee.xClose?(file) ?? SQLITE_MISUSE
    }
    methods.xFetch = { file, offset, count, page in
      guard let file, let page else { return SQLITE_MISUSE }
      let mapping = WholeFileMapping.address(of: file)
      let code = mapping.pointee.original.pointee.xFetch?(file, offset, count, page) ?? SQLITE_MISUSE
      guard code == SQLITE_OK, page.pointee == nil else { return code }
      page.pointee = mapping.pointee.fetch(file, offset, Int64(count))
      return SQLITE_OK
    }
    methods.xUnfetch = { file, offset, page in
      guard let file else { return SQLITE_MISUSE }
      let mapping = WholeFileMapping.address(of: file)
      if mapping.pointee.takeBack(page) { return SQLITE_OK }
      return mapping.pointee.original.pointee.xUnfetch?(file, offset, page) ?? SQLITE_MISUSE
    }
  }

  /// A page behind what SQLite maps; `nil` where it is to be read.
  private mutating func fetch(
    _ file: UnsafeMutablePointer<sqlite3_file>, _ offset: Int64, _ count: Int64
  ) -> UnsafeMutableRawPointer? {
    let (end, isOver) = offset.addingReportingOverflow(count)
    guard offset >= 0, count > 0, !isOver else { return nil }
    if end > self.count, heldCount == 0 { map(file, atLeast: end) }
    guard let start, end <= self.count else { return nil }
    heldCount += 1
    return start + Int(offset)
  }

  /// Takes back a page, or all that is mapped where SQLite names none, for the file has changed.
  ///
  /// - Returns: False where that concerns SQLite's own mapping, too.
  private mutating func takeBack(_ page: UnsafeMutableRawPointer?) -> Bool {
    guard let page else {
      if heldCount == 0 { unmap() }
      return false
    }
    guard let start, page >= start, page < start + Int(count) else { return false }
    heldCount -= 1
    return true
  }

  private mutating func map(_ file: UnsafeMutablePointer<sqlite3_file>, atLeast end: Int64) {
    unmap()
    var size: Int64 = 0
    var first: UnsafeMutableRawPointer?
    let methods = original.pointee
    guard methods.xFileSize?(file, &size) == SQLITE_OK, size >= end,
      methods.xFetch?(file, 0, 1, &first) == SQLITE_OK, let first
    else { return }
    defer { _ = methods.xUnfetch?(file, 0, first) }
    let mapped = newsfind_map_again(first, Int(size))
    guard mapped != -1, let mapped = UnsafeMutableRawPointer(bitPattern: mapped) else { return }
    start = mapped
    count = size
  }

  private mutating func unmap() {
    if let start { munmap(start, Int(count)) }
    start = nil
    count = 0
  }

  /// Where the mapping of a file lies that was opened here.
  private static func address(
    of file: UnsafeMutablePointer<sqlite3_file>
  ) -> UnsafeMutablePointer<WholeFileMapping> {
    (UnsafeMutableRawPointer(file) + place).assumingMemoryBound(to: WholeFileMapping.self)
  }
}
