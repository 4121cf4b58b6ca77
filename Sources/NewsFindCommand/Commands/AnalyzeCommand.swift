import Glibc
import NewsFindKit

/// `newsfind analyze`: the tokens and terms of texts.
struct AnalyzeCommand {
  private struct Record: Encodable {
    struct Token: Encodable {
      let surface: String
      let terms: [String]
      let start: Int
      let end: Int
      /// Left out unless they are asked for.
      let rule: String?
      let readings: [String]?
    }

    let text: String
    let tokens: [Token]
  }

  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    let analysis = TextAnalysis()
    if arguments.operands.isEmpty {
      let lines = try InputLines("-")
      // Whoever types the lines waits for an answer to each.
      let isTyped = Terminal.isTerminal(STDIN_FILENO)
      while let line = try lines.next() {
        try print(line, analysis, &output)
        if isTyped { try output.flush() }
      }
    } else {
      try print(arguments.operands.joined(separator: " "), analysis, &output)
    }
    return .success
  }

  private func print(_ text: String, _ analysis: TextAnalysis, _ output: inout ByteOutput) throws {
    let tokens = analysis.tokens(of: text)
    guard !arguments.has(.json) else {
      let record = Record(
        text: text,
        tokens: tokens.map {
          Record.Token(
            surface: $0.surface, terms: $0.terms, start: $0.range.lowerBound, end: $0.range.upperBound,
            rule: arguments.has(.explain) ? $0.rule : nil,
            readings: arguments.has(.explain) ? $0.readings : nil)
        })
      return try output.write(JSONText.line(record))
    }
    let rows = tokens.map { token in
      var fields = [token.surface, token.terms.joined(separator: " ")]
      fields.append("\(token.range.lowerBound)–\(token.range.upperBound)")
      if arguments.has(.explain) { fields.append(([token.rule] + token.readings).joined(separator: ", ")) }
      return fields.map(PrintableText.line)
    }
    try output.write(isTable ? Self.aligned(rows) : rows.map { $0.joined(separator: "\t") + "\n" }.joined())
    try output.write("\n")
  }

  /// People get columns, programs tabs.
  private var isTable: Bool { Terminal.isTerminal(STDOUT_FILENO) }

  private static func aligned(_ rows: [[String]]) -> String {
    guard let first = rows.first else { return "" }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
