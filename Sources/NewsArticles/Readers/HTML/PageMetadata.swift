/// What a page says of its article besides the text.
struct PageMetadata {
  /// Titles it gives itself, the surest first.
  var titles: [String] = []
  /// Summaries of it.
  var descriptions: [String] = []
  var date: ArticleDate?
  var section: String?
  var author: String?
  /// Its canonical address.
  var url: String?
  var language: String?
  /// The newspaper.
  var site: String?
  /// The text, where JSON-LD has it.
  var articleBody: String?
  /// Whether it calls itself an article, or a video.
  var isArticle = false
  /// Whether it calls itself a list, a home page, a search.
  var isList = false

  /// What a page says.
  ///
  /// JSON-LD comes first, then Open Graph and other `meta` elements, then microdata, then what is found in the page.
  init(_ tree: HTMLTree) {
    let things = Self.linkedData(tree)
    let meta = MetaElements(tree)
    let microdata = Microdata(tree)
    url =
      Self.canonicalAddress(tree) ?? Self.address(meta.first("og:url"))
      ?? Self.address(meta.first("twitter:url"))
    let article = Self.article(things, url)

    site =
      Self.line(meta.first("og:site_name", "application-name"))
      ?? Self.line(article?["publisher"]?.texts.first)
    titles = [
      article?["headline"]?.texts.first, article?["name"]?.texts.first, microdata.first("headline"),
      meta.first("og:title", "twitter:title", "title", "dc.title", "dcterms.title"),
    ].compactMap(Self.line)
    titles += tree.elements("title").prefix(1).map { tree.line(of: $0) }.filter { !$0.isEmpty }
    descriptions = [
      article?["description"]?.texts.first, article?["alternativeHeadline"]?.texts.first,
      meta.first("og:description", "twitter:description"), meta.first("description", "dc.description"),
      microdata.first("description"),
    ].compactMap(Self.line)
    articleBody = article?["articleBody"]?.texts.joined(separator: "\n")
    url = url ?? Self.address(article?["mainEntityOfPage"]?.address) ?? Self.address(article?["url"]?.address)

    let dates =
      ["datePublished", "uploadDate", "dateCreated"].compactMap { article?[$0]?.texts.first } + meta.dates
      + microdata.all("datePublished") + microdata.all("dateCreated")
    date = dates.lazy.compactMap { ArticleDate($0) }.first
    section =
      [
        article?["articleSection"]?.texts.first,
        meta.first("article:section", "parsely-section", "section", "category"),
        microdata.first("articleSection"), Self.breadcrumb(things), Self.breadcrumb(tree),
      ].lazy.compactMap(Self.line).first
    let authors = article.flatMap { Self.names($0["author"] ?? $0["creator"]) } ?? []
    author =
      Self.line(authors.isEmpty ? nil : authors.joined(separator: ", "))
      ?? Self.name(meta.first("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"))
      ?? Self.name(microdata.author)
    language =
      [
        tree.elements("html").first.flatMap {
          tree.attribute("lang", of: $0) ?? tree.attribute("xml:lang", of: $0)
        },
        article?["inLanguage"]?.texts.first, meta.first("og:locale", "content-language", "dc.language"),
        microdata.first("inLanguage"),
      ].lazy.compactMap(Self.line).first

    let types = things.flatMap(\.types)
    let kind = meta.first("og:type")?.lowercased() ?? ""
    isArticle =
      article != nil || kind == "article" || kind.hasPrefix("video")
      || meta.first("article:published_time") != nil
      || microdata.isArticle
    isList =
      article == nil
      && (url.map(Self.isHome) == true || !isArticle && types.contains { Self.listTypes.contains($0) })
  }

  // MARK: JSON-LD

  /// Types of which a page is an article.
  private static let articleTypes: Set<String> = [
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting",
    "SocialMediaPosting", "Report", "TechArticle", "ScholarlyArticle", "SatiricalArticle",
    "AdvertiserContentArticle",
    "Review", "Recipe", "ClaimReview", "Interview", "CreativeWork",
  ]
  private static let mediaTypes: Set<String> = [
    "VideoObject", "AudioObject", "PodcastEpisode", "MediaObject",
  ]
  private static let listTypes: Set<String> = [
    "CollectionPage", "ItemList", "SearchResultsPage", "WebSite", "ProfilePage",
  ]

