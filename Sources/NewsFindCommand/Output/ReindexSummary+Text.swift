import NewsFindKit

extension ReindexSummary {
  /// What was done: "3 articles: 1 new, 2 changed, 0 unchanged".
  ///
  /// - Parameter withRemoved: Whether to say how many were taken out, though it be none.
  /// - Returns: One line without an end.
  func counts(withRemoved: Bool) -> String {
    var counts = ["\(added) new", "\(changed) changed", "\(unchanged) unchanged"]
    if moved > 0 { counts.append("\(moved) moved") }
    if duplicates > 0 { counts.append("\(duplicates) there already from another file") }
    if withRemoved { counts.append("\(removed) removed") }
    if repaired > 0 { counts.append("\(repaired) repaired (not UTF-8)") }
    if rejectionCount > 0 { counts.append("\(rejectionCount) rejected") }
    return "\(articles) articles: \(counts.joined(separator: ", "))"
  }

  /// Names on standard error what could not be read.
  ///
  /// - Parameter told: What has been told already, and is no news.
  func tellRejections(except told: Set<Rejection> = []) {
    for rejection in rejections where !told.contains(rejection) { Message.note("newsfind: \(rejection)") }
    let unnamed = rejectionCount - rejections.count
    if unnamed > 0 { Message.note("newsfind: and \(unnamed) more that could not be read") }
  }
}
