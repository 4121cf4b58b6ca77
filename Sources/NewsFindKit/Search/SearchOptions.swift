import NewsArticles

/// What a search may be asked besides its words.
public struct SearchOptions: Sendable {
  /// How many hits to return at most.
  public var limit: Int
  /// How many hits to pass over first.
  public var offset: Int
  /// Only articles of this section; case and accents do not matter.
  public var section: String?
  /// Only articles of this date or later, by the clock of their place; none without a date.
  public var after: ArticleDate?
  /// Only articles from before this date: those of the day itself are left out, and those without a date.
  public var before: ArticleDate?
  /// What comes first.
  public var order: SearchOrder
  /// The longest a hit's snippets may be together, in characters (code points); at least 40.
  ///
  /// The marks where something was cut off, and what stands between two snippets, are counted.
  public var snippetLength: Int

  /// Whether an acronym finds what it stands for, and the other way round.
  public var usesSynonyms: Bool
  /// After which time an article's score counts half; `nil` where its age does not matter.
  public var halfLife: HalfLife?
  /// Whether articles that are nearly the same as one before them are hits of their own.
  ///
  /// Else they are named with that one: ``SearchHit/duplicates``.
  public var showsDuplicates: Bool
  /// Whether each hit tells why it scores what it does.
  public var explains: Bool
  /// Whether a query that is not plain is an error, ``QuerySyntaxError``, instead of being read somehow.
  public var isStrict: Bool

  /// Whether other spellings are proposed for words that no article holds, and searched where nothing is found.
  public var suggestsSpelling: Bool

  /// Whether to count all that matches by section, source, year and month.
  public var countsFacets: Bool

  /// How exact ``SearchResults/total`` is to be.
  public var counting = TotalCounting.whereCheap

  /// After which time to answer with what was found until then: ``SearchResults/isComplete`` tells; `nil` for no limit.
  ///
  /// It is looked at about every millisecond; what is under way is finished: some thirty texts, the snippets.
  public var timeLimit: Duration?
  /// Whether to give up with a `CancellationError`; by default the calling task decides.
  ///
  /// Asked about every millisecond, on the thread that searches.
  public var isCancelled: @Sendable () -> Bool = { Task.isCancelled }

  /// Whether the texts of the best thirty are read to order them anew, by the forms and the places of the words in them.
  public var reranks = true
  /// Whether the hits have snippets.
  public var makesSnippets = true

  /// By which ways hits are found; all of them lead to the same ones.
  package var ways = SearchWays()

  /// Options with these values; the defaults are the command's.
  public init(
    limit: Int = 10, offset: Int = 0, section: String? = nil, after: ArticleDate? = nil,
    before: ArticleDate? = nil, order: SearchOrder = .relevance, snippetLength: Int = 235,
    usesSynonyms: Bool = true, isStrict: Bool = false, suggestsSpelling: Bool = true,
    countsFacets: Bool = false, halfLife: HalfLife? = nil, showsDuplicates: Bool = false,
    explains: Bool = false
  ) {
    self.limit = limit
    self.offset = offset
    self.section = section
    self.after = after
    self.before = before
    self.order = order
    self.snippetLength = snippetLength
    self.usesSynonyms = usesSynonyms
    self.isStrict = isStrict
    self.suggestsSpelling = suggestsSpelling
    self.countsFacets = countsFacets
    self.halfLife = halfLife
    self.showsDuplicates = showsDuplicates
    self.explains = explains
  }
}
