/// What pages say of themselves in JSON-LD, by schema.org's names.
///
/// Source: <https://schema.org/NewsArticle>, <https://www.w3.org/TR/json-ld11/>.
enum LinkedData {
  case object([String: LinkedData])
  case array([LinkedData])
  case text(String)
  /// A truth value, a number, nothing.
  case other

  private init(_ tree: JSONTree) {
    switch tree {
    case .object(let members): self = .object(members.mapValues { LinkedData($0) })
    case .array(let elements): self = .array(elements.map { LinkedData($0) })
    case .string(let text): self = .text(text)
    case .null, .bool, .number: self = .other
    }
  }

  /// Deeper data is not looked at.
  private static let maximumDepth = 24

  /// Reads the content of a script; `nil` where it is no JSON even when its usual faults are mended.
  init?(_ script: ArraySlice<UInt8>) {
    let trimmed = Self.withoutWrapping(script)
    guard Self.depth(of: trimmed) <= Self.maximumDepth else { return nil }
    if let tree = try? JSONTree.parse(trimmed).tree {
      self.init(tree)
      return
    }
    // Line feeds within strings, which JSON does not allow: as spaces they do no harm anywhere.
    guard let tree = try? JSONTree.parse(trimmed.map { $0 < 0x20 ? 0x20 : $0 }[...]).tree else { return nil }
    self.init(tree)
  }

  /// What begins with the first bracket and ends with the last: without comments, CDATA, a semicolon.
  private static func withoutWrapping(_ script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let opening = [UInt8(ascii: "{"), UInt8(ascii: "[")]
    let closing = [UInt8(ascii: "}"), UInt8(ascii: "]")]
    // "<![CDATA[" has brackets of its own.
    var start = script.startIndex
    if let wrapping = script.prefix(64).firstRange(of: Array("CDATA[".utf8)) { start = wrapping.upperBound }
    guard let first = script[start...].firstIndex(where: opening.contains),
      let last = script.lastIndex(where: { closing.contains($0) || $0 == UInt8(ascii: ">") })
    else { return [] }
    var end = last
    while end > first, script[end] == UInt8(ascii: ">") || !closing.contains(script[end]) { end -= 1 }
    // "]]>" ends CDATA: its brackets are none of the data.
    if script[last] == UInt8(ascii: ">"), end > first + 1, script[end - 1] == UInt8(ascii: "]"),
      script[end] == UInt8(ascii: "]"), start > script.startIndex
    {
      end -= 2
      while end > first, !closing.contains(script[end]) { end -= 1 }
    }
    return end > first ? script[first...end] : []
  }

  private static func depth(of json: ArraySlice<UInt8>) -> Int {
    var (depth, deepest) = (0, 0)
    var isText = false
    var isEscaped = false
    for byte in json {
      if isEscaped {
        isEscaped = false
      } else if isText {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isText = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          deepest = max(deepest, depth)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
      }
    }
    return deepest
  }
}

extension LinkedData {
  /// The value of a property; `nil` where this is no object that has it.
  subscript(_ name: String) -> LinkedData? {
    guard case .object(let values) = self else { return nil }
    return values[name] ?? values["schema:" + name]
  }

  /// The texts of this: itself, the names of objects, those of an array.
  var texts: [String] {
    switch self {
    case .text(let text): text.isEmpty ? [] : [text]
    case .array(let values): values.flatMap(\.texts)
    case .object: self["name"]?.texts ?? self["@value"]?.texts ?? []
    case .other: []
    }
  }

  /// The names of its types, without the address of their vocabulary.
  var types: [String] {
    (self["@type"]?.texts ?? []).map { String($0.split { "/#:".contains($0) }.last ?? "") }
  }

  /// All objects that stand on their own: at the top, in arrays, in `@graph`, as `mainEntity`.
  var things: [LinkedData] {
    switch self {
    case .array(let values): values.flatMap(\.things)
    case .object:
      [self] + (self["@graph"]?.things ?? []) + (self["mainEntity"]?.things ?? [])
    case .text, .other: []
    }
  }

  /// The address of this: itself, or the `@id` or `url` of an object.
  var address: String? {
    switch self {
    case .text(let text): text
    case .object: self["@id"]?.texts.first ?? self["url"]?.texts.first
    case .array(let values): values.first?.address
    case .other: nil
    }
  }
}
