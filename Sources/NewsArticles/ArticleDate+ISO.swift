extension ArticleDate {
  /// The date that a text writes as most machines do: 2023-09-13, or 2023-09-13T11:05:00 with Z or +02:00 behind or not.
  ///
  /// `nil` for anything else: ``ArticleDateParser`` knows many more, and takes a hundred times as long.
  init?(iso text: String) {
    var text = text
    let date = text.withUTF8 { utf8 -> ArticleDate? in
      func isDigit(_ index: Int) -> Bool { 0x30...0x39 ~= utf8[index] }
      func number(_ start: Int, _ count: Int) -> Int? {
        var number = 0
        for index in start..<start + count {
          guard isDigit(index) else { return nil }
          number = number * 10 + Int(utf8[index] - 0x30)
        }
        return number
      }
      let dash = UInt8(ascii: "-")
      guard utf8.count >= 10, utf8[4] == dash, utf8[7] == dash, let year = number(0, 4),
        let month = number(5, 2),
        let day = number(8, 2)
      else { return nil }
      if utf8.count == 10 { return ArticleDate(year: year, month: month, day: day) }
      let colon = UInt8(ascii: ":")
      guard utf8.count >= 19, utf8[10] == UInt8(ascii: "T"), utf8[13] == colon, utf8[16] == colon,
        let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2), hour < 24,
        minute < 60,
        second < 60
      else { return nil }
      var offset: Int?
      switch utf8.count {
      case 19: break
      case 20 where utf8[19] == UInt8(ascii: "Z"): offset = 0
      case 25 where utf8[22] == colon:
        guard let hours = number(20, 2), let minutes = number(23, 2), minutes < 60 else { return nil }
        switch utf8[19] {
        case UInt8(ascii: "+"): offset = hours * 60 + minutes
        case dash: offset = -(hours * 60 + minutes)
        default: return nil
        }
      default: return nil
      }
      return ArticleDate(year: year, month: month, day: day, minuteOfDay: hour * 60 + minute, offset: offset)
    }
    guard let date else { return nil }
    self = date
  }
}
