/// Hands out an XML document piece by piece, in UTF-8 whatever it came in, and mended.
struct XMLStream {
  private let file: any ByteSource
  private var pending: [UInt8]
  private var isAtEnd = false
  private let encoding: CharacterEncoding?
  private var mending = XMLMending()
  /// Whether characters had to be replaced by U+FFFD since that was last asked.
  private(set) var isRepaired = false

  private static let chunk = 1 << 17

  /// - Parameters:
  ///   - file: What follows `head`.
  ///   - head: The beginning of the document, read already.
  init(_ file: any ByteSource, head: [UInt8]) {
    self.file = file
    if MarkupEncoding.isUTF16(head) {
      encoding = .utf16(bigEndian: head[0] == 0xFE)
      pending = Array(head.dropFirst(2))
    } else {
      encoding = MarkupEncoding.declared(head[...], isXML: true)
      pending = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
    }
  }

  /// The next piece; `nil` at the end of the document.
  mutating func next() throws(ReadFailure) -> [UInt8]? {
    while true {
      if isAtEnd {
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return decoded(pending[...])
      }
      if pending.count >= Self.chunk / 2, let end = cut() {
        defer { pending.removeFirst(end) }
        return decoded(pending[..<end])
      }
      isAtEnd = try !file.read(Self.chunk, into: &pending)
    }
  }

  /// Where the pending bytes may be cut: behind a `>`, which is part of no longer character in any encoding.
  private func cut() -> Int? {
    if case .utf16(let bigEndian) = encoding {
      let end = pending.count & ~1
      var index = end - 2
      while index >= 0 {
        let (high, low) =
          bigEndian ? (pending[index], pending[index + 1]) : (pending[index + 1], pending[index])
        if high == 0, low == UInt8(ascii: ">") { return index + 2 }
        index -= 2
      }
      return pending.count > 8 * Self.chunk ? end : nil
    }
    if let end = pending.lastIndex(of: UInt8(ascii: ">")) { return end + 1 }
    guard pending.count > 8 * Self.chunk else { return nil }
    return pending.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? pending.count
  }

  private mutating func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if case .utf16 = encoding {
    } else if String(validating: bytes, as: UTF8.self) != nil {
      return mending.mended(Array(bytes))
    }
    let (text, isRepaired) = encoding?.decode(bytes) ?? TextDecoding.decode(bytes)
    self.isRepaired = self.isRepaired || isRepaired
    return mending.mended(Array(text.utf8))
  }

  /// Whether characters had to be replaced since this was last asked.
  mutating func takeRepaired() -> Bool {
    defer { isRepaired = false }
    return isRepaired
  }
}
