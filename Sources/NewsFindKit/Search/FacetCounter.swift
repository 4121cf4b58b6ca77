/// Counts matches by the numbers in their traits; names are looked up when all are counted.
struct FacetCounter {
  private(set) var sections: [Int] = []
  private(set) var sources: [Int] = []
  private(set) var undated = 0
  /// By days since ``firstDay``; further days are in `otherDays`.
  private var days = [Int32](repeating: 0, count: 1 << 16)
  private var otherDays: [Int32: Int] = [:]

  /// In 1880; the last one is in 2059.
  private static let firstDay: Int32 = -(1 << 15)

  /// Counts an article.
  mutating func count(_ article: ArticleTraits) {
    Self.count(Int(article.section), in: &sections)
    Self.count(Int(article.source), in: &sources)
    guard article.minutes != ArticleTraits.noDate else {
      undated += 1
      return
    }
    let day = Int32((Double(article.minutes) / 1440).rounded(.down))
    let place = Int(day) - Int(Self.firstDay)
    if days.indices.contains(place) {
      days[place] += 1
    } else {
      otherDays[day, default: 0] += 1
    }
  }

  /// Adds what another counter has counted, of other articles.
  mutating func add(_ other: FacetCounter) {
    Self.add(other.sections, to: &sections)
    Self.add(other.sources, to: &sources)
    undated += other.undated
    for (place, articles) in other.days.enumerated() { days[place] += articles }
    otherDays.merge(other.otherDays) { $0 + $1 }
  }

  /// The number of articles of each day that has any, in days since 1970-01-01, in no order.
  var articlesByDay: [(day: Int32, articles: Int)] {
    var counts = otherDays.map { (day: $0.key, articles: $0.value) }
    for (place, articles) in days.enumerated() where articles > 0 {
      counts.append((Int32(place) + Self.firstDay, Int(articles)))
    }
    return counts
  }

  private static func add(_ others: [Int], to counts: inout [Int]) {
    counts += [Int](repeating: 0, count: max(others.count - counts.count, 0))
    for (number, articles) in others.enumerated() { counts[number] += articles }
  }

  private static func count(_ number: Int, in counts: inout [Int]) {
    if number >= counts.count {
      counts += [Int](repeating: 0, count: number + 1 - counts.count)
    }
    counts[number] += 1
  }
}
