/// What kind of markup a file is, told by the element that it begins with.
enum MarkupKind: Hashable {
  case html
  /// A feed or a document of an agency, by the name of its first element, without prefix.
  case xml(String)

  /// How files of this kind are read.
  var format: SourceFormat {
    switch self {
    case .html: .html
    case .xml(let root) where Self.roots.contains(root): .xml
    case .xml(let root):
      .unreadable(
        "XML of another kind (its first element is <\(root)>): newsfind reads RSS, Atom, NITF and NewsML-G2")
    }
  }

  /// The elements with which feeds and agencies' documents begin, in lower case.
  static let roots: Set<String> = ["rss", "feed", "rdf", "nitf", "newsmessage", "newsitem", "packageitem"]

  /// Elements with which pages begin, whole ones or pieces.
  private static let pages: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "base", "main", "article", "section",
    "header", "nav", "div", "p", "table", "center", "h1", "h2", "font", "noscript", "span", "a", "ul", "b",
  ]

  /// The kind of a file that begins with `head`; `nil` where it does not begin as markup does.
  ///
  /// Byte order mark, spaces, declarations and comments may stand before the first element.
  init?(of head: [UInt8]) {
    var text: [UInt8]
    if MarkupEncoding.isUTF16(head) {
      text = Array(MarkupEncoding.decode(head[...]).text.utf8)
    } else {
      text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
    }
    var rest = text[...]
    var isXML = false
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if rest.isEmpty, isXML { break }
      guard rest.first == UInt8(ascii: "<") else { return nil }
      if rest.starts(with: "<!--".utf8) {
        guard let end = rest.firstRange(of: Array("-->".utf8)) else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.starts(with: "<?".utf8) {
        isXML = isXML || rest.starts(with: "<?xml".utf8)
        guard isXML || rest.contains(UInt8(ascii: ">")) else { return nil }
        rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else if rest.starts(with: "<!".utf8) {
        let name = Self.name(rest.dropFirst(2))
        guard name == "doctype" else { return nil }
        if Self.name(rest.dropFirst(9).drop { $0 <= 0x20 }) == "html" {
          self = .html
          return
        }
        isXML = true
        guard let end = Self.endOfDeclaration(rest) else { return nil }
        rest = rest[end...]
      } else {
        break
      }
    }
    let name = Self.name(rest.dropFirst())
    let local = String(name.split(separator: ":").last ?? "")
    if Self.roots.contains(local), isXML || Self.endsName(rest, name) {
      self = .xml(local)
    } else if Self.pages.contains(name), Self.endsName(rest, name) {
      self = .html
    } else if isXML {
      self = .xml(local)
    } else {
      return nil
    }
  }

  /// The name at the beginning of some bytes, in lower case.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.prefix(64).prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Whether an element's name ends as names of elements do: "<a, b>" is no element.
  private static func endsName(_ element: ArraySlice<UInt8>, _ name: String) -> Bool {
    guard let next = element.dropFirst(1 + name.utf8.count).first else { return false }
    return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  /// The index behind a document type declaration, whose inner part has brackets of its own.
  private static func endOfDeclaration(_ bytes: ArraySlice<UInt8>) -> Int? {
    var isInner = false
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "["): isInner = true
      case UInt8(ascii: "]"): isInner = false
      case UInt8(ascii: ">") where !isInner: return index + 1
      default: break
      }
    }
    return nil
  }
}
