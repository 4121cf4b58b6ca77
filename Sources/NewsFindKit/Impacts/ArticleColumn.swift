/// A column of articles, in their order.
extension UnsafeMutablePointer<UInt32> {
  /// The first place, of some that are there, whose article is not below one; behind them where there is none.
  ///
  /// Without a branch that could be foretold wrongly.
  @inline(__always)
  func place(notBelow article: UInt32, in places: Range<Int>) -> Int {
    var first = places.lowerBound
    var rest = places.count
    while rest > 1 {
      let half = rest / 2
      first &+= half & (0 &- isBelow(article, first &+ half &- 1))
      rest -= half
    }
    if rest == 1 { first &+= isBelow(article, first) }
    return first
  }

  /// 1 where the article of a place is below one, else 0: a number, for of a comparison the compiler makes a branch.
  @inline(__always)
  private func isBelow(_ article: UInt32, _ place: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(self[place]) &- UInt64(article)) >> 63)
  }
}
