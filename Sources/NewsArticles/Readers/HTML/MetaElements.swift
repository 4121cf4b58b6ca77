/// The `meta` elements of a page: Open Graph's and all others.
///
/// Source: <https://ogp.me/>.
struct MetaElements {
  private var values: [String: [String]] = [:]

  init(_ tree: HTMLTree) {
    for index in tree.elements("meta") {
      guard let content = tree.attribute("content", of: index), !content.isEmpty else { continue }
      for key in ["property", "name", "itemprop", "http-equiv"] {
        guard let name = tree.attribute(key, of: index)?.lowercased() else { continue }
        values[name, default: []].append(content)
      }
    }
  }

  /// The first value of the first name that has one.
  func first(_ names: String...) -> String? {
    names.lazy.compactMap { values[$0]?.first }.first
  }

  /// Dates of publication, the surest first.
  var dates: [String] {
    [
      "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
      "sailthru.date", "publish-date",
      "publish_date", "publication_date", "pubdate", "dc.date.issued", "dcterms.issued", "dc.date",
      "dcterms.date",
      "dc.date.created", "dcterms.created", "cxenseparse:recs:publishtime", "article.published", "date",
      "datecreated",
    ].flatMap { values[$0] ?? [] }
  }
}
