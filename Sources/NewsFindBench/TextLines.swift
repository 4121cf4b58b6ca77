import Glibc

/// The lines of a file, one after the other.
final class TextLines {
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// Opens a file.
  init(_ path: String) throws(BenchError) {
    guard let file = fopen(path, "r") else { throw .unreadable(path: path) }
    self.file = file
  }

  deinit {
    fclose(file)
    free(buffer)
  }

  /// The next line without its end; `nil` at the end of the file.
  func next() -> String? {
    var count = getline(&buffer, &capacity, file)
    guard count >= 0, let buffer else { return nil }
    if count > 0, buffer[count - 1] == CChar(UInt8(ascii: "\n")) { count -= 1 }
    return String(decoding: UnsafeRawBufferPointer(start: buffer, count: count), as: UTF8.self)
  }
}
