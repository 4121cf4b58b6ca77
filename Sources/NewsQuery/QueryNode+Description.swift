extension QueryNode: CustomStringConvertible {
  /// The query in its own language, with every parenthesis: to parse it gives an equal tree.
  package var description: String {
    switch content {
    case .term(let term): term.description
    case .list(let items): items.map(\.enclosed).joined(separator: " ")
    case .required(let node): "+" + node.behindSign
    case .excluded(let node): "-" + node.behindSign
    case .and(let operands): operands.map(\.enclosed).joined(separator: " AND ")
    case .or(let operands): operands.map(\.enclosed).joined(separator: " OR ")
    }
  }

  private var enclosed: String {
    switch content {
    case .term, .required, .excluded: description
    case .list, .and, .or: "(\(description))"
    }
  }

  /// A sign counts before a letter, a mark or a parenthesis only.
  private var behindSign: String {
    if case .term(let term) = content, term.beginsPlainly { return term.description }
    return "(\(description))"
  }
}

extension QueryTerm: CustomStringConvertible {
  /// The term in the query language.
  package var description: String {
    let name = field.map { $0.names[0] + ":" } ?? ""
    return switch kind {
    case .word: name + behindColon(text)
    case .prefix: name + behindColon(text + "*")
    case .exactWord: name + "=" + text
    case .phrase: name + quoted
    case .exactPhrase: name + "=" + quoted
    case .near(let distance): name + quoted + "~\(distance)"
    case .value: name + quoted
    }
  }

  fileprivate var beginsPlainly: Bool {
    guard field == nil, kind == .word || kind == .prefix, let first = text.unicodeScalars.first else {
      return true
    }
    return first.isLetter
  }

  /// A field counts before a letter, a digit, a mark or a parenthesis only.
  private func behindColon(_ word: String) -> String {
    guard field != nil, let first = word.unicodeScalars.first, !first.isLetter, !first.isDigit
    else { return word }
    return "(\(word))"
  }

  /// The text between marks that it does not hold itself: it came out of such.
  private var quoted: String {
    let scalars = text.unicodeScalars
    if !scalars.contains("\"") { return "\"\(text)\"" }
    return scalars.contains("»") ? "“\(text)”" : "«\(text)»"
  }
}
