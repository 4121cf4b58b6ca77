/// Lines of pages that are not of their article, by what they say.
enum LineFurniture {
  /// Whether a line is furniture wherever it stands.
  static func isFurniture(_ line: String) -> Bool {
    guard line.utf8.count <= SiteFurniture.longest else { return false }
    if SiteFurniture.kind(of: line) != nil { return true }
    let key = key(line)
    if walls.contains(where: key.hasPrefix) || isReadingTime(key) { return true }
    // "Il vous reste 80 % de cet article à lire."
    return key.hasPrefix("il vous reste") && key.contains("article")
  }

  /// Whether a line announces links to other articles.
  static func announcesLinks(_ line: String) -> Bool {
    guard line.utf8.count <= 80 else { return false }
    if case .relatedLinks? = SiteFurniture.kind(of: line) { return true }
    let key = key(line)
    return announcements.contains { key.hasPrefix($0) }
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
    String(
      line.lowercased().map { character -> Character in
        switch character {
        case "’", "ʼ": "'"
        case "\u{A0}", "\u{202F}", "\u{2009}", "\n": " "
        default: character
        }
      })
  }

  /// "3 min", "Temps de lecture : 3 min", "Lecture 3 min.".
  private static func isReadingTime(_ key: String) -> Bool {
    let words = key.split { !$0.isLetter && !$0.isNumber }
    guard words.count <= 6, words.contains(where: { ["min", "mn", "minutes"].contains($0) }) else {
      return false
    }
    return words.allSatisfy {
      ["temps", "de", "lecture", "min", "mn", "minutes", "read", "reading", "time"].contains($0)
        || $0.allSatisfy(\.isNumber)
    }
  }

  /// "10:32", "10h32", "à 10 h 32".
  private static func isTime(_ line: String) -> Bool {
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
    "sur le même sujet",
    "sur le même thème", "pour aller plus loin", "nos derniers articles", "à lire", "les plus lus",
    "dans la même rubrique",
    "related", "more from", "read more", "you may also like", "more great", "recommended", "more:",
    "more stories",
    "vous aimerez aussi", "à découvrir", "contenus sponsorisés", "les articles les plus lus", "articles liés",
    "plus d'articles", "ailleurs sur le web", "à ne pas manquer", "nos autres articles",
  ]

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
