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
    guard line.utf8.count <= longest, !isQuotation(line) else { return nil }
    let key = normalized(line)
    guard !key.isEmpty else { return nil }
    let isQuestion = line.last { !$0.isWhitespace } == "?"
    if FurnitureWords.related.contains(key) { return .relatedLinks }
    if isPlain(key, isQuestion: isQuestion) { return .plain }
    // "Your email address will not be published. Required fields are marked *"
    let sentences = key.split(separator: ". ")
    guard sentences.count > 1 else { return nil }
    return sentences.allSatisfy { isPlain(String($0), isQuestion: isQuestion) } ? .plain : nil
  }

  private static func isQuotation(_ line: String) -> Bool {
    line.first { !$0.isWhitespace }.map("«“„\"‹".contains) == true
  }

  private static func isPlain(_ key: String, isQuestion: Bool) -> Bool {
    // "Comment" invites to comment, "Comment ?" asks how.
    if !isQuestion, FurnitureWords.exact.contains(key) || isCount(key) || isSharing(key) { return true }
    return FurnitureWords.beginnings.contains { isLine(key, of: $0) }
  }

  private static func isLine(_ key: String, of beginning: FurnitureWords.Beginning) -> Bool {
    guard key.hasPrefix(beginning.text), key.utf8.count <= beginning.longest else { return false }
    let rest = key.dropFirst(beginning.text.count)
    if rest.isEmpty || beginning.continuations.isEmpty { return true }
    // A banner speaks to its reader; what has a comma and does not may well end in "the regulator said".
    guard beginning.continuations.contains(where: rest.hasPrefix) else { return false }
    return !rest.contains(",")
      || key.split { !$0.isLetter }.contains { FurnitureWords.reader.contains(String($0)) }
  }

  /// "Partager sur Facebook", "Click to share on X (Opens in new window)": no word but networks' names.
  private static func isSharing(_ key: String) -> Bool {
    guard FurnitureWords.sharingBeginnings.contains(key.prefix { $0 != " " }) else { return false }
    let words = key.prefix { $0 != "(" }.split { " ,/".contains($0) }.map(String.init)
    let middle = words.indices.first { index in
      FurnitureWords.beforeMedia.contains(words[index])
        && FurnitureWords.sharing.contains(words[..<index].joined(separator: " "))
    }
    guard let middle else { return false }
    let names = words[(middle + 1)...]
    return names.contains(where: FurnitureWords.media.contains)
      && names.allSatisfy { FurnitureWords.media.contains($0) || FurnitureWords.besideMedia.contains($0) }
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

  /// "0 commentaire", "12 comments", "35 partages", "Commentaires (3)".
  private static func isCount(_ key: String) -> Bool {
    // Most lines are told by their ends.
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard
      key.hasPrefix("no ")
        || [key.utf8.first, key.utf8.last].contains(where: { $0.map(digits.contains) == true })
    else { return false }
    let words = key.split { " ()".contains($0) }
    func isNumber(_ word: Substring?) -> Bool {
      word == "no" || word?.allSatisfy { $0.isASCII && $0.isNumber } == true
    }
    guard words.count > 1 else { return false }
    return isNumber(words.first) && FurnitureWords.counted.contains(words.dropFirst().joined(separator: " "))
      || isNumber(words.last) && FurnitureWords.counted.contains(words.dropLast().joined(separator: " "))
  }
}
