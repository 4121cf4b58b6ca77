/// A query's text, by code points.
struct QueryText {
  private let scalars: [(scalar: Unicode.Scalar, start: Int)]
  private let end: Int
  /// For each kind of closing mark, the place of the last one in the text: beyond it, nothing closes.
  private let lastClosing: [Unicode.Scalar: Int]
  /// The opening parentheses that close before a space or a quotation mark.
  private var closedInWord: Set<Int> = []

  init(_ text: String) {
    var scalars: [(Unicode.Scalar, Int)] = []
    var lastClosing: [Unicode.Scalar: Int] = [:]
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "”" || scalar == "»" { lastClosing[scalar] = scalars.count }
      scalars.append((scalar, offset))
      offset += UTF8.width(scalar)
    }
    self.scalars = scalars
    self.lastClosing = lastClosing
    end = offset
    var open: [Int] = []
    for place in scalars.indices {
      if isSpace(place) || isMark(place) {
        open = []
      } else if self[place] == "(" {
        open.append(place)
      } else if self[place] == ")", let opening = open.popLast() {
        closedInWord.insert(opening)
      }
    }
  }

  /// Whether a parenthesis that opens there closes before the next space or quotation mark.
  func isClosedInWord(_ place: Int) -> Bool { closedInWord.contains(place) }

  /// In code points.
  var count: Int { scalars.count }

  /// The code point at a place; `nil` behind the end.
  subscript(place: Int) -> Unicode.Scalar? {
    place < scalars.count ? scalars[place].scalar : nil
  }

  subscript(places: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[places].lazy.map(\.scalar))
    return String(text)
  }

  /// Places as UTF-8 bytes.
  func bytes(_ places: Range<Int>) -> Range<Int> {
    offset(places.lowerBound)..<offset(places.upperBound)
  }

  private func offset(_ place: Int) -> Int {
    place < scalars.count ? scalars[place].start : end
  }

  func isSpace(_ place: Int) -> Bool { self[place].map(\.isSpace) ?? true }

  func isLetter(_ place: Int) -> Bool { self[place].map(\.isLetter) ?? false }

  func isDigit(_ place: Int) -> Bool { self[place].map(\.isDigit) ?? false }

  func isWord(_ place: Int) -> Bool { isLetter(place) || isDigit(place) }

  /// Whether a quotation mark stands there, closed or not.
  func isMark(_ place: Int) -> Bool {
    switch self[place] {
    case "\"", "“", "„", "”", "«", "»": true
    default: false
    }
  }

  /// Where the phrase closes that opens at a place; `nil` where none opens, or it never closes.
  func phraseEnd(from place: Int) -> Int? {
    guard let scalar = self[place], let mark = Self.closing(for: scalar), let last = lastClosing[mark],
      last > place
    else { return nil }
    return scalars[(place + 1)...last].firstIndex { $0.scalar == mark }
  }

  private static func closing(for mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "\"": "\""
    case "“", "„": "”"
    case "«": "»"
    default: nil
    }
  }
}
