import CSQLite

/// A tokenizer for FTS5, written in Swift.
///
/// Related SQLite documentation: <https://www.sqlite.org/fts5.html#custom_tokenizers>
package protocol FTS5Tokenizer: AnyObject {
  /// Emits the tokens of `text`, in the order of the text.
  ///
  /// - Parameters:
  ///   - text: UTF-8 as the table or the query holds it; it may be invalid. Valid during the call only.
  ///   - reason: What the tokens are for.
  ///   - sink: Takes the tokens. Stop when it refuses one.
  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, for reason: FTS5TokenizeReason, into sink: inout FTS5TokenSink)
}
