/// Compounds that are written with a hyphen or without, besides those of the lexicon: anti-missile, week-end, pique-nique.
enum CompoundPrefix {
  /// Whether a compound, its parts written together, is one that French writes both ways.
  static func isWrittenBothWays(_ compound: UnsafeBufferPointer<UInt8>) -> Bool {
    guard compound.count <= 15 else { return false }
    let word = String(decoding: compound, as: UTF8.self)
    return borrowed.contains(word) || welded.contains(word.hasSuffix("s") ? String(word.dropLast()) : word)
  }

  /// Compounds that the spelling of 1990 writes in one word.
  ///
  /// Source: Journal officiel, Documents administratifs, 6 December 1990, "Les rectifications de l'orthographe".
  private static let welded: Set<String> = [
    "arcboutant", "boutentrain", "chaussetrape", "croquemadame", "croquemonsieur", "entretemp", "hautparleur",
    "lieudit", "millefeuille", "millepatte", "passepartout", "passepasse", "piquenique", "plateforme",
    "portecle", "portecrayon", "portefaix", "portemanteau", "portemonnaie", "potpourri",
    "quotepart", "risquetout", "saufconduit", "tirebouchon", "tirefond", "vanupied",
    "terreplein", "bassecour", "branlebas", "chauvesouri", "mangetout", "millefleur", "autostop",
  ]

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
    "aero", "agro", "anti", "auto", "bio", "cardio", "centro", "co", "contre", "cyber", "eco", "electro",
    "entre",
    "extra", "euro", "geo", "hydro", "hyper", "hypo", "inter", "intra", "macro",
    "mega",
    "micro", "mini", "mono", "multi", "nano", "narco", "neo", "neuro", "para", "poly", "post", "pre", "pro",
    "proto",
    "pseudo",
    "psycho", "radio", "retro", "semi", "socio", "stereo", "sub", "super", "supra", "techno", "tele",
    "thermo", "trans",
    "turbo", "ultra",
    "video", "visio",
  ]
}
