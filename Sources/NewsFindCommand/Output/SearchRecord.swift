import NewsFindKit

/// The results of a search as `--json` prints them.
struct SearchRecord: Encodable {
  struct Hit: Encodable {
    let rank: Int
    let id: String
    let title: String
    let section: String?
    let date: String?
    let url: String?
    let source: String?
    let score: Double
    let snippets: [SnippetRecord]
    let titleHighlights: [[Int]]

    enum CodingKeys: String, CodingKey {
      case rank, id, title, section, date, url, source, score, snippets
      case titleHighlights = "title_highlights"
    }
  }

  struct SnippetRecord: Encodable {
    let text: String
    let highlights: [[Int]]
  }

  let query: String
  let total: Int
  let tookMilliseconds: Double
  let hits: [Hit]
  let notes: [String]

  enum CodingKeys: String, CodingKey {
    case query, total, hits, notes
    case tookMilliseconds = "took_ms"
  }

  init(_ results: SearchResults) {
    query = results.query
    total = results.total
    tookMilliseconds = Double(results.took.microseconds) / 1_000
    notes = results.notes
    hits = results.hits.map { hit in
      Hit(
        rank: hit.rank, id: hit.id, title: hit.title, section: hit.section, date: hit.date, url: hit.url,
        source: hit.source, score: hit.score,
        snippets: hit.snippets.map {
          SnippetRecord(text: $0.text, highlights: $0.highlights.map { [$0.lowerBound, $0.upperBound] })
        },
        titleHighlights: hit.titleHighlights.map { [$0.lowerBound, $0.upperBound] })
    }
  }
}
