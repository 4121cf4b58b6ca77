/// Words and how they are meant: a query for engines that have a language of their own.
struct PlainQuery {
  /// How words are meant.
  enum Meaning: String {
    case word, any, all, phrase, prefix
  }

  let meaning: Meaning
  let words: [String]

  /// The query in FTS5's language.
  var fts5Expression: String {
    let quoted = words.map { word in
      "\"\(word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
    return switch meaning {
    case .word, .all: quoted.joined(separator: " AND ")
    case .any: quoted.joined(separator: " OR ")
    case .phrase: quoted.joined(separator: " + ")
    case .prefix: quoted.map { "\($0) *" }.joined(separator: " AND ")
    }
  }
}
