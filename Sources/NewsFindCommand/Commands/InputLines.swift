import Glibc

/// The lines of a text file or of standard input ("-"), one at a time, without their line feeds.
///
/// Bytes that are not UTF-8 become U+FFFD.
struct InputLines {
  private let path: String
  private let reader: Reader

  /// Holds the open file: closed when the last copy of the lines goes.
  private final class Reader {
    let file: UnsafeMutablePointer<FILE>
    let isOwned: Bool
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0

    init(_ file: UnsafeMutablePointer<FILE>, isOwned: Bool) {
      self.file = file
      self.isOwned = isOwned
    }

    deinit {
      free(line)
      if isOwned { fclose(file) }
    }
  }

  init(_ path: String) throws(InputError) {
    self.path = path
    if path == "-" {
      guard let file = fdopen(STDIN_FILENO, "r") else { throw InputError("there is no standard input") }
      reader = Reader(file, isOwned: false)
    } else if let file = fopen(path, "r") {
      reader = Reader(file, isOwned: true)
    } else {
      throw InputError("cannot read \(path): \(String(cString: strerror(errno)))")
    }
  }

  /// The next line; `nil` at the end.
  func next() throws(InputError) -> String? {
    let count = getline(&reader.line, &reader.capacity, reader.file)
    guard count > 0, let line = reader.line else {
      // A folder can be opened, but not read.
      if ferror(reader.file) != 0 {
        throw InputError("cannot read \(path): \(String(cString: strerror(errno)))")
      }
      return nil
    }
    let bytes = UnsafeRawBufferPointer(start: line, count: count)
    let content = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    return String(decoding: content, as: UTF8.self)
  }
}
