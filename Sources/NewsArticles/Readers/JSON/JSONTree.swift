/// A value of JSON, whole.
enum JSONTree: Hashable {
  case null
  case bool(Bool)
  /// A number as it is written: of more digits than a number can hold none is lost.
  case number(String)
  case string(String)
  case array([JSONTree])
  /// Of two members with one key the first counts.
  case object([String: JSONTree])

  /// The value that some JSON is, and whether half a surrogate pair in it became U+FFFD.
  ///
  /// Complexity: linear in the bytes.
  static func parse(_ json: ArraySlice<UInt8>) throws(JSONFailure) -> (tree: JSONTree, isRepaired: Bool) {
    try JSONCursor.reading(json) { cursor throws(JSONFailure) in
      let tree = try JSONTree(&cursor)
      return (tree, cursor.isRepaired)
    }
  }

  /// Reads the value before which a cursor stands.
  init(_ cursor: inout JSONCursor) throws(JSONFailure) {
    switch cursor.peek() {
    case UInt8(ascii: "\""): self = .string(try cursor.readString())
    case UInt8(ascii: "["):
      var elements: [JSONTree] = []
      try cursor.readArray { cursor throws(JSONFailure) in elements.append(try JSONTree(&cursor)) }
      self = .array(elements)
    case UInt8(ascii: "{"):
      var members: [String: JSONTree] = [:]
      try cursor.readObject { key, cursor throws(JSONFailure) in
        let value = try JSONTree(&cursor)
        if members[key] == nil { members[key] = value }
      }
      self = .object(members)
    default: self = try cursor.readScalar()
    }
  }

  /// The member of an object; `nil` for any other value, and where there is none.
  subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The keys of an object, in no order; none of any other value.
  var keys: [String] {
    if case .object(let members) = self { Array(members.keys) } else { [] }
  }

  /// The text of a string.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements of an array, else the value itself; none of `null`.
  var elements: [JSONTree] {
    switch self {
    case .null: []
    case .array(let elements): elements
    default: [self]
    }
  }

  /// What stands in the place of a text: a text, a number, an object that has a name, or several of these.
  ///
  /// Empty where it is nothing of that kind.
  var texts: [String] {
    switch self {
    case .null, .bool: []
    case .number(let number): [number]
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.texts)
    case .object(let members): members["name"]?.texts ?? []
    }
  }
}
