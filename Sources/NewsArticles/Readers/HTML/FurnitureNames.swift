/// The names that pages give to what is not their article, in `class`, `id` and `role`.
enum FurnitureNames {
  /// Words for what is never an article.
  private static let sure: Set<String> = [
    // Comments.
    "comments", "commentaires", "commentlist", "disqus", "respond", "reactions",
    // Sharing.
    "sharing", "sharebar", "sharethis", "sharedaddy", "addthis", "addtoany", "sociable", "partage",
    // Other articles.
    "relatedposts", "recirc", "outbrain", "taboola",
    // Subscriptions, advertising, consent.
    "newsletter", "newsletters", "advert", "adverts", "advertisement", "advertising", "adsense", "adslot",
    "dfp", "publicite", "cookie", "cookies", "consent", "gdpr", "rgpd", "privacy", "didomi", "onetrust",
    // Navigation.
    "navbar", "breadcrumb", "breadcrumbs", "ariane", "footer", "pagination",
    // Windows.
    "modal", "popup", "lightbox", "tooltip",
  ]

  /// Words for what is furniture as a rule.
  private static let likely: Set<String> = [
    "comment", "commentaire", "replies", "share", "shares", "social", "socials", "partager", "follow",
    "related", "relateds", "recommended", "recommendations", "recommendation", "recirculation", "popular",
    "trending", "readmore", "morefrom", "associes", "similaires", "subscribe",
    "subscription", "signup", "optin", "abonnement", "promo", "promos", "promotion", "sponsor", "sponsored",
    "sponsors", "ad", "ads", "pub", "pubs", "nav", "navigation", "subnav", "menu", "sidebar", "pager",
    "prevnext",
    "toolbar", "masthead", "skip", "toc", "tags", "taglist", "keywords", "byline", "bylines", "author",
    "authors", "auteur", "auteurs", "signature", "bio", "timestamp", "dateline", "caption", "captions",
    "credit", "credits", "copyright", "legende", "attribution", "print", "noprint", "rating", "ratings",
    "correction", "overlay", "carousel", "slideshow", "gallery", "diaporama", "player", "banner", "poll",
    "quiz", "hidden", "hide", "invisible", "login", "signin", "search", "alert",
  ]

  /// Words that come in this order.
  private static let sequences: [[String]] = [
    ["read", "more"], ["read", "next"], ["more", "from"], ["more", "on"], ["see", "also"], ["see", "more"],
    ["lire", "aussi"], ["a", "lire"], ["voir", "aussi"], ["most", "read"], ["most", "popular"],
    ["up", "next"],
    ["sign", "up"], ["call", "to", "action"], ["mots", "cles"], ["fil", "info"], ["plus", "lus"],
    ["sr", "only"],
    ["screen", "reader"], ["visually", "hidden"], ["pull", "quote"], ["next", "article"], ["next", "story"],
    ["meme", "sujet"], ["fact", "box"],
  ]

  /// Words before which another says what is in an element or not, and not what it is: "no-sidebar", "has-comments".
  private static let about: Set<String> = [
    "no", "not", "without", "with", "has", "have", "show", "is", "open", "sans", "avec",
  ]

  /// Words for the box of a link to another article; a lead is called so as well.
  static let teaser: Set<String> = ["teaser", "teasers"]

  /// How surely names are those of furniture; `nil` where they are not.
  static func kind(of names: String) -> ElementFurniture.Kind? {
    let words = words(of: names)
    func holds(_ set: Set<String>) -> Bool {
      words.indices.contains { set.contains(words[$0]) && !($0 > 0 && about.contains(words[$0 - 1])) }
    }
    if holds(sure) { return .sure }
    if holds(likely) { return .likely }
    let isSequence = sequences.contains { sequence in
      guard words.count >= sequence.count else { return false }
      return (0...words.count - sequence.count).contains {
        words[$0..<$0 + sequence.count].elementsEqual(sequence)
      }
    }
    return isSequence ? .likely : nil
  }

  /// The words of names: "articleRelated_links" has three.
  static func words(of names: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isLower = false
    for byte in names.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if isLower, !word.isEmpty {
          words.append(word)
          word = ""
        }
        word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
        isLower = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
        word.unicodeScalars.append(Unicode.Scalar(byte))
        isLower = true
      default:
        if !word.isEmpty { words.append(word) }
        word = ""
        isLower = false
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
