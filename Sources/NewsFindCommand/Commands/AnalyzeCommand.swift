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
            surface: $0.surface, terms: $0.terms, start: $0.range.lowerBound, end: $0.range.upperBound)
        })
      return try output.write(JSONText.line(record))
    }
    for token in tokens {
      let range = "\(token.range.lowerBound)–\(token.range.upperBound)"
      let fields = [token.surface, token.terms.joined(separator: " "), range].map(PrintableText.line)
      try output.write(fields.joined(separator: "\t") + "\n")
    }
    try output.write("\n")
  }
}
