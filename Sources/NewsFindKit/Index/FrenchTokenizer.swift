import FrenchText
import SQLiteStore

/// The French analyzer as FTS5's tokenizer, `tokenize = 'french'`.
///
/// Documents are analyzed, or were already: then their terms are replayed. What stands in a MATCH expression is not
/// analyzed: it holds terms already, separated by spaces, which pass as they are. So a term is computed in one place, and
/// nothing that was typed is ever read as FTS5's syntax.
final class FrenchTokenizer: FTS5Tokenizer {
  static let name = "french"

  private let analyzer: FrenchAnalyzer
  /// The terms of the row that FTS5 is being given.
  private var ready: (stream: TermStream, nextColumn: Int)?

  init(_ analyzer: FrenchAnalyzer) {
    self.analyzer = analyzer
  }

  /// Lets FTS5 have the terms of `stream`, column by column, while `body` gives it the row.
  ///
  /// - Throws: What `body` throws; ``SQLiteError`` when FTS5 did not ask for each column once.
  func replaying(_ stream: TermStream, _ body: () throws -> Void) throws {
    ready = (stream, 0)
    defer { ready = nil }
    try body()
    guard ready?.nextColumn == stream.columns.count else {
      throw SQLiteError(code: .error, message: "FTS5 did not tokenize each column of an article once")
    }
  }

  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, for reason: FTS5TokenizeReason, into sink: inout FTS5TokenSink
  ) {
    switch reason {
    case .query, .queryPrefix: passTerms(text, into: &sink)
    case .document where ready != nil: replayColumn(into: &sink)
    case .document, .auxiliary:
      analyzer.forEachToken(in: text) { token in
        var takes = sink.take(token.term, start: token.start, end: token.end)
        if takes, let compound = token.compound {
          takes = sink.take(compound.term, start: compound.start, end: token.end, colocated: true)
        }
        if takes, let name = token.name {
          takes = sink.take(name, start: token.start, end: token.end, colocated: true)
        }
        SharedBeginning.withTerm(of: token) {
          if takes { takes = sink.take($0, start: token.start, end: token.end, colocated: true) }
        }
        return takes
      }
    }
  }

  private func replayColumn(into sink: inout FTS5TokenSink) {
    guard let (stream, column) = ready, column < stream.columns.count else { return }
    ready?.nextColumn += 1
    // FTS5 keeps positions by counting tokens; where they stand in the text it does not ask when it indexes.
    stream.forEachTerm(ofColumn: column) { sink.take($0, start: 0, end: 0, colocated: $1) }
  }

  private func passTerms(_ text: UnsafeBufferPointer<UInt8>, into sink: inout FTS5TokenSink) {
    let space = UInt8(ascii: " ")
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != space { end += 1 }
      if end > start {
        let term = UnsafeBufferPointer(rebasing: text[start..<end])
        guard sink.take(term, start: start, end: end) else { return }
      }
      start = end + 1
    }
  }
}
