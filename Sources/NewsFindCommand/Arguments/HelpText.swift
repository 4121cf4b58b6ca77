/// The help of newsfind and of each command, made from the table of options.
enum HelpText {
  /// The version of the command.
  static let version = "0.1.0"

  /// What `newsfind --help` prints.
  static var general: String {
    let commands = CommandName.allCases.map { row($0.rawValue, $0.summary, width: 9) }
    return """
      newsfind finds French news articles: all forms of a word, with or without accents, the best first.

      Usage:
        newsfind QUERY…                 search the index
        newsfind index PATH…            make the index, or bring it up to date
        newsfind COMMAND [OPTION…] …

      Commands:
      \(commands.joined(separator: "\n"))

      A word that is also a command's name is searched with 'newsfind search index' or 'newsfind -- index'.

      Examples:
        newsfind index Corpus
        newsfind cosmodrome
        newsfind "« réforme des retraites »" manifestation -télétravail
        newsfind elections --section politique --after 2022-01-01 --sort date
        newsfind search l’espace --json | jq '.hits[].title'

      'newsfind COMMAND --help' tells more of a command.

      """
  }

  /// What `newsfind COMMAND --help` prints.
  static func of(_ command: CommandName) -> String {
    let options = CommandOption.allCases.filter { $0.commands.contains(command) }.map { option in
      let letter = option.letter.map { "-\($0), " } ?? "    "
      let value = option.value.map { " \($0)" } ?? ""
      return row("\(letter)--\(option.rawValue)\(value)", option.summary, width: 26)
    }
    let operands = command.operands.isEmpty ? "" : " \(command.operands)"
    return """
      newsfind \(command.rawValue): \(command.summary)

      Usage: newsfind \(command.rawValue) [OPTION…]\(operands)

      \(command.details)

      Options:
      \(options.joined(separator: "\n"))

      """
  }

  private static func row(_ name: String, _ summary: String, width: Int) -> String {
    let gap = String(repeating: " ", count: max(width - name.count, 1) + 1)
    return "  \(name)\(gap)\(summary)"
  }
}
