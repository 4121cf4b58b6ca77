/// A date of publication: a year, a month, a day, or a day with its time, as precise as it was written.
///
/// Times are kept as the clock of the place showed them, with the offset from UTC where it was written: the day of an
/// article is the day its readers had.
public struct ArticleDate: Sendable, Hashable {
  /// 1 to 5999.
  public let year: Int
  /// 1 to 12; `nil` where only the year is known.
  public let month: Int?
  /// 1 to 31; `nil` where only the month is known.
  public let day: Int?
  /// Minutes since midnight; `nil` where only the day is known.
  public let minuteOfDay: Int?
  /// Minutes that the clock is ahead of UTC; `nil` where that was not written.
  public let offset: Int?

  /// The date with these parts; `nil` where no calendar has it, and beyond the years 1 to 5999.
  ///
  /// Those are the years whose ``minutes`` are sure to fit; no article is of another.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, minuteOfDay: Int? = nil, offset: Int? = nil) {
    guard (1...5999).contains(year), month != nil || day == nil, day != nil || minuteOfDay == nil,
      minuteOfDay != nil || offset == nil
    else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...Self.dayCount(ofMonth: month, year)).contains(day) { return nil }
    if let minuteOfDay, !(0..<1440).contains(minuteOfDay) { return nil }
    if let offset, !(-1080...1080).contains(offset) { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.minuteOfDay = minuteOfDay
    self.offset = offset
  }

  /// The date that a text names: 2023-09-13, 2023-09-13T11:05:00+02:00, 13/09/2023, "mercredi 13 septembre 2023 à
  /// 11 h 05", "Wed, 13 Sep 2023 11:05:00 +0200", 2023-09, 2023; `nil` for any other.
  public init?(_ text: String) {
    guard let date = ArticleDate(iso: text) ?? ArticleDateParser.parse(text) else { return nil }
    self = date
  }

  /// Minutes from 1970-01-01 00:00 to the date by its own clock; what is not known counts as its first value.
  package var minutes: Int32 {
    Int32(Self.days(year, month ?? 1, day ?? 1) * 1440 + (minuteOfDay ?? 0))
  }

  private static func dayCount(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 in the Gregorian calendar, whose year is thought to begin in March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = month > 2 ? year : year - 1
    let months = month > 2 ? month - 3 : month + 9
    return years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1 - 719_468
  }
}

extension ArticleDate: CustomStringConvertible {
  /// ISO 8601: 2023, 2023-09, 2023-09-13, 2023-09-13T11:05 or 2023-09-13T11:05+02:00.
  public var description: String {
    var text = Self.padded(year, 4)
    if let month { text += "-" + Self.padded(month, 2) }
    if let day { text += "-" + Self.padded(day, 2) }
    if let minuteOfDay { text += "T" + Self.clock(minuteOfDay) }
    if let offset { text += offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + Self.clock(abs(offset)) }
    return text
  }

  private static func clock(_ minutes: Int) -> String {
    "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}

extension ArticleDate {
  /// The minute of an instant, by UTC's clock; `nil` beyond the years 1 to 5999.
  package init?(secondsSince1970 seconds: Double) {
    // The year is judged below: this bound keeps the arithmetic safe.
    guard seconds.isFinite, abs(seconds) < 1e12 else { return nil }
    let minutes = Int((seconds / 60).rounded(.down))
    let minute = ((minutes % 1440) + 1440) % 1440
    let shifted = (minutes - minute) / 1440 + 719_468
    guard shifted >= 306 else { return nil }
    // Days to date in the Gregorian calendar, by eras of 400 years that begin in March.
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, minuteOfDay: minute, offset: 0)
  }
}
