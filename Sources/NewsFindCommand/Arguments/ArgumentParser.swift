/// Reads a command line by the table of options.
///
/// The first word names the command if it is a command's name; otherwise the command is `search`, as it is where `--`
/// comes first. In a search, a word that begins with one minus is no option but a word to exclude, unless it is the
/// short form of one (-n, -h).
struct ArgumentParser {
  private var rest: ArraySlice<String>
  private var arguments = CommandArguments(command: .search)

  private init(_ words: [String]) {
    rest = words[...]
  }

  /// The arguments that the words of a command line mean.
  static func parse(_ words: [String]) throws(UsageError) -> CommandArguments {
    var parser = ArgumentParser(words)
    return try parser.parse()
  }

  private mutating func parse() throws(UsageError) -> CommandArguments {
    var given: [CommandOption] = []
    while let word = rest.popFirst() {
      if word == "--" {
        arguments.operands += rest
        break
      }
      if let option = try option(word) {
        given.append(option)
      } else if !arguments.isCommandNamed, arguments.operands.isEmpty,
        let command = CommandName(rawValue: word)
      {
        arguments.command = command
        arguments.isCommandNamed = true
      } else {
        arguments.operands.append(word)
      }
    }
    for option in given where !option.commands.contains(arguments.command) {
      throw UsageError("'\(arguments.command.rawValue)' takes no --\(option.rawValue)", arguments.command)
    }
    return arguments
  }

  /// The option that a word is, its value taken from the word or from the next; `nil` for an operand.
  private mutating func option(_ word: String) throws(UsageError) -> CommandOption? {
    if word.hasPrefix("--") {
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = CommandOption(rawValue: String(parts[0])) else {
        throw UsageError(
          "there is no option --\(parts[0])", arguments.isCommandNamed ? arguments.command : nil)
      }
      try set(option, parts.count > 1 ? String(parts[1]) : nil)
      return option
    }
    guard word.hasPrefix("-"), let letter = word.dropFirst().first else { return nil }
    let behind = word.dropFirst(2)
    if let option = CommandOption.allCases.first(where: { $0.letter == letter }) {
      if behind.isEmpty {
        try set(option, nil)
        return option
      }
      if option.value != nil, behind.allSatisfy({ "0"..."9" ~= $0 }) {
        try set(option, String(behind))
        return option
      }
    }
    if arguments.command == .search { return nil }
    throw UsageError("there is no option \(word); behind '--' it is taken as it stands", arguments.command)
  }

  private mutating func set(_ option: CommandOption, _ value: String?) throws(UsageError) {
    if option.value == nil {
      guard value == nil else { throw UsageError("--\(option.rawValue) takes no value", arguments.command) }
      arguments.options[option] = ""
    } else if let value = value ?? rest.popFirst() {
      arguments.options[option] = value
    } else {
      throw UsageError("--\(option.rawValue) needs a value", arguments.command)
    }
  }
}
