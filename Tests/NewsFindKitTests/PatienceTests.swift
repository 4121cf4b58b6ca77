import SQLiteStore
import Testing

@testable import NewsFindKit

@Suite struct PatienceTests {
  private let busy = SQLiteError(code: .busy, message: "busy")

  @Test func `what is busy is tried again until it succeeds`() throws {
    var attempts = 0
    let result = try Patience.trying(for: .seconds(10)) {
      attempts += 1
      if attempts < 4 { throw busy }
      return "done"
    }
    #expect(result == "done")
    #expect(attempts == 4)
  }

  @Test(arguments: [Duration.zero, .milliseconds(100)])
  func `when the time is over it is said`(limit: Duration) throws {
    var attempts = 0
    let start = ContinuousClock().now
    #expect(throws: busy) {
      try Patience.trying(for: limit) {
        attempts += 1
        throw busy
      }
    }
    #expect(attempts == 1 || limit > .zero)
    #expect(ContinuousClock().now - start >= limit)
  }

  @Test func `other errors are not waited for`() {
    var attempts = 0
    let full = SQLiteError(code: .full, message: "full")
    #expect(throws: full) {
      try Patience.trying(for: .seconds(10)) {
        attempts += 1
        throw full
      }
    }
    #expect(attempts == 1)
  }
}
