/// The names of months and days, French and English, in lower case.
enum DateWords {
  private static let months: [[String]] = [
    ["janvier", "janv", "january", "jan"], ["février", "fevrier", "févr", "fevr", "fév", "february", "feb"],
    ["mars", "march", "mar"], ["avril", "avr", "april", "apr"], ["mai", "may"], ["juin", "june", "jun"],
    ["juillet", "juil", "july", "jul"], ["août", "aout", "august", "aug"],
    ["septembre", "sept", "september", "sep"], ["octobre", "oct", "october"],
    ["novembre", "nov", "november"],
    ["décembre", "decembre", "déc", "december", "dec"],
  ]

  private static let days: Set<String> = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mon", "tue",
    "wed", "thu", "fri", "sat", "sun",
  ]

  /// What makes an ordinal of a day's number.
  static let ordinals: Set<String> = ["er", "ᵉʳ", "st", "nd", "rd", "th"]

  /// The number of the month with this name, from 1.
  static func month(_ name: String) -> Int? {
    months.firstIndex { $0.contains(name) }.map { $0 + 1 }
  }

  /// Whether this is the name of a day of the week; "mar" may be one, or a month.
  static func isDay(_ name: String) -> Bool { days.contains(name) }
}
