/// A place in JSON text, and what can be read from there.
///
/// Made for articles: texts are found eight bytes at a time and copied once, what nobody asks for is passed over. As
/// other readers of JSON do, it takes a comma before a closing bracket, and a byte order mark. Half a surrogate pair
/// becomes U+FFFD, and ``isRepaired`` tells.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc8259>.
struct JSONCursor {
  // Valid while the closure runs that made the cursor; read only where index < bytes.count was tested.
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  /// Whether an escape stood for no character.
  var isRepaired = false
  /// How many arrays and objects are open.
  private var depth = 0

  /// More arrays and objects within one another are no article.
  static let maximumDepth = 128

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
  }

  /// Reads JSON with a cursor that stands before its first value.
  ///
  /// - Throws: What `body` throws, and ``JSONFailure/syntax`` where something is left behind the value.
  static func reading<Value>(
    _ json: ArraySlice<UInt8>, _ body: (inout JSONCursor) throws(JSONFailure) -> Value
  ) throws(JSONFailure) -> Value {
    let result = json.withUnsafeBufferPointer { bytes -> Result<Value, JSONFailure> in
      do throws(JSONFailure) {
        var cursor = JSONCursor(bytes)
        let value = try body(&cursor)
        return cursor.peek() == nil ? .success(value) : .failure(.syntax)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The next sign that is not a space; `nil` at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case let byte: return byte
      }
    }
    return nil
  }

  /// Goes through an object.
  ///
  /// - Parameter member: Called with each key, the cursor before its value; it has to read the value or to skip it.
  /// - Throws: What `member` throws; ``JSONFailure/noObject`` for another value.
  mutating func readObject(
    _ member: (String, inout JSONCursor) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    guard peek() == UInt8(ascii: "{") else {
      try skipValue()
      throw .noObject
    }
    try readElements(to: UInt8(ascii: "}")) { cursor throws(JSONFailure) in
      guard cursor.peek() == UInt8(ascii: "\"") else { throw .syntax }
      let key = try cursor.readString()
      guard cursor.peek() == UInt8(ascii: ":") else { throw .syntax }
      cursor.index += 1
      try member(key, &cursor)
    }
  }

  /// Goes through an array.
  ///
  /// - Parameter element: Called before each element; it has to read it or to skip it.
  /// - Throws: What `element` throws.
  mutating func readArray(_ element: (inout JSONCursor) throws(JSONFailure) -> Void) throws(JSONFailure) {
    try readElements(to: UInt8(ascii: "]"), element)
  }

  private mutating func readElements(
    to end: UInt8, _ element: (inout JSONCursor) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    guard depth < Self.maximumDepth else { throw .tooDeep }
    depth += 1
    index += 1
    while peek() != end {
      try element(&self)
      switch peek() {
      case end: break
      case UInt8(ascii: ","): index += 1
      default: throw .syntax
      }
    }
    index += 1
    depth -= 1
  }

  /// Passes over a value.
  mutating func skipValue() throws(JSONFailure) {
    switch peek() {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"):
      try readElements(to: UInt8(ascii: "}")) { cursor throws(JSONFailure) in
        guard cursor.peek() == UInt8(ascii: "\"") else { throw .syntax }
        try cursor.skipString()
        guard cursor.peek() == UInt8(ascii: ":") else { throw .syntax }
        cursor.index += 1
        try cursor.skipValue()
      }
    case UInt8(ascii: "["): try readArray { cursor throws(JSONFailure) in try cursor.skipValue() }
    default: _ = try readScalar()
    }
  }

  /// A number, `true`, `false` or `null`, as it is written.
  mutating func readScalar() throws(JSONFailure) -> JSONTree {
    _ = peek()
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "E"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        index += 1
        continue
      default: break
      }
      break
    }
    let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      guard Self.isNumber(word.utf8) else { throw .syntax }
      return .number(word)
    }
  }

  private static func isNumber(_ word: String.UTF8View) -> Bool {
    var rest = word[...]
    func takeDigits() -> Int {
      let digits = rest.prefix { 0x30...0x39 ~= $0 }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = takeDigits()
    guard whole > 0, !isZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard takeDigits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
