/// Cuts a stream of JSON into its outermost objects, whether an array holds them or not.
///
/// Memory grows with the largest object, not with the stream.
struct JSONObjects {
  /// What stands at one place of the stream.
  enum Object {
    /// An object, from its brace to the one that closes it.
    case bytes(ArraySlice<UInt8>)
    /// Something else.
    case other
  }

  /// The largest object that is read, in bytes.
  static let maximum = 32 << 20

  private static let chunk = 1 << 18

  private let bytes: any ByteSource
  private var buffer: [UInt8]
  private var position = 0
  private var isAtEnd = false
  /// The number of the object that was handed out last, from 1.
  private(set) var number = 0

  /// - Parameters:
  ///   - bytes: What follows `head`.
  ///   - head: The beginning, read already.
  init(_ bytes: any ByteSource, head: [UInt8]) {
    self.bytes = bytes
    buffer = head
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next object; `nil` at the end.
  ///
  /// - Throws: Why the stream ends within an object, or cannot be read on.
  mutating func next() throws(ReadFailure) -> Object? {
    var isOther = false
    while try fill() {
      switch buffer[position] {
      case UInt8(ascii: "{"):
        if isOther { return .other }
        number += 1
        return .bytes(try takeObject())
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","): position += 1
      case UInt8(ascii: "\""):
        if !isOther { number += 1 }
        isOther = true
        position += 1
        while try fill(), buffer[position] != UInt8(ascii: "\"") {
          if buffer[position] == UInt8(ascii: "\\") { position += 1 }
          position += 1
        }
        position += 1
      default:
        if !isOther { number += 1 }
        isOther = true
        position += 1
      }
    }
    return isOther ? .other : nil
  }

  /// Whether there is a byte at the position, read if need be.
  private mutating func fill() throws(ReadFailure) -> Bool {
    while position >= buffer.count {
      guard !isAtEnd else { return false }
      position -= buffer.count
      buffer.removeAll(keepingCapacity: true)
      isAtEnd = try !bytes.read(Self.chunk, into: &buffer)
    }
    return true
  }

  /// Takes the object that begins at the position.
  private mutating func takeObject() throws(ReadFailure) -> ArraySlice<UInt8> {
    var scan = ObjectScan()
    var index = position
    while true {
      if let end = scan.end(in: buffer, from: index) {
        defer { position = end }
        return buffer[position..<end]
      }
      guard buffer.count - position <= Self.maximum else {
        throw ReadFailure("an object larger than \(Self.maximum >> 20) MB: reading stopped here")
      }
      index = buffer.count - position
      buffer.removeFirst(position)
      position = 0
      guard try bytes.read(Self.chunk, into: &buffer) else { throw ReadFailure("the last object is cut off") }
    }
  }

  /// Counts braces, but for those in texts.
  private struct ObjectScan {
    private var depth = 0
    private var isText = false
    private var isEscape = false

    /// Where the object ends; `nil` if it goes on behind the bytes.
    mutating func end(in bytes: [UInt8], from start: Int) -> Int? {
      bytes.withUnsafeBufferPointer { bytes in
        for index in start..<bytes.count {
          let byte = bytes[index]
          if isText {
            if isEscape {
              isEscape = false
            } else if byte == UInt8(ascii: "\\") {
              isEscape = true
            } else if byte == UInt8(ascii: "\"") {
              isText = false
            }
          } else if byte == UInt8(ascii: "\"") {
            isText = true
          } else if byte == UInt8(ascii: "{") {
            depth += 1
          } else if byte == UInt8(ascii: "}") {
            depth -= 1
            if depth == 0 { return index + 1 }
          }
        }
        return nil
      }
    }
  }
}
