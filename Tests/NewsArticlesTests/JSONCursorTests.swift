import Foundation
import TestSupport
import Testing

@testable import NewsArticles

@Suite struct JSONCursorTests {
  private func parse(_ json: String) -> Result<JSONTree, JSONFailure> {
    do throws(JSONFailure) {
      return .success(try JSONTree.parse(Array(json.utf8)[...]).tree)
    } catch {
      return .failure(error)
    }
  }

  @Test(arguments: [
    ("null", JSONTree.null), (" true ", .bool(true)), ("-0.5E+10", .number("-0.5E+10")), ("[]", .array([])),
    ("{}", .object([:])),
    (#"["a",[1],{"b":null}]"#, .array([.string("a"), .array([.number("1")]), .object(["b": .null])])),
    (#"{"a":1,"a":2}"#, .object(["a": .number("1")])), (#""\u0041\ud83d\ude80\n""#, .string("A🚀\n")),
    (#""é\u00e9""#, .string("éé")), ("\u{FEFF}[1]", .array([.number("1")])),
    (#""\ud83d""#, .string("\u{FFFD}")),
    (#"["12345678","1234567\"","\\"]"#, .array([.string("12345678"), .string("1234567\""), .string("\\")])),
  ])
  func `a value is read whole`(json: String, value: JSONTree) {
    #expect(parse(json) == .success(value))
  }

  @Test(arguments: [
    "", " ", "{", "[", "\"", "\"\\\"", "tru", "truex", "+1", "1 2", "[1 2]", "[,]", "{\"a\"}", "{\"a\":}",
    "{1:2}", "]",
    "\"\u{1}\"", "\"\\x\"", "\"\\u00g0\"", "\u{B}1", "--1", "1e", "0x1", "[1", "{\"a\":1", "\"\\", "'a'",
  ])
  func `what is no JSON is told`(json: String) {
    #expect(parse(json) == .failure(.syntax))
  }

  @Test func `depth is bounded`() {
    let depth = JSONCursor.maximumDepth
    func nested(_ count: Int) -> String {
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(parse(nested(depth + 1)) == .failure(.tooDeep))
    #expect(parse(nested(1_000_000)) == .failure(.tooDeep))
    guard case .success = parse(nested(depth)) else {
      Issue.record("\(depth) arrays can be read")
      return
    }
  }

  @Test(arguments: [[0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xFE]] as [[UInt8]])
  func `bytes that are no UTF-8 are found in texts that are read and in those that are skipped`(
    bytes: [UInt8]
  ) {
    let json = Array("{\"a\":\"b".utf8) + bytes + Array("\"}".utf8)
    #expect(throws: JSONFailure.notUTF8) { try JSONTree.parse(json[...]) }
    #expect(throws: JSONFailure.notUTF8) {
      try JSONCursor.reading(json[...]) { cursor throws(JSONFailure) in try cursor.skipValue() }
    }
  }

  /// What Foundation makes of a text, in the same shape.
  private func tree(_ value: Any) -> JSONTree {
    switch value {
    case is NSNull: .null
    case let text as String: .string(text)
    case let values as [Any]: .array(values.map(tree))
    case let members as [String: Any]: .object(members.mapValues(tree))
    case let number as NSNumber: .number(number.stringValue)
    default: .null
    }
  }

  @Test func `random values are read as Foundation reads them`() throws {
    var random = SeededGenerator()
    func word() -> String {
      let parts = [
        "a", "é", "\\u00e9", "\\ud83d\\ude80", "🚀", "\\\"", "\\\\", "\\/", "\\n", "œuvre", "’", " ",
        "12345678",
      ]
      return (0..<Int.random(in: 0...9, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
      }.joined()
    }
    func json(_ depth: Int) -> String {
      switch Int.random(in: 0...(depth > 4 ? 2 : 5), using: &random) {
      case 0: return "\(Int.random(in: -100...100, using: &random))"
      case 1: return "null"
      case 2: return "\"\(word())\""
      case 3:
        return "["
          + (0..<Int.random(in: 0...4, using: &random)).map { _ in json(depth + 1) }.joined(separator: " , ")
          + "]"
      default:
        return "{"
          + (0..<Int.random(in: 0...4, using: &random)).map { "\"\($0)\(word())\" : \(json(depth + 1))" }
          .joined(separator: ",\n") + "}"
      }
    }
    for _ in 0..<500 {
      let text = json(0)
      let expected = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      #expect(parse(text) == .success(tree(expected)), "\(text), seed \(random.seed)")
      // Cut off it is none, unless it is a number or ends before its end.
      let cut = String(decoding: text.utf8.dropLast(), as: UTF8.self)
      let isStill =
        (try? JSONSerialization.jsonObject(with: Data(cut.utf8), options: .fragmentsAllowed)) != nil
      #expect(((try? parse(cut).get()) != nil) == isStill, "\(cut), seed \(random.seed)")
    }
  }
}
