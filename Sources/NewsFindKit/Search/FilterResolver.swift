import FrenchText
import NewsArticles
import NewsQuery
import SQLiteStore

/// Finds what an index has of the sections, sources and dates that are asked for.
struct FilterResolver {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// What the options of a search ask for.
  func filter(_ options: SearchOptions) throws -> ArticleFilter {
    var filter = ArticleFilter()
    filter.firstMinute = options.after?.minutes
    filter.endMinute = options.before?.minutes
    if let section = options.section { filter.sections = try numbers([section], in: "section") }
    return filter
  }

  /// What a part of a query asks for.
  ///
  /// - Parameters:
  ///   - wanted: The field and its values.
  ///   - notes: Gets a remark where no article has any of them.
  /// - Returns: The filter.
  /// - Throws: ``SQLiteError``.
  func filter(_ wanted: QueryFilter, notes: inout [String]) throws -> ArticleFilter {
    var filter = ArticleFilter()
    switch wanted.field {
    case .before: filter.endMinute = wanted.values.first.flatMap { ArticleDate($0) }?.minutes
    case .after: filter.firstMinute = wanted.values.first.flatMap { ArticleDate($0) }?.minutes
    case .section:
      filter.sections = try numbers(wanted.values, in: "section")
      if filter.sections == [] { notes.append("there is no section \(Self.list(wanted.values))") }
    case .source:
      filter.sources = try numbers(wanted.values, in: "source")
      if filter.sources == [] { notes.append("there is no source \(Self.list(wanted.values))") }
    case .title, .lead, .body: break
    }
    return filter
  }

  private static func list(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: ", ") }

  /// The numbers of the sections or sources with these names, whatever their case and accents.
  private func numbers(_ names: [String], in table: String) throws -> Set<UInt16> {
    let wanted = Set(names.map(FrenchFolding.fold))
    let statement = try connection.prepare("SELECT id, name FROM \(table)")
    var numbers: Set<UInt16> = []
    while try statement.step() {
      guard wanted.contains(FrenchFolding.fold(statement.text(1))) else { continue }
      numbers.insert(UInt16(clamping: statement.integer(0)))
    }
    return numbers
  }
}