  private static func linkedData(_ tree: HTMLTree) -> [LinkedData] {
    tree.elements("script")
      .filter { tree.attribute("type", of: $0)?.lowercased().contains("ld+json") == true }
      .compactMap { LinkedData(tree.bytes[tree.nodes[$0].text]) }
      .flatMap(\.things)
  }

  /// The article among several things: the one of this address, else the first that is an article, else a video.
  private static func article(_ things: [LinkedData], _ url: String?) -> LinkedData? {
    let articles = things.filter { thing in
      thing.types.contains { articleTypes.contains($0) }
        && (thing["headline"] != nil || thing["name"] != nil || thing["articleBody"] != nil)
    }
    let own = articles.first { article in
      guard let url else { return false }
      return [article["url"]?.address, article["mainEntityOfPage"]?.address, article["@id"]?.address]
        .contains { $0.map(page) == page(url) }
    }
    return own ?? articles.first ?? things.first { $0.types.contains { mediaTypes.contains($0) } }
  }

  /// An address without what only points into the page.
  private static func page(_ address: String) -> Substring {
    let page = address.prefix { $0 != "#" && $0 != "?" }
    return page.hasSuffix("/") ? page.dropLast() : page
  }

  private static func names(_ value: LinkedData?) -> [String] {
    (value?.texts ?? []).compactMap { name($0) }
  }

  /// The section in the path to the page: what follows the home page.
  private static func breadcrumb(_ things: [LinkedData]) -> String? {
    guard let list = things.first(where: { $0.types.contains("BreadcrumbList") }) else { return nil }
    let items = list["itemListElement"]?.elements ?? []
    let names = items.compactMap { ($0["name"] ?? $0["item"]?["name"])?.texts.first }
    return PageMetadata.section(inPath: names)
  }

  private static func breadcrumb(_ tree: HTMLTree) -> String? {
    let path = tree.nodes.indices.first { index in
      guard ["nav", "ol", "ul", "div", "p"].contains(tree.nodes[index].tag) else { return false }
      let words = ["class", "id", "itemtype", "aria-label"].compactMap { tree.attribute($0, of: index) }
        .flatMap(FurnitureNames.words)
      return words.contains { ["breadcrumb", "breadcrumbs", "ariane"].contains($0) }
    }
    guard let path else { return nil }
    return section(inPath: tree.elements("a", in: path).map { tree.line(of: $0) })
  }

  private static func section(inPath names: [String]) -> String? {
    let homes: Set<String> = [
      "accueil", "home", "à la une", "une", "actualités", "actualité", "actus", "articles",
    ]
    let name = names.map(PlainText.line).first { !$0.isEmpty && !homes.contains($0.lowercased()) }
    return name.flatMap { $0.count <= 40 ? $0 : nil }
  }

  // MARK: Addresses and names

  private static func canonicalAddress(_ tree: HTMLTree) -> String? {
    tree.elements("link").first { tree.attribute("rel", of: $0)?.lowercased() == "canonical" }
      .flatMap { address(tree.attribute("href", of: $0)) }
  }

  /// An address that is whole.
  private static func address(_ text: String?) -> String? {
    guard let text = line(text) else { return nil }
    if text.hasPrefix("//") { return "https:" + text }
    return text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }

  /// Whether an address is that of a site, not of one of its pages.
  private static func isHome(_ address: String) -> Bool {
    let path = page(address).split(separator: "/").dropFirst(2)
    return path.isEmpty && !address.contains("?")
  }

  /// A person's or an agency's name: no address, no "Par" before it.
  static func name(_ text: String?) -> String? {
    guard var name = line(text), !name.contains("://"), !name.hasPrefix("@"), name.count <= 160 else {
      return nil
    }
    for word in ["Par ", "par ", "By ", "by ", "PAR "] where name.hasPrefix(word) {
      name.removeFirst(word.count)
    }
    return name.isEmpty ? nil : name
  }

  /// A text on one line, its entities resolved where they were written twice; `nil` where it is empty.
  private static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let line = HTMLText.unescaped(text)
    return line.isEmpty ? nil : line
  }
}
