import Glibc

/// What the file system says of a path.
enum FileStatus {
  /// Whether something is there; true also when that cannot be found out.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR)
  }

  /// Whether nothing is there, for sure: what cannot be looked at is not gone.
  static func isGone(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// When a file was last written, in nanoseconds since 1970.
  static func modified(_ status: stat) -> Int64 {
    Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file is gone: also where a folder has taken its place.
  static func isGoneFile(_ path: String) -> Bool { isGone(path) || isFolder(path) }

  /// Whether a pipe, a device or a socket is there.
  static func isStream(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// The names of the folders in a folder, links to folders left out; none where it cannot be read.
  static func folders(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let kind = Int(entry.pointee.d_type)
      guard kind == Int(DT_DIR) || kind == Int(DT_UNKNOWN) else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      if kind == Int(DT_UNKNOWN) {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
      }
      names.append(name)
    }
    return names
  }

  /// The files that this process writes its output and its messages to; none where that is no file.
  static var outputFiles: [String] {
    ["/dev/stdout", "/dev/stderr"].filter { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
  }

  /// Whether new files may be made in the folder of a file.
  static func canAddFiles(beside path: String) -> Bool {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return access(slash.map { String(path[...$0]) } ?? ".", W_OK | X_OK) == 0
  }

  /// Whether a file of no bytes is there.
  static func isEmptyFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
  }

  /// Tells a file from all others that are there at the same time, whatever their names.
  struct Identity: Hashable, Sendable {
    private let device: dev_t
    private let number: ino_t

    fileprivate init(_ status: stat) {
      device = status.st_dev
      number = status.st_ino
    }
  }

  /// By what it shows that an index was written: its size and time, and the size of its log.
  struct Version: Hashable, Sendable {
    private let size: Int
    private let modified: Int64
    private let logSize: Int

    init(_ path: String) {
      var status = stat()
      let isThere = stat(path, &status) == 0
      size = isThere ? Int(status.st_size) : 0
      modified = isThere ? FileStatus.modified(status) : 0
      logSize = FileStatus.size(path + "-wal")
    }
  }

  /// Which file is at a path; `nil` where there is none.
  static func identity(_ path: String) -> Identity? {
    var status = stat()
    return stat(path, &status) == 0 ? Identity(status) : nil
  }

  /// The size of a file in bytes; 0 where there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
