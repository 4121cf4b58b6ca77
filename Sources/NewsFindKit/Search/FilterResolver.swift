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
    if let section = options.section { filter.sections = try sections([section]) }
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
      let sections = try sections(wanted.values)
      if sections.isEmpty { notes.append("there is no section “\(wanted.values.joined(separator: "”, “"))”") }
      filter.sections = sections
    case .source:
      let names = try sources(wanted.values)
      if names.isEmpty { notes.append("there is no source “\(wanted.values.joined(separator: "”, “"))”") }
      filter.rows = try rows(ofSources: names)
    case .title, .lead, .body: break
    }
    return filter
  }

  /// The numbers of the sections with these names, whatever their case and accents.
  private func sections(_ names: [String]) throws -> Set<UInt16> {
    let wanted = Set(names.map(FrenchFolding.fold))
    let statement = try connection.prepare("SELECT id, name FROM section")
    var numbers: Set<UInt16> = []
    while try statement.step() {
      guard wanted.contains(FrenchFolding.fold(statement.text(1))) else { continue }
      numbers.insert(UInt16(clamping: statement.integer(0)))
    }
    return numbers
  }

  /// The sources with these names as they are written in the index.
  ///
  /// Complexity: O(log articles) for each source of the index.
  private func sources(_ names: [String]) throws -> [String] {
    let wanted = Set(names.map(FrenchFolding.fold))
    let next = try connection.cached("SELECT min(source) FROM article WHERE source > ?1")
    defer { next.reset() }
    var found: [String] = []
    var last = ""
    while true {
      next.reset()
      guard try next.bind(last, at: 1).step(), let source = next.optionalText(0) else { return found }
      if wanted.contains(FrenchFolding.fold(source)) { found.append(source) }
      // A name that is no UTF-8 is repaired in reading, and might come again and again.
      guard !source.utf8.elementsEqual(last.utf8) else { return found }
      last = source
    }
  }

  private func rows(ofSources names: [String]) throws -> RowSet {
    var rows = RowSet()
    let statement = try connection.cached("SELECT id FROM article WHERE source = ?1")
    defer { statement.reset() }
    for name in names {
      statement.reset()
      try statement.bind(name, at: 1)
      while try statement.step() { rows.insert(statement.integer(0)) }
    }
    return rows
  }
}
