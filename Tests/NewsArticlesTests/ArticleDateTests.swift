import TestSupport
import Testing

@testable import NewsArticles

@Suite struct ArticleDateTests {
  @Test(arguments: [
    // ISO 8601 and its beginnings.
    ("2023", "2023"), (" 2023\n", "2023"), ("2023-09", "2023-09"), ("2023-9", "2023-09"),
    ("2023-09-13", "2023-09-13"),
    ("2023-9-3", "2023-09-03"), ("2023/09/13", "2023-09-13"), ("2023.09.13", "2023-09-13"),
    ("20230913", "2023-09-13"),
    ("2023-09-13T11:05", "2023-09-13T11:05"), ("2023-09-13t11:05", "2023-09-13T11:05"),
    ("2023-09-13 11:05", "2023-09-13T11:05"), ("2023-09-13T11:05:59", "2023-09-13T11:05"),
    ("2023-09-13T11:05Z", "2023-09-13T11:05Z"), ("2023-09-13T11:05:00z", "2023-09-13T11:05Z"),
    ("2023-09-13T11:05+00:00", "2023-09-13T11:05Z"), ("2023-09-13T11:05:00+02:00", "2023-09-13T11:05+02:00"),
    ("2023-09-13T11:05:00+0200", "2023-09-13T11:05+02:00"), ("2023-09-13T11:05+02", "2023-09-13T11:05+02:00"),
    ("2023-09-13T11:05:00.000+02:00", "2023-09-13T11:05+02:00"),
    ("2023-09-13T11:05:00,123Z", "2023-09-13T11:05Z"),
    ("2023-09-13T11:05:00.123456789-03:30", "2023-09-13T11:05-03:30"),
    ("2023-09-13T11:05−02:00", "2023-09-13T11:05-02:00"),
    ("2023-09-13 00:00:00 +0530", "2023-09-13T00:00+05:30"),
    // Day first.
    ("13/09/2023", "2023-09-13"), ("1/9/2023", "2023-09-01"), ("13.09.2023", "2023-09-13"),
    ("13-09-2023", "2023-09-13"),
    ("13/09/23", "2023-09-13"), ("13/09/2023 11:05", "2023-09-13T11:05"),
    ("mercredi 13/09/2023", "2023-09-13"),
    ("13/09/2023 à 11h05", "2023-09-13T11:05"), ("le 13/09/2023, 11 h 05", "2023-09-13T11:05"),
    ("13-sept-2023", "2023-09-13"),
    // French.
    ("13 septembre 2023", "2023-09-13"), ("mercredi 13 septembre 2023", "2023-09-13"),
    ("Mercredi, 13 septembre 2023", "2023-09-13"), ("MERCREDI 13 SEPTEMBRE 2023", "2023-09-13"),
    ("le 13 septembre 2023", "2023-09-13"), ("Le mercredi 13 septembre 2023", "2023-09-13"),
    ("1er septembre 2023", "2023-09-01"), ("dimanche 1er janvier 2023 à 0 h 05", "2023-01-01T00:05"),
    ("mercredi 13 septembre 2023 à 11 h 05", "2023-09-13T11:05"),
    ("13 septembre 2023 à 11h05", "2023-09-13T11:05"),
    ("13 septembre 2023 à 11\u{A0}h\u{202F}05", "2023-09-13T11:05"),
    ("13 septembre 2023 à 11h", "2023-09-13T11:00"),
    ("13 septembre 2023 à 23:59", "2023-09-13T23:59"), ("13 septembre 2023, 11:05", "2023-09-13T11:05"),
    ("13 septembre 2023 - 11h05", "2023-09-13T11:05"), ("13 septembre 2023 11 h 05 min", "2023-09-13T11:05"),
    ("13 sept. 2023", "2023-09-13"), ("13 sept 2023 à 11 h 05", "2023-09-13T11:05"),
    ("septembre 2023", "2023-09"),
    ("Sept. 2023", "2023-09"), ("29 février 2024", "2024-02-29"), ("1 fe\u{301}vrier 2024", "2024-02-01"),
    // RFC 822 and English.
    ("Wed, 13 Sep 2023 11:05:00 +0200", "2023-09-13T11:05+02:00"),
    ("13 Sep 2023 11:05 GMT", "2023-09-13T11:05Z"),
    ("Wed, 13 Sep 2023 11:05:00 UTC", "2023-09-13T11:05Z"),
    ("Wed, 13 Sep 2023 11:05:00 -0000", "2023-09-13T11:05Z"),
    ("Wednesday 13 September 2023", "2023-09-13"), ("1st May 2023", "2023-05-01"),
    ("13th May 2023", "2023-05-13"),
    ("September 2023", "2023-09"), ("2nd September 2023", "2023-09-02"), ("3rd September 2023", "2023-09-03"),
    ("September 13, 2023", "2023-09-13"), ("Sept. 13th, 2023 11:05", "2023-09-13T11:05"),
    ("Wed, Sep 13, 2023", "2023-09-13"), ("Mar 2023", "2023-03"), ("Mar 13, 2023", "2023-03-13"),
    ("Wed, 13 Sep 2023 11:05:00 UT", "2023-09-13T11:05Z"),
    // Abbreviated days, ordinals set as such, no separators, leap seconds, two digits for a year.
    ("mer. 13 sept. 2023", "2023-09-13"), ("mar. 12 mars 2024", "2024-03-12"), ("1ᵉʳ mai 2023", "2023-05-01"),
    ("20230913T110500Z", "2023-09-13T11:05Z"), ("20230913T1105+0200", "2023-09-13T11:05+02:00"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59Z"), ("13/09/69", "2069-09-13"), ("13/09/70", "1970-09-13"),
    ("13/09/99", "1999-09-13"), ("0001-01-01", "0001-01-01"), ("5999-12-31", "5999-12-31"),
  ])
  func `a written date is read as it was meant`(text: String, expected: String) {
    #expect(ArticleDate(text)?.description == expected)
  }

  @Test(arguments: [
    "", " ", "hier", "mercredi", "le", "septembre", "13 septembre", "13/09", "09/2023", "11:05", "11 h 05",
    // No calendar has these.
    "0000", "0000-01-01", "2023-00", "2023-13", "2023-13-01", "2023-00-13", "2023-09-00", "2023-09-31",
    "2023-02-29",
    "1900-02-29", "31/04/2023", "00/09/2023", "13/13/2023", "32 mai 2023", "0 mai 2023", "29 février 2023",
    "20231301",
    "2023-09-13T25:00", "2023-09-13T11:60", "13 septembre 2023 à 25 h", "13 septembre 2023 à 11 h 60",
    "2023-09-13T11:05+19:00", "2023-09-13T11:05+99:99", "2023-09-13T11:05+9999",
    "6000-01-01", "9999-12-31", "2023-09-13T11:05:61", "2023-09-13T11:05:99", "2023-09-13T11:05+02:75",
    "20230913T110599Z", "20230913T2505",
    // A date with less than it promises.
    "2023-09-13T11:05+", "2023-09-13T11:05:00+02:", "2023-09-13T11:05+020", "2023-09-13 à", "2023-09-13 -",
    "2023-09-13T", "2023-09-13T11:05:", "2023-09-13T11:05:00.", "13/09/023", "13/09/3", "20230913 1105",
    "13 septembre 2023 1105", "September 13", "September 13, 23",
    // A date with more than a date.
    "en 2023", "2023 et 2024", "Le 13 septembre 2023, Kim est arrivé", "2023-09-13 2023-09-14",
    "2023-09-13T11:05 demain",
    "13 septembre 2023 à onze heures", "15 000 soldats", "le 11 septembre", "version 2.0.2023",
    // Signs and digits that fit no order.
    "-2023", "+2023", "2023-", "2023-09-", "2023/09-13", "13/09-2023", "13 brumaire 2023", "999", "12345",
    "123456",
    "٢٠٢٣", "２０２３", "99999999999999999999", "\u{0}", "2023\u{301}", "13//09//2023",
  ])
  func `a text that is no date names none`(text: String) {
    #expect(ArticleDate(text) == nil)
  }

  @Test func `a long text is turned down at once`() {
    for piece in ["1", "a", " ", "-", "é", "2023-09-13T"] {
      #expect(ArticleDate(String(repeating: piece, count: 100_000)) == nil)
    }
  }

  @Test(arguments: [
    (1, ["janvier", "janv.", "january", "jan"]),
    (2, ["février", "fevrier", "févr.", "fév", "february", "feb"]),
    (3, ["mars", "march", "mar"]), (4, ["avril", "avr.", "april", "apr"]), (5, ["mai", "may"]),
    (6, ["juin", "june", "jun"]), (7, ["juillet", "juil.", "july", "jul"]),
    (8, ["août", "aout", "august", "aug"]),
    (9, ["septembre", "sept.", "september", "sep"]), (10, ["octobre", "oct.", "october"]),
    (11, ["novembre", "nov.", "november"]), (12, ["décembre", "decembre", "déc.", "december", "dec"]),
  ])
  func `months have their names, long and short`(month: Int, names: [String]) {
    for name in names {
      for text in ["2 \(name) 2024", "2 \(name.uppercased()) 2024", "2 \(name) 2024 à 6 h"] {
        let date = ArticleDate(text)
        #expect(date?.month == month && date?.day == 2 && date?.year == 2024, "\(text)")
      }
    }
  }

  @Test(arguments: [
    "lundi", "Mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "Monday", "Tue", "Wednesday",
    "Thu", "Fri",
    "Saturday", "Sun",
  ])
  func `a day of the week may stand before a date`(name: String) {
    #expect(ArticleDate("\(name) 13 septembre 2023")?.description == "2023-09-13")
    #expect(ArticleDate("\(name), 13 Sep 2023 11:05:00 GMT")?.description == "2023-09-13T11:05Z")
    #expect(ArticleDate(name) == nil)
  }

  @Test func `parts that make no date make none`() {
    #expect(ArticleDate(year: 0) == nil)
    #expect(ArticleDate(year: 5_999) != nil)
    #expect(ArticleDate(year: 6_000) == nil)
    #expect(ArticleDate(year: 2023, month: 0) == nil)
    #expect(ArticleDate(year: 2023, month: 13) == nil)
    #expect(ArticleDate(year: 2023, day: 1) == nil)
    #expect(ArticleDate(year: 2023, month: 9, day: 31) == nil)
    #expect(ArticleDate(year: 2023, month: 9, minuteOfDay: 0) == nil)
    #expect(ArticleDate(year: 2023, month: 9, day: 13, minuteOfDay: 1440) == nil)
    #expect(ArticleDate(year: 2023, month: 9, day: 13, minuteOfDay: -1) == nil)
    #expect(ArticleDate(year: 2023, month: 9, day: 13, offset: 120) == nil)
    #expect(ArticleDate(year: 2023, month: 9, day: 13, minuteOfDay: 0, offset: 1081) == nil)
    #expect(ArticleDate(year: 2023, month: 9, day: 13, minuteOfDay: 1439, offset: -1080) != nil)
  }

  @Test(arguments: [
    (1600, true), (1700, false), (1900, false), (2000, true), (2023, false), (2024, true), (2100, false),
    (2400, true),
  ])
  func `February has 29 days in leap years`(year: Int, isLeap: Bool) {
    #expect((ArticleDate(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect((ArticleDate("29/02/\(year)") != nil) == isLeap)
    #expect(ArticleDate(year: year, month: 2, day: 30) == nil)
    #expect(ArticleDate(year: year, month: 2, day: 28) != nil)
  }

  @Test(arguments: [
    ("1970", 0), ("1970-01", 0), ("1970-01-01", 0), ("1970-01-01T00:01", 1), ("1970-01-02", 1440),
    ("1970-02", 44_640),
    ("1969-12-31", -1440), ("1969-12-31T23:59", -1), ("2000-01-01", 15_778_080), ("2000-02-29", 15_863_040),
    ("2000-03-01", 15_864_480), ("2023-09-13T11:05", 28_243_385), ("2038-01-19T03:14", 35_791_394),
    ("1900-01-01", -36_816_480), ("0001-01-01", -1_035_593_280), ("5999-12-31T23:59", 2_119_574_879),
  ])
  func `minutes count from 1970`(text: String, minutes: Int) throws {
    #expect(try Int(#require(ArticleDate(text)).minutes) == minutes)
  }

  @Test(arguments: ["Z", "+02:00", "-11:30", "+18:00", "-18:00"])
  func `the offset does not change the minutes`(offset: String) throws {
    let bare = try #require(ArticleDate("2023-09-13T00:05"))
    let shifted = try #require(ArticleDate("2023-09-13T00:05\(offset)"))
    #expect(shifted.minutes == bare.minutes)
    #expect(shifted.offset != nil && shifted != bare)
  }

  @Test func `each day follows the day before`() {
    var days: [ArticleDate] = []
    for year in 1890...2110 {
      for month in 1...12 {
        days += (1...31).compactMap { ArticleDate(year: year, month: month, day: $0) }
      }
    }
    // Leap years are every fourth but 1900 and 2100.
    #expect(days.count == 221 * 365 + 53)
    for (day, next) in zip(days, days.dropFirst()) where Int(next.minutes) - Int(day.minutes) != 1440 {
      Issue.record("\(day) and \(next)")
    }
    for day in days {
      let noon = ArticleDate(secondsSince1970: Double(day.minutes) * 60 + 43_200)
      if noon?.description != "\(day)T12:00Z" { Issue.record("\(day)") }
    }
  }

  @Test(arguments: [
    (0.0, "1970-01-01T00:00Z"), (59.9, "1970-01-01T00:00Z"), (60, "1970-01-01T00:01Z"),
    (-1, "1969-12-31T23:59Z"),
    (951_782_400, "2000-02-29T00:00Z"), (1_694_596_800, "2023-09-13T09:20Z"),
    (1_709_251_199, "2024-02-29T23:59Z"),
    (-62_135_596_800, "0001-01-01T00:00Z"), (127_174_492_799, "5999-12-31T23:59Z"), (-62_135_596_801, nil),
    (127_174_492_800, nil), (253_402_300_799, nil), (1e12, nil), (1e300, nil), (-1e300, nil),
    (.infinity, nil), (-.infinity, nil), (.nan, nil),
  ])
  func `seconds since 1970 make a minute of UTC`(seconds: Double, expected: String?) {
    #expect(ArticleDate(secondsSince1970: seconds)?.description == expected)
  }

  /// A date of any precision.
  private func randomDate(_ random: inout SeededGenerator) -> ArticleDate? {
    let precision = Int.random(in: 0...4, using: &random)
    return ArticleDate(
      year: .random(in: 1...5_999, using: &random),
      month: precision > 0 ? .random(in: 1...12, using: &random) : nil,
      day: precision > 1 ? .random(in: 1...28, using: &random) : nil,
      minuteOfDay: precision > 2 ? .random(in: 0..<1440, using: &random) : nil,
      offset: precision > 3 ? .random(in: -1080...1080, using: &random) : nil)
  }

  @Test func `a date is read back as it is written`() throws {
    var random = SeededGenerator()
    for _ in 0..<3_000 {
      let date = try #require(randomDate(&random))
      #expect(ArticleDate(date.description) == date, "\(date), seed \(random.seed)")
    }
  }

  @Test func `minutes are ordered as dates are`() throws {
    var random = SeededGenerator()
    func parts(_ date: ArticleDate) -> [Int] {
      [date.year, date.month ?? 1, date.day ?? 1, date.minuteOfDay ?? 0]
    }
    for _ in 0..<3_000 {
      let (one, two) = (try #require(randomDate(&random)), try #require(randomDate(&random)))
      let isBefore = parts(one).lexicographicallyPrecedes(parts(two))
      #expect((one.minutes < two.minutes) == isBefore, "\(one) and \(two), seed \(random.seed)")
    }
  }
}
