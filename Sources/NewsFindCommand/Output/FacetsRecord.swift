import NewsFindKit

/// Facets as `--json` prints them.
struct FacetsRecord: Encodable {
  struct Count: Encodable {
    let name: OrNull<String>
    let articles: Int

    init(_ count: SearchFacets.Count) {
      name = OrNull(count.name)
      articles = count.articles
    }
  }

  let sections: [Count]
  let sources: [Count]
  let years: [Count]
  let months: [Count]

  init(_ facets: SearchFacets) {
    sections = facets.sections.map(Count.init)
    sources = facets.sources.map(Count.init)
    years = facets.years.map(Count.init)
    months = facets.months.map(Count.init)
  }
}
