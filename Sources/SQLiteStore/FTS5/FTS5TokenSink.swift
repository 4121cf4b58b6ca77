import CSQLite

/// Takes the tokens of one text for FTS5.
package struct FTS5TokenSink {
  typealias Callback =
    @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32) -> Int32

  private let context: UnsafeMutableRawPointer?
  private let callback: Callback
  private(set) var code: Int32 = SQLITE_OK

  init(context: UnsafeMutableRawPointer?, callback: @escaping Callback) {
    self.context = context
    self.callback = callback
  }

  /// Hands over one token.
  ///
  /// - Parameters:
  ///   - term: What the index holds. FTS5 copies it during the call.
  ///   - start: The first byte of the token in the text.
  ///   - end: The byte after its last.
  ///   - colocated: Whether it stands at the same position as the token before it.
  /// - Returns: False when FTS5 wants no more tokens.
  package mutating func take(
    _ term: UnsafeBufferPointer<UInt8>, start: Int, end: Int, colocated: Bool = false
  ) -> Bool {
    let flags = colocated ? FTS5_TOKEN_COLOCATED : 0
    let characters = UnsafeRawPointer(term.baseAddress)?.assumingMemoryBound(to: CChar.self)
    code = callback(context, flags, characters, Int32(term.count), Int32(start), Int32(end))
    return code == SQLITE_OK
  }
}
