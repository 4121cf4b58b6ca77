import NewsArticles
import SQLiteStore

extension SearchSession {
  /// What was counted, with its names.
  ///
  /// To be called in the transaction in which it was.
  func facets(_ counter: FacetCounter) throws(SQLiteError) -> SearchFacets {
    var years: [String: Int] = [:]
    var months: [String: Int] = [:]
    var undated = counter.undated
    for (day, articles) in counter.articlesByDay {
      guard let date = ArticleDate(secondsSince1970: Double(day) * 86_400)?.description else {
        undated += articles
        continue
      }
      years[String(date.prefix(4)), default: 0] += articles
      months[String(date.prefix(7)), default: 0] += articles
    }
    return SearchFacets(
      sections: try named(counter.sections, "SELECT id, name FROM section"),
      sources: try named(counter.sources, "SELECT id, name FROM source"),
      years: Self.ordered(years, undated), months: Self.ordered(months, undated))
  }

  /// Counts with their names, the largest first.
  private func named(_ counts: [Int], _ sql: String) throws(SQLiteError) -> [SearchFacets.Count] {
    var names: [Int: String] = [:]
    let rows = try index.connection.prepare(sql)
    while try rows.step() {
      let number = Int(UInt16(clamping: rows.integer(0)))
      // The last number stands for all that are beyond it.
      if number < counts.count, counts[number] > 0, names[number] == nil { names[number] = rows.text(1) }
    }
    return counts.enumerated().filter { $0.element > 0 }
      .map { SearchFacets.Count(name: names[$0.offset], articles: $0.element) }
      .sorted { one, other in
        one.articles != other.articles
          ? one.articles > other.articles : (one.name ?? "") < (other.name ?? "")
      }
  }

  /// Times in their order, and what has no time.
  private static func ordered(_ counts: [String: Int], _ undated: Int) -> [SearchFacets.Count] {
    var ordered = counts.sorted { $0.key < $1.key }.map {
      SearchFacets.Count(name: $0.key, articles: $0.value)
    }
    if undated > 0 { ordered.append(SearchFacets.Count(name: nil, articles: undated)) }
    return ordered
  }
}
