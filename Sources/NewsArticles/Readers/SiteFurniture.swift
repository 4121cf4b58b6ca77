/// What pages hold besides their article: sharing, comments, cookies, newsletters, related links; English and French.
///
/// A line is furniture only if all of it is; a paragraph that speaks of cookies or comments stays.
enum SiteFurniture {
  /// What a line is.
  enum Kind {
    /// Nothing of the article.
    case plain
    /// The same, and headlines of other articles may follow.
    case relatedLinks
  }

  /// What kind of furniture a line is; `nil` for a line of the article.
  ///
  /// Complexity: linear in the line, up to ``longest``.
  static func kind(of line: String) -> Kind? {
    guard line.utf8.count <= longest else { return nil }
    let key = normalized(line)
    if FurnitureWords.related.contains(key) { return .relatedLinks }
    if FurnitureWords.exact.contains(key) || isCount(key) { return .plain }
    let count = key.count
    let isPlain = FurnitureWords.beginnings.contains { $0.longest >= count && key.hasPrefix($0.text) }
    return isPlain ? .plain : nil
  }

  /// No furniture is longer, in bytes.
  static let longest = 240

  /// Lower case, one kind of apostrophe and of space, no signs at the ends.
  private static func normalized(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x2019, 0x2BC: scalars.append("'")
      case 0x20, 0xA0, 0x202F, 0x2009, 0x09: if scalars.last != " " { scalars.append(" ") }
      default: scalars.append(scalar)
      }
    }
    let isSign: (Unicode.Scalar) -> Bool = { scalar in
      !scalar.properties.isAlphabetic && !(0x30...0x39 ~= scalar.value) && scalar != "©"
    }
    while let last = scalars.last, isSign(last) { scalars.removeLast() }
    let start = scalars.firstIndex { !isSign($0) } ?? scalars.endIndex
    return String(String.UnicodeScalarView(scalars[start...]))
  }

  /// "0 commentaire", "12 comments", "35 partages".
  private static func isCount(_ key: String) -> Bool {
    let parts = key.split(separator: " ")
    guard parts.count == 2, parts[0].allSatisfy({ $0.isASCII && $0.isNumber }) || parts[0] == "no" else {
      return false
    }
    return [
      "commentaire", "commentaires", "comment", "comments", "partage", "partages", "share", "shares", "vues",
      "views", "réaction", "réactions",
    ].contains(parts[1])
  }
}
