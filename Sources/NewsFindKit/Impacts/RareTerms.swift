/// Terms that few articles hold: their doclists are read as fast as a list, so that the large segment, of the oldest articles,
/// leaves them out.
enum RareTerms {
  /// What so many articles hold at most is rare, however few there are.
  @TaskLocal static var leastLimit = 512

  /// What so many of some articles hold at most is rare.
  static func limit(of articles: Int64) -> Int { max(leastLimit, Int(articles / 400)) }
}
