/// A part of a query's syntax tree.
package struct QueryNode: Sendable {
  package indirect enum Content: Hashable, Sendable {
    case term(QueryTerm)
    /// What stands side by side, at least two: ranked, any of it is welcome; but see ``required(_:)`` and ``excluded(_:)``.
    case list([QueryNode])
    /// It must be there: `+a`.
    case required(QueryNode)
    /// It must not be there: `-a`, `NOT a`, `SAUF a`.
    case excluded(QueryNode)
    /// All of at least two must be there: `a AND b`, `a ET b`.
    case and([QueryNode])
    /// One of at least two must be there: `a OR b`, `a OU b`.
    case or([QueryNode])
  }

  package let content: Content
  /// Where it stands in the query's text, in UTF-8 bytes.
  package let range: Range<Int>

  package init(_ content: Content, _ range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// The words and phrases in any form that are asked for, not those that are to be left out, each with its range.
  package var wantedTerms: [(term: QueryTerm, range: Range<Int>)] {
    switch content {
    case .term(let term):
      switch term.kind {
      case .word, .phrase, .near: [(term, range)]
      case .prefix, .exactWord, .exactPhrase, .value: []
      }
    case .required(let node): node.wantedTerms
    case .excluded: []
    case .list(let nodes), .and(let nodes), .or(let nodes): nodes.flatMap(\.wantedTerms)
    }
  }

  /// Whether it is a row of terms without any sign: parentheses around it mean nothing.
  var isPlain: Bool {
    switch content {
    case .term: true
    case .list(let items): items.allSatisfy(\.isPlain)
    case .required, .excluded, .and, .or: false
    }
  }
}

/// Nodes are the same where they mean the same, wherever they stand.
extension QueryNode: Hashable {
  package static func == (one: QueryNode, other: QueryNode) -> Bool { one.content == other.content }

  package func hash(into hasher: inout Hasher) { hasher.combine(content) }
}
