import Testing

@testable import newsfind_bench

@Suite("How queries are measured")
struct MeasuringPaceTests {
  private let queries = ["a", "b", "a"].compactMap { BenchQuery(line: "\($0)\tquery of \($0)") }

  @Test("each query is run once to warm up, then so many rounds, class by class")
  func rounds() {
    var run: [String] = []
    let pace = MeasuringPace(rounds: 2, budget: .seconds(60), clock: .wall)
    let latencies = pace.measure(queries) {
      run.append($0.queryClass)
      return 4
    }
    #expect(run.joined() == "aaaaaabbb")
    #expect(latencies.map(\.number) == [0, 2, 1])
    #expect(latencies.allSatisfy { $0.rounds == 2 && $0.hits == 4 && $0.best != nil })
  }

  @Test("without time ten queries are measured once more")
  func budget() {
    let many = Array(repeating: queries[0], count: 30)
    var count = 0
    let latencies = MeasuringPace(rounds: 5, budget: .zero, clock: .wall).measure(many) { _ in
      count += 1
      return 0
    }
    #expect(latencies.count == 10)
    #expect(count == 20)
  }

  @Test("both clocks go on while there is work", arguments: [MeasuringClock.wall, .cpu])
  func clocks(clock: MeasuringClock) {
    let worked = clock.measure {
      let start = MeasuringClock.wall.now
      while MeasuringClock.wall.now - start < .milliseconds(5) {}
    }
    #expect(worked > .zero)
    // Of these five milliseconds another program may have had some.
    if clock == .wall { #expect(worked >= .milliseconds(5)) }
  }
}
