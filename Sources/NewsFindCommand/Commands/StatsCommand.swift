import NewsFindKit

/// `newsfind stats`: what the index holds.
struct StatsCommand {
  private struct Record: Encodable {
    struct Section: Encodable {
      let name: OrNull<String>
      let articles: Int
    }

    let path: String
    let articles: Int
    let terms: Int
    let bytes: Int
    let schema: Int
    let analyzer: String
    let firstDate: OrNull<String>
    let lastDate: OrNull<String>
    let sections: [Section]

    enum CodingKeys: String, CodingKey {
      case path, articles, terms, bytes, schema, analyzer, sections
      case firstDate = "first_date"
      case lastDate = "last_date"
    }
  }

  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    guard arguments.operands.isEmpty else { throw UsageError("stats takes no words", .stats) }
    let index = try NewsIndex.open(at: IndexLocation.path(arguments))
    let statistics = try index.statistics()
    if arguments.has(.json) {
      try output.write(
        JSONText.indented(
          Record(
            path: index.path, articles: statistics.articles, terms: statistics.terms, bytes: statistics.bytes,
            schema: statistics.schema, analyzer: statistics.analyzer, firstDate: OrNull(statistics.firstDate),
            lastDate: OrNull(statistics.lastDate),
            sections: statistics.sections.map { Record.Section(name: OrNull($0.name), articles: $0.articles) }
          )))
    } else {
      try output.write(text(index.path, statistics))
    }
    return .success
  }

  private func text(_ path: String, _ statistics: IndexStatistics) -> String {
    var rows = [
      ("index", PrintableText.line(path)), ("articles", "\(statistics.articles)"),
      ("terms", "\(statistics.terms)"), ("bytes", "\(statistics.bytes)"),
      ("schema", "\(statistics.schema)"), ("analyzer", statistics.analyzer),
    ]
    if let first = statistics.firstDate, let last = statistics.lastDate {
      rows.append(("dates", PrintableText.line("\(first) to \(last)")))
    }
    for section in statistics.sections {
      rows.append(("section", "\(PrintableText.line(section.name ?? "(none)")): \(section.articles)"))
    }
    return rows.map { name, value in
      "\(name)\(String(repeating: " ", count: 10 - name.count))\(value)\n"
    }.joined()
  }
}
