import Testing

@testable import NewsFindKit

@Suite struct HalfLifeTests {
  @Test(arguments: [
    ("30d", 30), ("30j", 30), ("2w", 14), ("2s", 14), ("6m", 180), ("1y", 365), ("1a", 365),
    ("3650000d", 3_650_000),
  ])
  func `a time is a number and a unit`(text: String, days: Int) {
    #expect(HalfLife(text)?.minutes == days * 1_440)
  }

  @Test(arguments: [
    "", "d", "30", "0d", "-1d", "+3d", "1.5d", "30 d", "30D", "d30", "30h", "99999999999999999999d",
    "9223372036854775807y",
    "10001y", "3é",
  ])
  func `anything else is none`(text: String) {
    #expect(HalfLife(text) == nil)
  }

  @Test func `a score counts half after each half-life`() throws {
    let halfLife = try #require(HalfLife("1d"))
    let now: Int32 = 20_000_000
    #expect(halfLife.factor(of: now, now: now) == 1)
    #expect(halfLife.factor(of: now + 5, now: now) == 1)
    #expect(halfLife.factor(of: now - 1_440, now: now) == 0.5)
    #expect(halfLife.factor(of: now - 4_320, now: now) == 0.125)
    let oldest = halfLife.factor(of: Int32.min + 1, now: .max)
    #expect(oldest > 0)
    #expect(halfLife.factor(of: ArticleTraits.noDate, now: now) == oldest)
  }
}
