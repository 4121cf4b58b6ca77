/// When ``NewsIndex/watch(_:options:timing:progress:onEvent:)`` looks at what has changed.
public struct WatchTiming: Sendable, Hashable {
  /// A run begins when nothing has changed for this long; a file that is still open must be quiet four times as long.
  public var quiet: Duration
  /// While one change follows another, those that are quiet wait no longer than this.
  public var patience: Duration
  /// A file that is written without a pause is read after this time as it is then, and once more when it is done.
  public var filePatience: Duration

  /// Times with these values.
  public init(
    quiet: Duration = .milliseconds(500), patience: Duration = .seconds(5),
    filePatience: Duration = .seconds(30)
  ) {
    self.quiet = quiet
    self.patience = patience
    self.filePatience = filePatience
  }
}
