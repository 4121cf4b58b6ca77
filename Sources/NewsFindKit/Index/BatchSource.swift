/// Hands out articles, batch by batch; used by one thread at a time.
protocol BatchSource {
  /// The next batch; `nil` at the end.
  ///
  /// What keeps the rest from being read stands in the last batch.
  mutating func next() -> PreparedBatch?
}
