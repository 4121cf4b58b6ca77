/// What may stand before a colon: a part of the article to look in, or something that is known of it.
package enum QueryField: Hashable, Sendable, CaseIterable {
  case title, lead, body
  case section, source
  case before, after

  /// Its names in English and French, the first of which is used in printing.
  package var names: [String] {
    switch self {
    case .title: ["title", "titre"]
    case .lead: ["lead", "chapo", "chapô"]
    case .body: ["body", "texte"]
    case .section: ["section", "rubrique"]
    case .source: ["source"]
    case .before: ["before", "avant"]
    case .after: ["after", "depuis"]
    }
  }

  /// Whether it is a part of the article's text.
  package var isText: Bool {
    switch self {
    case .title, .lead, .body: true
    case .section, .source, .before, .after: false
    }
  }

  /// Whether what stands behind it is a date.
  package var isDate: Bool { self == .before || self == .after }

  /// The field with a name, whatever its case; `nil` for any other word.
  static func named(_ name: String) -> QueryField? {
    byName[name.lowercased()]
  }

  /// The longest name, in code points.
  static let longestName = 8

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { field in field.names.map { ($0, field) } })
}
