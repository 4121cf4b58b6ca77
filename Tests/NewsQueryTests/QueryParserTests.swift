import NewsQuery
import TestSupport
import Testing

@Suite struct QueryParserTests {
  private static func isDate(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isNumber || "-/ ".contains($0) || "septembre".contains($0) }
      && text.contains("20")
  }

  private func parse(_ text: String) -> Query {
    QueryParser.parse(text, isDate: Self.isDate)
  }

  /// The tree, as it is printed.
  private func read(_ text: String) -> String {
    parse(text).root?.description ?? ""
  }

  @Test(arguments: [
    ("cosmodrome", "cosmodrome"), ("  cosmodrome   Vostochny ", "cosmodrome Vostochny"),
    ("\"cosmodrome Vostochny\"", "\"cosmodrome Vostochny\""),
    ("« réforme des retraites »", "\"réforme des retraites\""), ("«réforme»grève", "\"réforme\" grève"),
    ("“a b” c", "\"a b\" c"), ("a\"b c\"d", "a \"b c\" d"), ("« a \"b\" c »", "«a \"b\" c»"),
    ("porte-parole", "porte-parole"), ("l’Extrême-Orient", "l’Extrême-Orient"),
    // Signs.
    ("fusée -sanctions", "fusée -sanctions"), ("fusée -\"Corée du Nord\"", "fusée -\"Corée du Nord\""),
    ("-«a b»", "-\"a b\""), ("+fusée russe", "+fusée russe"), ("+\"a b\" c", "+\"a b\" c"),
    ("−a", "-a"), ("+(a b) c", "+(a b) c"), ("-(a OR b)", "-(a OR b)"), ("+titre:a", "+title:a"),
    ("-=été", "-=été"), ("-prési*", "-prési*"),
    // Signs that are none.
    ("- a", "a"), ("-5 %", "-5"), ("a - b", "a b"), ("--a", "--a"), ("-", ""), ("+", ""), ("+5", "+5"),
    ("a+b", "a+b"), ("C++", "C++"), ("Etats-Unis/Chine", "Etats-Unis/Chine"), ("++a", "++a"),
    ("-\"!\" a", "a"), ("+() a", "a"),
    // Operators.
    ("a AND b", "a AND b"), ("a ET b", "a AND b"), ("a OR b", "a OR b"), ("a OU b", "a OR b"),
    ("a NOT b", "a -b"), ("a SAUF b", "a -b"), ("NOT NOT a", "a"), ("NOT -a", "-(-a)"),
    ("a b AND c", "(a b) AND c"), ("a OR b AND c", "a OR (b AND c)"), ("(a OR b) AND c", "(a OR b) AND c"),
    ("a AND NOT b", "a AND -b"), ("a OR b OR c", "a OR b OR c"), ("a OR (b OR c)", "a OR b OR c"),
    ("a AND (b AND c)", "a AND b AND c"), ("a (b OR c) d", "a (b OR c) d"), ("(a -b) c", "(a -b) c"),
    ("((a)) (b c)", "a b c"), ("1984 ET 1985", "1984 AND 1985"), ("+ONU ET OTAN", "+ONU AND OTAN"),
    // Operators that are none, or join nothing.
    ("a and b", "a and b"), ("a et b ou c", "a et b ou c"), ("ONU ET OTAN", "ONU ET OTAN"),
    ("LA FRANCE ET L'ITALIE", "LA FRANCE ET L'ITALIE"), ("a AND", "a"), ("AND a", "a"),
    ("a AND OR b", "a OR b"), ("a NOT", "a"), ("ET", "ET"), ("a +ET", "a +ET"), ("(ET) a", "a"),
    ("a AND AND b", "a AND b"), ("OR", "OR"),
    // Parentheses that are none, or have no pair.
    ("porte(s) b", "porte(s) b"), ("(a b", "a b"), ("a) b", "a b"), ("()", ""), ("f(x) AND b", "f(x) AND b"),
    ("(a OR b", "a OR b"), (")))", ""), ("(a)(b)", "a b"),
    // Fields.
    ("titre:fusée", "title:fusée"), ("TITRE:fusée", "title:fusée"), ("chapô:a", "lead:a"),
    ("chapo:a lead:b", "lead:a lead:b"), ("texte:a body:b", "body:a body:b"),
    ("title:\"a b\"", "title:\"a b\""), ("title:(a b -c)", "title:a title:b -title:c"),
    ("title:(a OR lead:b)", "title:a OR lead:b"), ("title:pré*", "title:pré*"), ("titre:=été", "title:=été"),
    ("section:sport", "section:\"sport\""), ("rubrique:\"Arts et lettres\"", "section:\"Arts et lettres\""),
    ("section:(sport OU culture)", "section:\"sport\" OR section:\"culture\""),
    ("source:AFP", "source:\"AFP\""), ("avant:2023", "before:\"2023\""),
    ("depuis:2023-09 a", "after:\"2023-09\" a"), ("after:15/09/2023", "after:\"15/09/2023\""),
    ("avant:13 septembre 2023 a", "before:\"13 septembre 2023\" a"),
    ("avant:\"13 septembre 2023\"", "before:\"13 septembre 2023\""),
    ("avant:Noël", "before:\"Noël\""),
    // Colons that make no field.
    ("titre: fusée", "titre: fusée"), ("Qui a dit : a", "Qui a dit a"), ("auteur:x", "auteur:x"),
    ("14:30", "14:30"), ("https://exemple.fr", "https://exemple.fr"), ("titre:", "titre:"),
    ("sous-titre:a", "sous-titre:a"), ("l'avant:a", "l'avant:a"), ("titre:-a", "titre:-a"),
    // Beginnings, exact forms, distances.
    ("prési*", "prési*"), ("cosmo*, a", "cosmo* a"), ("a*", "a"), ("a**", "a"), ("*", ""), ("ab*c", "ab*c"),
    ("=élevé", "=élevé"), ("=\"a b\"", "=\"a b\""), ("= a", "a"), ("a=b", "a=b"), ("=ab*", "=ab"),
    ("\"a b\"~5", "\"a b\"~5"), ("« a b »~12 c", "\"a b\"~12 c"), ("\"a b\"~", "\"a b\""),
    ("\"a b\" ~5", "\"a b\" ~5"), ("\"a b\"~99999999999999999999", "\"a b\"~1000"),
    ("title:\"a b\"~2", "title:\"a b\"~2"),
    // Marks that are never closed.
    ("\"a b", "a b"), ("« a b", "a b"), ("a\"", "a"), ("\"", ""), ("«", ""), ("a\" b \"c", "a \"b\" c"),
    // The syntax of others means nothing.
    ("'; DROP TABLE", "DROP TABLE"), ("NEAR(a b)", "NEAR a b"), ("^a {b}", "^a {b}"), ("a~2", "a~2"),
    ("", ""), ("\u{0}", ""), ("\u{202F}\u{A0}\n", ""), ("!!! ?", ""), ("€", "€"), ("北京", "北京"),
  ])
  func `a query is read as it was meant`(text: String, expected: String) {
    #expect(read(text) == expected)
    // Printing and parsing again gives the same tree.
    #expect(parse(expected).root == parse(text).root)
  }

  @Test(arguments: [
    ("a b AND c", "(a b) AND c"), ("a OR b AND c", "a OR (b AND c)"), ("a OR b", nil), ("a b", nil),
    ("(a OR b) AND c", nil), ("a AND NOT b", nil),
  ])
  func `what belongs together is told where it is not plain`(text: String, reading: String?) {
    #expect(parse(text).reading == reading)
  }

  @Test(arguments: [
    ("cosmodrome \"a b\" -c +d (e OR f) titre:g pré* =h \"i j\"~5 avant:2023", ""),
    ("Qui a dit : « c'est fini » ?", ""), ("14:30", ""), ("porte(s)", ""), ("a - b", ""),
    ("(a OR b", "("), ("a) b", ")"), ("a \"b", "\""), ("a AND", "AND"), ("OR a", "OR"), ("a NOT", "NOT"),
    ("a -5", "-"), ("avant:Noël", "avant:Noël"), ("ONU ET OTAN", "ET"), ("b*c", "b*c"), ("a*", "a*"),
    ("\"a b\"~ c", "~"), ("auteur:x", "auteur:x"), ("=ab*", "=ab*"),
  ])
  func `what is not plain has a remark at its place`(text: String, place: String) {
    let remarks = parse(text).remarks
    #expect(
      remarks.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
        == (place.isEmpty ? [] : [place]))
    #expect(remarks.allSatisfy { !$0.problem.isEmpty && !$0.reading.isEmpty })
  }

  @Test func `depth is bounded`() {
    let deep = String(repeating: "(+", count: 10_000) + "a"
    #expect(parse(deep).root != nil)
    #expect(!parse(deep).remarks.isEmpty)
    let plain = String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
    #expect(read(plain) == "a")
  }

  @Test func `a long query takes no longer than its length`() {
    for piece in [
      "\"", "« ", "-\"", "a\" ", "“”«", "(", ")", "a AND ", "NOT ", "-(", "+", "titre:(", "avant:a ", "a*",
      "a(", "a(b)", "(+", "+titre:(",
    ] {
      _ = parse(String(repeating: piece, count: 30_000))
    }
  }
}
