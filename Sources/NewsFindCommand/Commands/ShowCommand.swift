import Glibc
import NewsFindKit

/// `newsfind show`: one whole article.
struct ShowCommand {
  private let arguments: CommandArguments

  init(_ arguments: CommandArguments) {
    self.arguments = arguments
  }

  func run(_ output: inout ByteOutput) throws -> ExitStatus {
    guard let id = arguments.operands.first else {
      throw UsageError("show needs the id of an article", .show)
    }
    let usesColor = Terminal.usesColor(try arguments.choice(.color, default: Terminal.ColorChoice.auto))
    let query = arguments.operands.dropFirst().joined(separator: " ")
    let index = try NewsIndex.open(at: IndexLocation.path(arguments))
    guard let found = try index.article(id: id, highlighting: query) else {
      Message.note("no article has the id \(id)")
      return .negative
    }
    if arguments.has(.json) {
      try output.write(JSONText.indented(ArticleRecord(found.article, path: found.path)))
    } else {
      try output.write(text(of: found, usesColor: usesColor))
    }
    return .success
  }

  private func text(of found: IndexedArticle, usesColor: Bool) -> String {
    let printer = HighlightedText(
      style: usesColor ? .colored : .bracketed, width: Terminal.textWidth(STDOUT_FILENO))
    let article = found.article
    let facts = [article.section, article.date?.description, article.author, article.source, article.url]
    var blocks = [printer.rendered(article.title, highlights: found.titleHighlights)]
    blocks.append(printer.rendered(facts.compactMap { $0 }.joined(separator: " · "), highlights: []))
    blocks += paragraphs(article.lead, found.leadHighlights, printer)
    blocks += paragraphs(article.body, found.bodyHighlights, printer)
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The paragraphs of a text, each with its own highlights.
  private func paragraphs(_ text: String, _ highlights: [Range<Int>], _ printer: HighlightedText) -> [String]
  {
    var start = 0
    var pending = highlights[...]
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      let end = start + paragraph.utf8.count
      var own: [Range<Int>] = []
      while let next = pending.first, next.lowerBound < end {
        pending.removeFirst()
        // A phrase may reach into the next paragraph; its marks must not.
        own.append(next.lowerBound - start..<min(next.upperBound, end) - start)
      }
      start = end + 1
      return printer.rendered(String(paragraph), highlights: own)
    }
  }
}
