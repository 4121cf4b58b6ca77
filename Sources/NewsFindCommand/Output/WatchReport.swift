import Glibc
import NewsFindKit

/// What is told of an index that is kept up to date: a line for each run that did something.
final class WatchReport {
  private let isQuiet: Bool
  private let prunes: Bool
  private var line: ProgressLine
  private var isFirst = true
  /// What could not be read the last time.
  private var told: Set<Rejection> = []
  /// Whether the end came amid a run.
  private(set) var isBrokenOff = false

  init(isQuiet: Bool, prunes: Bool) {
    self.isQuiet = isQuiet
    self.prunes = prunes
    line = ProgressLine(isShown: !isQuiet && Terminal.isTerminal(STDERR_FILENO))
  }

  /// Tells how far a run has come.
  func show(_ progress: ReindexProgress) {
    guard progress.removing > 0 else { return line.show(progress) }
    // Later runs tell in their one line how many they took out.
    if isFirst { note("taking out \(progress.removing) articles whose source is gone") }
  }

  /// Takes the line that tells how far a run has come away.
  func clear() {
    line.clear()
  }

  /// Tells of an event on standard error.
  func tell(_ event: WatchEvent) {
    clear()
    switch event {
    case .indexed(let summary): tell(summary)
    case .watching(let count): note("watching \(count) folders and files; Ctrl-C ends it")
    case .putOff(let error): note("waiting: \(error)")
    }
  }

  private func tell(_ summary: ReindexSummary) {
    // With --prune every run looks at all files, those that cannot be read among them.
    let known = prunes ? told : []
    let isNews = summary.rejections.contains { !known.contains($0) }
    summary.tellRejections(except: known)
    told = Set(summary.rejections)
    if isFirst || isNews || summary.added + summary.changed + summary.moved + summary.removed > 0 {
      note("indexed \(summary.counts(withRemoved: prunes))")
    }
    isFirst = false
    guard summary.isCancelled else { return }
    isBrokenOff = true
    Message.note("stopped: what was indexed stays; the same command goes on from there")
  }

  private func note(_ text: String) {
    guard !isQuiet else { return }
    clear()
    Message.note(text)
  }
}
