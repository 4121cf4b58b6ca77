import NewsFindKit

extension Article {
  /// An article of tests: what is not said is empty.
  init(_ id: String, _ title: String = "", lead: String = "", _ body: String = "", section: String? = nil) {
    self.init(id: id, title: title, lead: lead, body: body, section: section)
  }

  /// The article as a line of JSON, without the line feed.
  var jsonLine: String {
    let fields: [(String, String?)] = [
      ("id", id), ("title", title), ("lead", lead), ("body", body), ("section", section),
      ("date", date?.description), ("url", url), ("author", author), ("language", language),
      ("source", source),
    ]
    let members = fields.compactMap { name, value in value.map { "\"\(name)\": \(Self.quoted($0))" } }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..<" ": quoted += "\\u00" + String(0x100 + scalar.value, radix: 16).dropFirst()
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
