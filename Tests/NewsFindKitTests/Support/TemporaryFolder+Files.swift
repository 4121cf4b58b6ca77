import Glibc
import TestSupport

extension TemporaryFolder {
  /// Removes a file of the folder.
  func removeFile(_ name: String) {
    unlink(file(name))
  }

  /// Moves a file or a folder within the folder.
  func move(_ name: String, to newName: String) {
    rename(file(name), file(newName))
  }

  /// The names of what lies in the folder, sorted.
  var names: [String] { Self.names(in: path).sorted() }

  /// How many files of the folder this process has open.
  var openFileCount: Int {
    var count = 0
    for name in Self.names(in: "/proc/self/fd") {
      var target = [CChar](repeating: 0, count: 4_096)
      let length = readlink("/proc/self/fd/\(name)", &target, target.count)
      guard length > 0 else { continue }
      let file = String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if file.hasPrefix(path) { count += 1 }
    }
    return count
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
