import NewsFindKit

/// What is said of a search on standard error: remarks, other spellings, how much was found.
enum SearchReport {
  static func write(_ results: SearchResults) {
    results.notes.forEach { Message.note("note: \($0)") }
    if !results.isComplete { Message.note("note: the time was over before all was looked at") }
    // A whole article may have been pasted.
    let query = shortened(results.query)
    if let suggestion = results.suggestion {
      let proposed = shortened(suggestion.query)
      if suggestion.isSearched {
        Message.note("nothing found for: \(query)")
        Message.note("searched instead: \(proposed)")
      } else {
        Message.note("did you mean: \(proposed)")
      }
    }
    if results.total == 0 {
      if results.suggestion == nil { Message.note("nothing found for: \(query)") }
    } else {
      let noun = results.total == 1 ? "article" : "articles"
      if !results.hits.isEmpty { Message.plain("\n") }
      let total = results.isTotalExact ? "\(results.total)" : "more than \(Self.rounded(results.total - 1))"
      Message.note("\(results.hits.count) of \(total) \(noun), \(results.took.milliseconds) ms")
    }
  }

  /// A number below which nothing is promised: its first two digits and zeros.
  private static func rounded(_ number: Int) -> Int {
    var unit = 1
    while number / unit >= 100 { unit *= 10 }
    return number / unit * unit
  }

  private static func shortened(_ text: String) -> String {
    text.count > 100 ? "\(text.prefix(100))…" : text
  }
}
