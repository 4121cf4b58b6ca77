import NewsArticles

/// What a run looks at of the paths that it is given.
struct ReindexScope: Sendable {
  /// The files and folders that are looked at; all where `nil`.
  ///
  /// The rest is taken to be as it was.
  var selection: PathSelection?
  /// Files that are being written, by the paths at which a walk comes to them: they are left for another run.
  var unsettled: Set<String> = []
}
