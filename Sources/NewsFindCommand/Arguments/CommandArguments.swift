import NewsFindKit

/// A command line, taken apart.
struct CommandArguments: Hashable {
  var command: CommandName
  /// Whether the command's name was typed; a search needs none.
  var isCommandNamed = false
  /// What is neither an option nor the command's name.
  var operands: [String] = []
  /// The last value given for each option; "" for one without a value.
  var options: [CommandOption: String] = [:]

  /// Whether an option was given.
  func has(_ option: CommandOption) -> Bool { options[option] != nil }

  /// The value of an option as a whole number that is not negative.
  func number(_ option: CommandOption, default standard: Int) throws(UsageError) -> Int {
    guard let text = options[option] else { return standard }
    guard let number = Int(text), number >= 0 else {
      throw UsageError("--\(option.rawValue) takes a whole number, not '\(text)'", command)
    }
    return number
  }

  /// The value of an option as a date.
  func date(_ option: CommandOption) throws(UsageError) -> ArticleDate? {
    guard let text = options[option] else { return nil }
    guard let date = ArticleDate(text) else {
      throw UsageError("--\(option.rawValue) takes a date such as 2023-09-13, not '\(text)'", command)
    }
    return date
  }

  /// The value of an option as one of a few words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: CommandOption, default standard: Choice
  ) throws(UsageError) -> Choice where Choice.RawValue == String {
    guard let text = options[option] else { return standard }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
      throw UsageError("--\(option.rawValue) takes \(known), not '\(text)'", command)
    }
    return choice
  }
}
