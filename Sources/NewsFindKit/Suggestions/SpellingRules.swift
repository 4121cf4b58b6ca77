/// What French ears and fingers take for one another, with weights; 100 is any slip at all.
///
/// Letters are folded: é is e, ç is c. Weights are by judgement: what is written in two ways without a sound to tell them
/// apart costs a quarter of a slip, what is near half of one.
enum SpellingRules {
  /// Letters that may stand for others.
  struct Rule {
    let typed: [UInt8]
    let meant: [UInt8]
    let cost: Int
  }

  static let standard: Int32 = 100
  /// A letter too many or too few beside the same one: anulation, annulation.
  static let doubled: Int32 = 30
  /// An h.
  static let silent: Int32 = 50
  /// Two neighbours in the wrong order.
  static let swapped: Int32 = 70
  /// Nearly nobody mistakes the first letter.
  static let first: Int32 = 140

  /// Ways of writing a sound, within a word.
  static let alike: [Rule] = both(
    """
    ph f 25, an en 25, am em 25, am an 40, em en 40, om on 40, in ain 35, in ein 35, ain ein 25, in un 60, in im 40, \
    qu k 25, qu c 30, qu q 20, ck k 25, ck c 25, ch k 50, ch sh 20, sch ch 30, tch ch 25, ss c 40, sc s 40, sc c 40, \
    ss s 30, eau o 30, au o 30, eau au 25, ai e 35, ei e 40, ai ei 25, ai ay 25, oi oua 50, oi oy 25, ou u 60, ou w 50, \
    gn ni 50, ill y 40, ll y 50, ti ci 40, ti si 40, ct x 50, ks x 30, cc x 40, xc x 30, gu g 40, ge j 40, ge g 50, \
    dj j 30, eu oeu 25, eu oe 40, th t 25, rh r 25, kh k 25, iy y 30, ii i 30, ij y 50, ie y 50, tz ts 30, ov of 40, \
    ev eff 40, av aff 40, cz tch 40, ey ei 30
    """)

  /// Letters at a word's end that are not heard, or endings that sound alike.
  static let endings: [Rule] = both(
    """
    - e 35, - s 35, - t 45, - d 50, - x 45, - es 40, - ent 60, - p 60, - z 50, er e 25, ez e 25, er ez 25, ee e 25, \
    ai e 40, ait e 45, ait ai 25, aient ait 25, et e 40, s t 50, t d 45, s x 40, ement emment 25, eur eure 30, o eau 30, \
    o ot 35, o aud 40, el elle 30, al ale 30, il ille 40, y i 20, tion ssion 30, if ive 60, i is 35, i it 35, u us 35
    """)

  /// What it costs to take one letter for another.
  @inline(__always)
  static func cost(of typed: UInt8, for meant: UInt8, isFirst: Bool) -> Int32 {
    if typed == meant { return 0 }
    let (row, column) = (Int(typed &- UInt8(ascii: "a")), Int(meant &- UInt8(ascii: "a")))
    guard row < 26, column < 26 else { return isFirst ? first : standard }
    let cost = Int32(letters[row * 26 + column])
    return isFirst && cost > 50 ? first : cost
  }

  /// For each letter that is typed and each that is meant.
  private static let letters: [UInt8] = {
    var costs = [UInt8](repeating: UInt8(standard), count: 26 * 26)
    func set(_ one: Character, _ other: Character, _ cost: UInt8) {
      guard let row = one.asciiValue, let column = other.asciiValue else { return }
      let (left, right) = (Int(row) - 97, Int(column) - 97)
      costs[left * 26 + right] = min(costs[left * 26 + right], cost)
      costs[right * 26 + left] = min(costs[right * 26 + left], cost)
    }
    // Neighbours on an AZERTY keyboard; each row stands half a key to the right of the one above it.
    let rows = ["azertyuiop", "qsdfghjklm", "wxcvbn"].map(Array.init)
    for (number, row) in rows.enumerated() {
      for place in row.indices {
        if place + 1 < row.count { set(row[place], row[place + 1], 75) }
        guard number > 0 else { continue }
        for above in [place, place + 1] where above < rows[number - 1].count {
          set(row[place], rows[number - 1][above], 80)
        }
      }
    }
    // The same keys on a QWERTY keyboard.
    set("a", "q", 65)
    set("z", "w", 65)
    for (letters, cost) in [
      ("ck", 35), ("cq", 40), ("kq", 25), ("sz", 40), ("cs", 50), ("iy", 20), ("gj", 50), ("vw", 45),
      ("fv", 70),
      ("bp", 75), ("dt", 75), ("mn", 65), ("ae", 75), ("ei", 80), ("ou", 80), ("oa", 85), ("bv", 80),
      ("lr", 90),
    ] as [(String, UInt8)] {
      if let one = letters.first, let other = letters.last { set(one, other, cost) }
    }
    return costs
  }()

  /// Rules both ways, from a list of two ways of writing and a weight; - is nothing.
  private static func both(_ list: String) -> [Rule] {
    list.split(separator: ",").flatMap { item -> [Rule] in
      let parts = item.split(separator: " ")
      guard parts.count == 3, let cost = Int(parts[2]) else { return [] }
      let one = parts[0] == "-" ? [] : Array(parts[0].utf8)
      let other = parts[1] == "-" ? [] : Array(parts[1].utf8)
      return [
        Rule(typed: one, meant: other, cost: cost), Rule(typed: other, meant: one, cost: cost),
      ]
    }
  }
}
