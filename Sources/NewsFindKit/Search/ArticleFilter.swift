/// Which articles a search is about, whatever they say.
struct ArticleFilter: Sendable {
  /// The numbers of the sections that are wanted; `nil` for all.
  var sections: Set<UInt16>?
  /// The first minute that is wanted.
  var firstMinute: Int32?
  /// The first minute that is wanted no more.
  var endMinute: Int32?

  /// Whether an article passes.
  ///
  /// One without a date passes no bound of dates.
  @inline(__always)
  func admits(_ traits: ArticleTraits) -> Bool {
    if let sections, !sections.contains(traits.section) { return false }
    if firstMinute != nil || endMinute != nil, traits.minutes == ArticleTraits.noDate { return false }
    if let firstMinute, traits.minutes < firstMinute { return false }
    if let endMinute, traits.minutes >= endMinute { return false }
    return true
  }
}
