/// Takes a query's text apart.
///
///     words            ranked: the more of them, and the rarer, the better
///     "a phrase"       in this order; also “ ” and « »
///     -word  -"a b"    not in the article
///
/// A mark that is never closed, and a minus that stands before no word, mean nothing and are passed over. A minus before
/// a digit is a number's sign. Complexity: linear in the bytes.
package struct QueryParser {
  private let scalars: [(scalar: Unicode.Scalar, start: Int)]
  private let end: Int
  private let text: String
  /// For each kind of closing mark, the place of the last one in the text: beyond it, nothing closes.
  private let lastClosing: [Unicode.Scalar: Int]

  private init(_ text: String) {
    var scalars: [(Unicode.Scalar, Int)] = []
    var lastClosing: [Unicode.Scalar: Int] = [:]
    var offset = 0
    for scalar in text.unicodeScalars {
      if Self.closingMarks.contains(scalar) { lastClosing[scalar] = scalars.count }
      scalars.append((scalar, offset))
      offset += UTF8.width(scalar)
    }
    self.text = text
    self.scalars = scalars
    self.lastClosing = lastClosing
    end = offset
  }

  /// The query that a text means.
  package static func parse(_ text: String) -> Query {
    Query(text: text, clauses: QueryParser(text).clauses())
  }

  private func clauses() -> [QueryClause] {
    var clauses: [QueryClause] = []
    var index = 0
    while index < scalars.count {
      if isSpace(index) {
        index += 1
        continue
      }
      let start = index
      let isExcluded = isMinus(index)
      if isExcluded { index += 1 }
      if let close = phraseEnd(from: index) {
        clauses.append(clause(.phrase, from: start, content: index + 1..<close, to: close + 1, isExcluded))
        index = close + 1
        continue
      }
      if isOpening(index) { index += 1 }
      let wordStart = index
      while index < scalars.count, !isSpace(index), phraseEnd(from: index) == nil { index += 1 }
      guard index > wordStart else { continue }
      clauses.append(clause(.word, from: start, content: wordStart..<index, to: index, isExcluded))
    }
    return clauses
  }

  private func clause(
    _ kind: QueryClause.Kind, from start: Int, content: Range<Int>, to end: Int, _ isExcluded: Bool
  ) -> QueryClause {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[content].lazy.map(\.scalar))
    return QueryClause(
      kind: kind, text: String(text), isExcluded: isExcluded, range: offset(start)..<offset(end))
  }

  private func offset(_ index: Int) -> Int {
    index < scalars.count ? scalars[index].start : end
  }

  private func isSpace(_ index: Int) -> Bool {
    scalars[index].scalar.properties.isWhitespace
  }

  /// A minus that begins a word and stands before a letter or a phrase.
  private func isMinus(_ index: Int) -> Bool {
    guard scalars[index].scalar == "-" || scalars[index].scalar == "\u{2212}", index + 1 < scalars.count
    else {
      return false
    }
    return scalars[index + 1].scalar.properties.isAlphabetic || phraseEnd(from: index + 1) != nil
  }

  private func isOpening(_ index: Int) -> Bool {
    index < scalars.count && Self.closing(for: scalars[index].scalar) != nil
  }

  /// Where the phrase closes that opens at `index`; `nil` where none opens, or it never closes.
  private func phraseEnd(from index: Int) -> Int? {
    guard index < scalars.count, let mark = Self.closing(for: scalars[index].scalar),
      let last = lastClosing[mark], last > index
    else { return nil }
    return scalars[(index + 1)...last].firstIndex { $0.scalar == mark }
  }

  private static let closingMarks: Set<Unicode.Scalar> = ["\"", "”", "»"]

  private static func closing(for mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "\"": "\""
    case "“", "„": "”"
    case "«": "»"
    default: nil
    }
  }
}
