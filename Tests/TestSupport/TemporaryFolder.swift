import Glibc

/// A folder that is made for a test and taken away with the last reference.
package final class TemporaryFolder {
  package let path: String

  package init() {
    var template = Array("/tmp/newsfind-test-XXXXXX".utf8CString)
    // A test cannot go on without its folder.
    precondition(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Self.remove(path)
  }

  /// The path of a file in the folder.
  package func file(_ name: String) -> String {
    "\(path)/\(name)"
  }

  /// Writes a file in the folder, and makes the folders on its way.
  ///
  /// - Returns: Its path.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, to name: String) -> String {
    let parts = name.split(separator: "/")
    for count in 1..<max(parts.count, 1) {
      mkdir("\(path)/\(parts.prefix(count).joined(separator: "/"))", 0o777)
    }
    let whole = file(name)
    let content = Array(bytes)
    let descriptor = open(whole, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    precondition(descriptor >= 0)
    var done = 0
    while done < content.count {
      let count = content.withUnsafeBytes {
        Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: $0[done...]).baseAddress, content.count - done)
      }
      precondition(count > 0)
      done += count
    }
    close(descriptor)
    return whole
  }

  /// Writes a text file in the folder.
  @discardableResult
  package func write(_ text: String, to name: String) -> String {
    write(Array(text.utf8), to: name)
  }

  private static func remove(_ path: String) {
    chmod(path, 0o700)
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let child = "\(path)/\(name)"
        if entry.pointee.d_type == UInt8(DT_DIR) { remove(child) } else { unlink(child) }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
