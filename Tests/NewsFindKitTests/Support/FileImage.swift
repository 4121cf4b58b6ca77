import TestSupport

/// What a file held at some time, to be compared with what it holds later.
///
/// A failed comparison says so in a few words: the bytes themselves would fill the screen.
struct FileImage: Equatable, CustomStringConvertible {
  private let bytes: [UInt8]

  init(_ path: String) {
    bytes = TextFile.bytes(path)
  }

  var description: String { "\(bytes.count) bytes, hash \(String(bytes.hashValue, radix: 16))" }
}

extension FileImage: CustomReflectable {
  var customMirror: Mirror { Mirror(self, children: []) }
}
