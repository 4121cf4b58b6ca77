extension Duration {
  /// Whole microseconds, rounded down.
  var microseconds: Int {
    Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
  }

  /// Milliseconds with one decimal, for people.
  var milliseconds: String {
    (Double(microseconds) / 1_000).oneDecimal
  }
}
