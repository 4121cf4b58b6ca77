/// Hands out articles, batch by batch; used by one thread at a time.
protocol BatchSource {
  /// The next batch; `nil` at the end.
  mutating func next() -> PreparedBatch?
}
