import NewsQuery
import TestSupport
import Testing

@Suite struct QueryParserTests {
  /// Each clause as text: a minus before what is excluded, quotes around a phrase.
  private func read(_ text: String) -> [String] {
    QueryParser.parse(text).clauses.map { clause in
      (clause.isExcluded ? "-" : "") + (clause.kind == .phrase ? "\"\(clause.text)\"" : clause.text)
    }
  }

  @Test(arguments: [
    ("cosmodrome", ["cosmodrome"]),
    ("  cosmodrome   Vostochny ", ["cosmodrome", "Vostochny"]),
    ("\"cosmodrome Vostochny\"", ["\"cosmodrome Vostochny\""]),
    ("« réforme des retraites »", ["\" réforme des retraites \""]),
    ("«réforme»grève", ["\"réforme\"", "grève"]),
    ("“a b” c", ["\"a b\"", "c"]),
    ("fusée -sanctions", ["fusée", "-sanctions"]),
    ("fusée -\"Corée du Nord\"", ["fusée", "-\"Corée du Nord\""]),
    ("-«a b»", ["-\"a b\""]),
    ("porte-parole", ["porte-parole"]),
    // A minus that excludes nothing.
    ("- a", ["-", "a"]), ("-5 %", ["-5", "%"]), ("a - b", ["a", "-", "b"]), ("--a", ["--a"]), ("-", ["-"]),
    // Marks that are never closed.
    ("\"a b", ["a", "b"]), ("« a b", ["a", "b"]), ("a\"", ["a\""]), ("\"", []), ("«", []),
    ("a\" b \"c", ["a", "\" b \"", "c"]),
    // The syntax of others means nothing.
    ("a OR b", ["a", "OR", "b"]), ("a* (b)", ["a*", "(b)"]), ("title:x", ["title:x"]),
    ("'; DROP TABLE", ["';", "DROP", "TABLE"]),
    ("", []), ("\u{0}", ["\u{0}"]), ("\u{202F}\u{A0}\n", []),
  ])
  func `a query is read as it was meant`(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test func `ranges ascend and hold their clause`() {
    var random = SeededGenerator()
    let pieces = ["a", "été", " ", "\"", "«", "»", "“", "”", "-", "\u{202F}", "’", "\u{0}", "𝒳"]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let query = QueryParser.parse(text)
      var last = 0
      for clause in query.clauses {
        #expect(
          clause.range.lowerBound >= last && clause.range.upperBound <= text.utf8.count,
          "\(text) seed \(random.seed)")
        let source = String(decoding: Array(text.utf8)[clause.range], as: UTF8.self)
        #expect(source.contains(clause.text) || clause.text.isEmpty, "\(text) seed \(random.seed)")
        last = clause.range.upperBound
      }
    }
  }

  @Test func `a long query takes no longer than its length`() {
    for piece in ["\"", "« ", "-\"", "a\" ", "“”«"] {
      _ = QueryParser.parse(String(repeating: piece, count: 50_000))
    }
  }
}
