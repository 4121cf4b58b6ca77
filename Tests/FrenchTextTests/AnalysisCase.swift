import FrenchText
import Testing

/// One text of a table, and what the analysis is to make of it.
///
/// A table has a line for each text: the text, an arrow, then its tokens with bars between them. A token is its surface,
/// a colon, its term and, behind a plus sign, the term of the compound that it ends; a surface without a colon is its
/// own term.
struct AnalysisCase: Sendable, CustomTestStringConvertible {
  let text: String
  let surfaces: [String]
  let terms: [[String]]

  var testDescription: String { text }

  /// The cases of a table.
  static func table(_ table: String) -> [AnalysisCase] {
    lines(table).map { line in
      let tokens = line.right.split(separator: " | ")
      return AnalysisCase(
        text: line.left, surfaces: tokens.map { String(split($0).surface) },
        terms: tokens.map { split($0).terms })
    }
  }

  /// The lines of a table of two columns.
  static func lines(_ table: String) -> [(left: String, right: String)] {
    table.split(separator: "\n").map { line in
      let columns = line.split(separator: " → ", omittingEmptySubsequences: false)
      guard columns.count == 2 else { return (String(line), "this line of the table has no arrow") }
      return (String(columns[0]), String(columns[1]))
    }
  }

  private static func split(_ token: Substring) -> (surface: Substring, terms: [String]) {
    guard let colon = token.lastIndex(of: ":") else { return (token, [String(token)]) }
    let terms = token[token.index(after: colon)...]
    // C++ is a term, too.
    let plus = terms.hasSuffix("+") ? nil : terms.firstIndex(of: "+")
    guard let plus else { return (token[..<colon], [String(terms)]) }
    return (token[..<colon], [String(terms[..<plus]), String(terms[terms.index(after: plus)...])])
  }

  /// Checks surfaces, terms and ranges.
  func check() {
    let tokens = FrenchAnalyzer().tokens(of: text)
    // Bytes: to Swift a text equals its decomposed form.
    #expect(
      tokens.map { Array($0.surface.utf8) } == surfaces.map { Array($0.utf8) }, "\(tokens.map(\.surface))")
    #expect(tokens.map(\.terms) == terms)
    let bytes = Array(text.utf8)
    for token in tokens { #expect(Array(bytes[token.range]) == Array(token.surface.utf8)) }
  }
}

/// The terms of a text, in order.
func terms(_ text: String) -> [String] {
  FrenchAnalyzer().tokens(of: text).flatMap(\.terms)
}
