/// Prints a text of one line with its highlights, wrapped at a width.
struct HighlightedText {
  /// How a highlight begins and ends.
  struct Style {
    let begin: String
    let end: String

    /// Bold red, as grep has it.
    static let colored = Style(begin: "\u{1B}[1;31m", end: "\u{1B}[0m")
    /// Brackets, where there are no colours.
    static let bracketed = Style(begin: "[", end: "]")
  }

  let style: Style
  /// Columns to wrap at; `nil` to print one line.
  let width: Int?

  /// The text as it is printed.
  ///
  /// - Parameters:
  ///   - text: Any text; its control characters are made visible.
  ///   - highlights: Ranges of UTF-8 bytes of `text`, ascending.
  ///   - indent: Stands before each line but the first.
  /// - Returns: Lines without a line feed at the end.
  func rendered(_ text: String, highlights: [Range<Int>], indent: String = "") -> String {
    var lines: [String.UnicodeScalarView] = []
    var line = String.UnicodeScalarView()
    var column = indent.count
    var lastSpace: (place: String.Index, column: Int)?
    var pending = highlights[...]
    var offset = 0
    for scalar in text.unicodeScalars {
      if let range = pending.first, range.lowerBound == offset { line += style.begin.unicodeScalars }
      let printed = PrintableText.scalar(scalar)
      if printed == " " { lastSpace = (line.endIndex, column) }
      line.append(printed)
      column += 1
      offset += UTF8.width(scalar)
      if let range = pending.first, range.upperBound <= offset {
        line += style.end.unicodeScalars
        pending.removeFirst()
      }
      if let width, column > width, let space = lastSpace {
        lines.append(String.UnicodeScalarView(line[..<space.place]))
        line = indent.unicodeScalars + line[line.index(after: space.place)...]
        column = indent.count + column - space.column - 1
        lastSpace = nil
      }
    }
    lines.append(line)
    return lines.map { String($0) }.joined(separator: "\n")
  }
}
