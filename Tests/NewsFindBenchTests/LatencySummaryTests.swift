import Testing

@testable import newsfind_bench

@Suite("What the queries of a class took")
struct LatencySummaryTests {
  @Test(
    "the percentile is the nearest element",
    arguments: [
      (50, [3], 3), (50, [1, 2, 3], 2), (50, [1, 2, 3, 4], 3), (95, Array(0...100), 95), (0, [1, 5, 9], 1),
      (100, [1, 5, 9], 9),
    ])
  func percentile(percent: Int, sorted: [Int], expected: Int) {
    #expect(LatencySummary.percentile(percent, of: sorted) == expected)
  }

  @Test("classes keep their order, and each query counts with its best round")
  func summaries() {
    var slow = QueryLatency(queryClass: "b", number: 0, hits: 10, first: .milliseconds(9))
    slow.add(.milliseconds(3))
    slow.add(.milliseconds(2))
    slow.add(.milliseconds(7))
    let never = QueryLatency(queryClass: "a", number: 1, hits: 0, first: .microseconds(1_500))
    let summaries = LatencySummary.all([slow, never])
    #expect(summaries.map(\.row) == ["b\t1\t2.000\t2.000\t2.000", "a\t1\t1.500\t1.500\t1.500"])
    #expect(slow.row == "b\t0\t2.000\t9.000\t3\t10")
  }

  @Test("durations are written as milliseconds with three decimals")
  func milliseconds() {
    let cases: [(Duration, String)] = [
      (.zero, "0.000"), (.microseconds(7), "0.007"), (.microseconds(12_340), "12.340"),
      (.seconds(2), "2000.000"),
    ]
    for (duration, expected) in cases { #expect(duration.milliseconds == expected) }
  }
}
