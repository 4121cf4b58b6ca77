/// Which articles a search is about, whatever they say.
struct ArticleFilter: Sendable {
  /// The numbers of the sections that are wanted; `nil` for all.
  var sections: Set<UInt16>?
  /// The numbers of the sources that are wanted; `nil` for all.
  var sources: Set<UInt16>?
  /// The first minute that is wanted.
  var firstMinute: Int32?
  /// The first minute that is wanted no more.
  var endMinute: Int32?

  /// Whether there are articles that do not pass.
  var isSelective: Bool {
    sections != nil || sources != nil || firstMinute != nil || endMinute != nil
  }

  /// Whether an article passes.
  ///
  /// One without a date passes no bound of dates.
  @inline(__always)
  func admits(_ traits: ArticleTraits) -> Bool {
    if let sources, !sources.contains(traits.source) { return false }
    if let sections, !sections.contains(traits.section) { return false }
    if firstMinute != nil || endMinute != nil, traits.minutes == ArticleTraits.noDate { return false }
    if let firstMinute, traits.minutes < firstMinute { return false }
    if let endMinute, traits.minutes >= endMinute { return false }
    return true
  }

  /// Asks for what another filter asks for, too.
  mutating func narrow(to other: ArticleFilter) {
    if let wanted = other.sections { sections = sections?.intersection(wanted) ?? wanted }
    if let wanted = other.sources { sources = sources?.intersection(wanted) ?? wanted }
    if let wanted = other.firstMinute { firstMinute = max(firstMinute ?? wanted, wanted) }
    if let wanted = other.endMinute { endMinute = min(endMinute ?? wanted, wanted) }
  }
}
