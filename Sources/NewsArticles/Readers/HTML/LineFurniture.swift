/// Lines of pages that are not of their article, by what they say.
enum LineFurniture {
  /// Whether a line is furniture wherever it stands.
  static func isFurniture(_ line: String) -> Bool {
    guard line.utf8.count <= SiteFurniture.longest else { return false }
    if SiteFurniture.kind(of: line) != nil { return true }
    let key = key(line)
    // Most lines begin with none of these words.
    if wallWords.contains(firstWord(key)), walls.contains(where: key.hasPrefix) { return true }
    if line.utf8.count <= 60, isReadingTime(key) { return true }
    switch firstWord(key) {
    // "L’article … est apparu en premier sur …", as feeds put it behind their items.
    case "l'article", "cet", "the": return published.contains(where: key.contains)
    // "Il vous reste 80 % de cet article à lire."
    case "il": return key.hasPrefix("il vous reste") && key.contains("article")
    default: return false
    }
  }

  /// Whether a line announces links to other articles.
  static func announcesLinks(_ line: String) -> Bool {
    guard line.utf8.count <= 80 else { return false }
    if case .relatedLinks? = SiteFurniture.kind(of: line) { return true }
    let key = key(line)
    return wholeAnnouncements.contains(key) || announcements.contains { key.hasPrefix($0) }
  }

  /// Whether a line says when or by whom the article was written: that stands before it or behind it.
  static func isAboutArticle(_ line: String) -> Bool {
    guard line.utf8.count <= 160 else { return false }
    if WebExportDate.date(in: line) != nil || isTime(line) { return true }
    let key = key(line)
    return bylines.contains { key.hasPrefix($0) } && !BlockEnd.isSentence(line)
  }

  /// Lower case, with one kind of apostrophe and of space.
  private static func key(_ line: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(line.utf8.count)
    for byte in line.lowercased().utf8 {
      key.append(byte == 0x0A ? 0x20 : byte)
      switch (key.count, byte) {
      // U+2019 is an apostrophe; U+00A0, U+202F and U+2009 are spaces.
      case (3..., 0x99) where key.suffix(3) == [0xE2, 0x80, 0x99]:
        replaceLast(3, of: &key, by: UInt8(ascii: "'"))
      case (2..., 0xA0) where key.suffix(2) == [0xC2, 0xA0]: replaceLast(2, of: &key, by: 0x20)
      case (3..., 0xAF) where key.suffix(3) == [0xE2, 0x80, 0xAF]: replaceLast(3, of: &key, by: 0x20)
      case (3..., 0x89) where key.suffix(3) == [0xE2, 0x80, 0x89]: replaceLast(3, of: &key, by: 0x20)
      default: break
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static func replaceLast(_ count: Int, of key: inout [UInt8], by byte: UInt8) {
    key.removeLast(count)
    key.append(byte)
  }

  private static func firstWord(_ key: String) -> Substring { key.prefix { $0 != " " } }

  /// The first words of ``walls``.
  private static let wallWords = Set(walls.map { $0.prefix { $0 != " " } })

  /// "3 min", "Temps de lecture : 3 min", "Lecture 3 min.".
  private static func isReadingTime(_ key: String) -> Bool {
    guard key.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return false }
    let words = key.split { !$0.isLetter && !$0.isNumber }
    guard words.count <= 6, words.contains(where: { ["min", "mn", "minutes"].contains($0) }) else {
      return false
    }
    return words.allSatisfy {
      ["temps", "de", "lecture", "min", "mn", "minutes", "read", "reading", "time"].contains($0)
        || $0.allSatisfy(\.isNumber)
    }
  }

  /// Whether a line is a time of the day: "10:32", "10h32", "à 10 h 32".
  static func isTime(_ line: String) -> Bool {
    guard line.utf8.count <= 16, line.contains(where: \.isNumber) else { return false }
    return ArticleDate("2000-01-01 \(line.lowercased().filter { !"à\u{A0}\u{202F}".contains($0) })") != nil
  }

  private static let bylines = [
    "par ", "by ", "publié", "mis à jour", "modifié", "published", "updated", "posted", "last updated",
    "article rédigé par",
    "propos recueillis par", "écrit par", "written by", "rédigé par", "avec afp", "avec reuters",
    "filed under",
  ]

  private static let announcements = [
    "lire aussi", "à lire aussi", "lire également", "à lire également", "voir aussi", "à voir aussi",
    "à lire :", "à lire sur", "à voir :", "à découvrir :", "sur le même sujet", "sur le même thème",
    "pour aller plus loin", "nos derniers articles", "dans la même rubrique", "vous aimerez aussi",
    "contenus sponsorisés", "les articles les plus lus", "articles liés", "plus d'articles",
    "ailleurs sur le web", "à ne pas manquer", "nos autres articles", "related:", "related articles",
    "related stories", "related content", "more from", "more stories", "more on", "read more",
    "you may also like", "more great",
  ]

  /// Lines that are no more than such an announcement.
  private static let wholeAnnouncements: Set<String> = [
    "à lire", "à voir", "à découvrir", "les plus lus", "related", "recommended", "more", "more:",
  ]

  /// What feeds put behind their items.
  private static let published = ["est apparu en premier sur", "appeared first on"]

  /// What stands where the rest is sold, and where a page asks to be paid, followed or allowed.
  private static let walls = [
    "cet article est réservé aux abonnés", "article réservé aux abonnés", "réservé aux abonnés",
    "contenu réservé aux abonnés",
    "cet article est réservé à nos abonnés", "la suite est réservée aux abonnés",
    "la suite de cet article est réservée",
    "pour lire la suite", "lisez la suite", "vous avez déjà un compte", "déjà abonné", "vous êtes abonné",
    "abonnez-vous pour", "s'abonner pour", "je m'abonne", "testez gratuitement", "essayez gratuitement",
    "profitez de l'offre",
    "découvrir nos offres", "voir les offres", "subscribe to continue", "already a subscriber",
    "to continue reading", "ce contenu est bloqué", "pour afficher ce contenu",
    "vous devez accepter les cookies",
    "activer les notifications", "écouter l'article", "écouter cet article", "offrir cet article",
    "ajouter à vos favoris",
    "suivre ce sujet", "télécharger l'application", "suivez toute l'actualité", "suivez l'actualité",
    "retrouvez toute l'actualité",
    "retrouvez tous nos articles", "recevez chaque", "chaque matin, recevez", "inscrivez-vous",
    "like this story? share",
    "follow us on", "sign up for", "subscribe to",
  ]
}

/// How lines end.
enum BlockEnd {
  /// Whether a line ends as a sentence does.
  static func isSentence(_ line: String) -> Bool {
    let end = line.last { !$0.isWhitespace && !"»”\"’')]*".contains($0) }
    return end.map(".!?…。".contains) == true
  }
}
