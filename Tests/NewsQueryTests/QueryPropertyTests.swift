import NewsQuery
import TestSupport
import Testing

/// What holds for any text, by random ones.
@Suite struct QueryPropertyTests {
  private static let pieces = [
    "a", "été", "ONU", "x1", "2023", "Corée du Nord", " ", " ", " ", " ", "\"", "«", "»", "“", "”", "„", "-",
    "+", "−", "(", ")",
    "(", ")", " AND ", " ET ", " OR ", " OU ", " NOT ", " SAUF ", "ET", "OU", "NOT", "titre:", "TITLE:",
    "section:", "avant:",
    "depuis:", "source:", "texte:", "*", "=", "~", "~5", ":", ",", "’", "'", "/", "\u{202F}", "\u{0}",
    "\u{301}", "𝒳", "北", "😀",
    "\u{FEFF}", "?", "\n", "\t",
    "((((((((((((", "(+(-(+(-", "+titre:(",
  ]

  private static let queries = [
    "fusée (russe OU chinoise) -lanceur", "+\"réforme des retraites\" titre:grève avant:2023-09-15",
    "prési* ET =élevé SAUF section:sport", "\"guerre Ukraine\"~5 OU « paix » source:AFP",
    "LA FRANCE ET L'ITALIE (BIS)",
    "depuis:13 septembre 2023 ((a OR b) AND (c OR d)) texte:(x -y)", "Qui a dit : « c'est fini » ?",
  ]

  /// Pieces side by side, or a query that was changed at some places.
  private func text(_ random: inout SeededGenerator) -> String {
    if Bool.random(using: &random) {
      return (0..<Int.random(in: 0...14, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }
      .joined()
    }
    var scalars = Array((Self.queries.randomElement(using: &random) ?? "").unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0:
        scalars.removeSubrange(place..<min(place + Int.random(in: 0...4, using: &random), scalars.count))
      case 1:
        scalars.insert(
          contentsOf: (Self.pieces.randomElement(using: &random) ?? "").unicodeScalars, at: place)
      case 2: scalars.insert(Unicode.Scalar(UInt32.random(in: 0...0xD7FF, using: &random)) ?? " ", at: place)
      default: scalars.insert(contentsOf: scalars[place...].prefix(8), at: 0)
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  @Test func `a hundred thousand random queries are read, and read again as they are printed`() {
    var random = SeededGenerator()
    for _ in 0..<100_000 {
      let text = text(&random)
      let query = QueryParser.parse(text) { $0.utf8.count < 20 && $0.contains("20") }
      var failure: String?
      if let root = query.root {
        let again = QueryParser.parse(root.description) { $0.utf8.count < 20 && $0.contains("20") }.root
        if again != root { failure = "\(root) is read as \(again?.description ?? "nothing")" }
        if let problem = misplaced(root, within: 0..<text.utf8.count, text) { failure = problem }
      }
      for remark in query.remarks where remark.range.upperBound > text.utf8.count || remark.range.isEmpty {
        failure = "\(remark)"
      }
      if let failure {
        Issue.record("\(text.debugDescription): \(failure); seed \(random.seed)")
        return
      }
    }
  }

  /// A node that does not lie in the one it is part of, or on bounds of characters.
  private func misplaced(_ node: QueryNode, within range: Range<Int>, _ text: String) -> String? {
    guard node.range.upperBound <= text.utf8.count else { return "\(node) ends at \(node.range.upperBound)" }
    let ends = [node.range.lowerBound, node.range.upperBound].map {
      text.utf8.index(text.startIndex, offsetBy: $0)
    }
    guard range.lowerBound <= node.range.lowerBound, node.range.upperBound <= range.upperBound,
      !node.range.isEmpty,
      ends.allSatisfy({ $0.samePosition(in: text.unicodeScalars) != nil })
    else { return "\(node) at \(node.range) in \(range)" }
    switch node.content {
    case .term: return nil
    case .required(let inner), .excluded(let inner): return misplaced(inner, within: node.range, text)
    case .list(let parts), .and(let parts), .or(let parts):
      guard parts.count > 1,
        zip(parts, parts.dropFirst()).allSatisfy({ $0.range.upperBound <= $1.range.lowerBound })
      else { return "the parts of \(node)" }
      return parts.lazy.compactMap { misplaced($0, within: node.range, text) }.first
    }
  }
}
