import Testing

@testable import FrenchText

@Suite struct TermMemoTests {
  @Test func `a term does not change with the words that come after it`() {
    let analyzer = FrenchAnalyzer()
    let text = "Il est rentré à la maison, elle a chanté et rentré ses moutons"
    let first = analyzer.tokens(of: text).map(\.terms)
    #expect(first == analyzer.tokens(of: text).map(\.terms))
    #expect(first == FrenchAnalyzer().tokens(of: text).map(\.terms))
    #expect(first[2] == ["rentrer"])
  }
}
