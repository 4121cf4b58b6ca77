import NewsFindKit

/// Facets as bar charts: the story of a topic over time, its sections, its sources.
struct FacetChart {
  /// The widest bar, in columns.
  private let barWidth: Int
  private static let longestName = 24
  /// Sections and sources beyond so many are added up.
  private static let rowLimit = 10
  /// More months than this are shown as years.
  private static let monthLimit = 24

  /// - Parameter width: The columns of the terminal; `nil` where there is none.
  init(width: Int?) {
    barWidth = max((width ?? 80) - Self.longestName - 14, 10)
  }

  func text(_ facets: SearchFacets) -> String {
    let months = facets.months.filter { $0.name != nil }
    let isShort = months.count > 1 && Self.span(months) <= Self.monthLimit
    var charts = [isShort ? chart("month", facets.months, rest: nil) : chart("year", facets.years, rest: nil)]
    charts.append(chart("section", facets.sections, rest: "other sections"))
    if facets.sources.contains(where: { $0.name != nil }) {
      charts.append(chart("source", facets.sources, rest: "other sources"))
    }
    return charts.joined(separator: "\n")
  }

  private func chart(_ title: String, _ counts: [SearchFacets.Count], rest: String?) -> String {
    var rows = counts.map { (name: $0.name ?? "(none)", articles: $0.articles) }
    if let rest, rows.count > Self.rowLimit {
      let others = rows[Self.rowLimit...].reduce(0) { $0 + $1.articles }
      rows = rows.prefix(Self.rowLimit) + [("\(rows.count - Self.rowLimit) \(rest)", others)]
    }
    let names = rows.map { name(PrintableText.line($0.name)) }
    let nameWidth = max(names.map(\.count).max() ?? 0, title.count)
    let most = max(rows.map(\.articles).max() ?? 1, 1)
    let digits = String(most).count
    let lines = zip(names, rows).map { name, row in
      let number = String(row.articles)
      return "  " + name + String(repeating: " ", count: nameWidth - name.count + 2)
        + String(repeating: " ", count: max(digits - number.count, 0)) + number + "  "
        + bar(row.articles, most)
    }
    return "\(title)\n\(lines.joined(separator: "\n"))\n"
  }

  private func name(_ text: String) -> String {
    text.count > Self.longestName ? "\(text.prefix(Self.longestName - 1))…" : text
  }

  /// A bar in eighths of a column; whatever is there shows.
  private func bar(_ articles: Int, _ most: Int) -> String {
    let eighths = max(Int(Double(articles) / Double(most) * Double(barWidth * 8)), 1)
    let part = Array("▏▎▍▌▋▊▉")
    return String(repeating: "█", count: eighths / 8)
      + (eighths % 8 > 0 ? String(part[eighths % 8 - 1]) : "")
  }

  /// The months from the first to the last.
  private static func span(_ months: [SearchFacets.Count]) -> Int {
    guard let first = months.first?.name.flatMap(number), let last = months.last?.name.flatMap(number) else {
      return .max
    }
    return last - first + 1
  }

  private static func number(_ month: String) -> Int? {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] : nil
  }
}
