/// Compounds that are written with a hyphen or without, besides those of the lexicon: anti-missile, week-end.
enum CompoundPrefix {
  /// Whether a compound, its parts written together, is one of English origin that French writes both ways.
  static func isBorrowed(_ compound: UnsafeBufferPointer<UInt8>) -> Bool {
    compound.count <= 12 && borrowed.contains(String(decoding: compound, as: UTF8.self))
  }

  private static let borrowed: Set<String> = [
    "weekend", "weekends", "cowboy", "cowboys", "pullover", "pullovers", "bestseller", "bestsellers",
    "blackout",
    "checkup", "crossover", "fairplay", "globetrotter", "hotdog", "hotdogs", "jukebox", "lockout", "makeup",
    "pingpong", "playback", "popcorn", "showbiz", "standup", "startup", "startups", "striptease",
    "turnover", "walkover", "webradio", "talkshow", "talkshows", "email", "emails",
  ]

  /// Whether the first part of a compound is one that others are written on to.
  static func isPrefix(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    all.contains { prefix in
      let count = prefix.utf8CodeUnitCount
      return part.count == count && (0..<count).allSatisfy { part[$0] == prefix.utf8Start[$0] }
    }
  }

  private static let all: [StaticString] = [
    "anti", "auto", "bio", "cardio", "centro", "cyber", "extra", "euro", "hyper", "inter", "intra", "macro",
    "mega",
    "micro", "mini", "mono", "multi", "narco", "neo", "neuro", "para", "poly", "post", "pre", "pro", "proto",
    "pseudo",
    "psycho", "radio", "retro", "semi", "socio", "super", "supra", "techno", "tele", "thermo", "trans",
    "turbo", "ultra",
    "video",
  ]
}
