import Glibc
import NewsFindKit

/// One line on standard error that tells how far a reindexing has come; written over and over.
struct ProgressLine {
  private let isShown: Bool
  private let start = ContinuousClock().now
  private var last: ContinuousClock.Instant?

  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Shows the present state, at most ten times a second.
  mutating func show(_ progress: ReindexProgress) {
    guard isShown else { return }
    let now = ContinuousClock().now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    let line = text(progress, after: now - start)
    // A line that wraps could not be written over.
    let columns = Terminal.width(STDERR_FILENO) ?? 80
    Message.plain("\r\u{1B}[K\(line.prefix(max(columns - 1, 0)))")
  }

  /// Takes the line away.
  func clear() {
    guard isShown, last != nil else { return }
    Message.plain("\r\u{1B}[K")
  }

  private func text(_ progress: ReindexProgress, after elapsed: Duration) -> String {
    let seconds = max(Double(elapsed.microseconds) / 1_000_000, 0.001)
    guard !progress.isSorting else {
      return "\(bar(progress)) writing \(progress.articles) of \(progress.totalBytes) articles by date"
    }
    let rate = Double(progress.bytes) / seconds
    let left = rate > 0 ? Int(Double(max(progress.totalBytes - progress.bytes, 0)) / rate) : 0
    return
      "\(bar(progress)) \(Int(share(progress) * 100)) %  \(progress.articles) articles  \((rate / 1_000_000).oneDecimal) MB/s  "
      + "\(left / 60) min \(left % 60) s left"
  }

  private func share(_ progress: ReindexProgress) -> Double {
    progress.totalBytes > 0 ? min(Double(progress.bytes) / Double(progress.totalBytes), 1) : 0
  }

  private func bar(_ progress: ReindexProgress) -> String {
    let width = 24
    let filled = Int(share(progress) * Double(width))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }
}
