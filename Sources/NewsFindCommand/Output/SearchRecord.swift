import NewsFindKit

/// The results of a search as `--json` prints them.
struct SearchRecord: Encodable {
  struct Hit: Encodable {
    let rank: Int
    let id: String
    let title: String
    let section: OrNull<String>
    let date: OrNull<String>
    let url: OrNull<String>
    let source: OrNull<String>
    let score: Double
    let snippets: [SnippetRecord]
    let titleHighlights: [[Int]]
    /// How many articles are nearly the same, and which.
    let duplicateCount: Int
    let duplicates: [String]
    /// Left out unless it was asked for.
    let explanation: ExplanationRecord?

    enum CodingKeys: String, CodingKey {
      case rank, id, title, section, date, url, source, score, snippets, duplicates, explanation
      case titleHighlights = "title_highlights"
      case duplicateCount = "duplicate_count"
    }
  }

  struct SnippetRecord: Encodable {
    let text: String
    let highlights: [[Int]]
  }

  /// The id of a query of `--queries`; left out where there is none.
  let queryID: String?
  let query: String
  let total: Int
  /// Whether there are no more than those.
  let isTotalExact: Bool
  let isComplete: Bool
  let tookMilliseconds: Double
  let hits: [Hit]
  let notes: [String]
  let suggestion: OrNull<SuggestionRecord>
  /// Left out unless it is asked for.
  let facets: FacetsRecord?

  enum CodingKeys: String, CodingKey {
    case isTotalExact = "total_exact"
    case isComplete = "complete"
    case query, total, hits, notes, suggestion, facets
    case queryID = "query_id"
    case tookMilliseconds = "took_ms"
  }

  init(_ results: SearchResults, queryID: String? = nil) {
    self.queryID = queryID
    query = results.query
    total = results.total
    isTotalExact = results.isTotalExact
    isComplete = results.isComplete
    tookMilliseconds = Double(results.took.microseconds) / 1_000
    notes = results.notes
    suggestion = OrNull(results.suggestion.map(SuggestionRecord.init))
    facets = results.facets.map(FacetsRecord.init)
    hits = results.hits.map { hit in
      Hit(
        rank: hit.rank, id: hit.id, title: hit.title, section: OrNull(hit.section), date: OrNull(hit.date),
        url: OrNull(hit.url), source: OrNull(hit.source), score: hit.score,
        snippets: hit.snippets.map { SnippetRecord(text: $0.text, highlights: Self.pairs($0.highlights)) },
        titleHighlights: Self.pairs(hit.titleHighlights), duplicateCount: hit.duplicates.count,
        duplicates: hit.duplicates, explanation: hit.explanation.map(ExplanationRecord.init))
    }
  }

  private static func pairs(_ ranges: [Range<Int>]) -> [[Int]] {
    ranges.map { [$0.lowerBound, $0.upperBound] }
  }
}
