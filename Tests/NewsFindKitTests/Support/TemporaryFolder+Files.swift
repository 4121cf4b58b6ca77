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

  /// How many files of the folder this process has open.
  var openFileCount: Int {
    guard let stream = opendir("/proc/self/fd") else { return 0 }
    defer { closedir(stream) }
    var count = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var target = [CChar](repeating: 0, count: 4_096)
      let length = readlink("/proc/self/fd/\(name)", &target, target.count)
      guard length > 0 else { continue }
      let file = String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if file.hasPrefix(path) { count += 1 }
    }
    return count
  }
}
