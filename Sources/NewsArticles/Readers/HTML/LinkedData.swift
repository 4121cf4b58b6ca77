/// What pages say of themselves in JSON-LD, by schema.org's names.
///
/// Source: <https://schema.org/NewsArticle>, <https://www.w3.org/TR/json-ld11/>.
struct LinkedData {
  private let tree: JSONTree

  private init(_ tree: JSONTree) {
    self.tree = tree
  }

  /// Reads the content of a script; `nil` where it is no JSON even when its usual faults are mended.
  init?(_ script: ArraySlice<UInt8>) {
    let json = Self.withoutWrapping(script)
    if let parsed = try? JSONTree.parse(json) {
      tree = parsed.tree
      return
    }
    // Line feeds within strings, which JSON does not allow: as spaces they do no harm anywhere.
    guard let parsed = try? JSONTree.parse(json.map { $0 < 0x20 ? 0x20 : $0 }[...]) else { return nil }
    tree = parsed.tree
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
}

extension LinkedData {
  /// The value of a property; `nil` where this is no object that has it.
  subscript(_ name: String) -> LinkedData? {
    (tree[name] ?? tree["schema:" + name]).map { LinkedData($0) }
  }

  /// The values of an array; of anything else, itself.
  var elements: [LinkedData] { tree.elements.map { LinkedData($0) } }

  /// The texts of this: itself, the names of objects, those of an array.
  var texts: [String] {
    switch tree {
    case .string(let text): text.isEmpty ? [] : [text]
    case .array: elements.flatMap(\.texts)
    case .object: self["name"]?.texts ?? self["@value"]?.texts ?? []
    case .null, .bool, .number: []
    }
  }

  /// The names of its types, without the address of their vocabulary.
  var types: [String] {
    (self["@type"]?.texts ?? []).map { String($0.split { "/#:".contains($0) }.last ?? "") }
  }

  /// All objects that stand on their own: at the top, in arrays, in `@graph`, as `mainEntity`.
  var things: [LinkedData] {
    switch tree {
    case .array: elements.flatMap(\.things)
    case .object: [self] + (self["@graph"]?.things ?? []) + (self["mainEntity"]?.things ?? [])
    default: []
    }
  }

  /// The address of this: itself, or the `@id` or `url` of an object.
  var address: String? {
    switch tree {
    case .string(let text): text
    case .object: self["@id"]?.texts.first ?? self["url"]?.texts.first
    case .array: elements.first?.address
    default: nil
    }
  }
}
