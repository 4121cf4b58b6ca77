/// The words of ``SiteFurniture``, in lower case, without signs at their ends.
enum FurnitureWords {
  /// A beginning that makes a whole line furniture, if the line is not longer than `longest` bytes.
  struct Beginning {
    let text: String
    let longest: Int
    /// How the sentence of a banner goes on, if it does; any way where this is empty.
    var continuations: [String] = []
  }

  /// Lines that announce links to other articles.
  static let related: Set<String> = [
    "lire aussi", "à lire aussi", "a lire aussi", "lire également", "à lire également", "voir aussi",
    "à voir aussi",
    "sur le même sujet", "articles liés", "articles similaires", "articles recommandés", "à découvrir",
    "related articles", "related posts", "related", "read also", "read more", "see also",
    "more on this topic",
    "you may also like", "you might also like", "recommended", "dans la même rubrique", "les plus lus",
    "most read",
  ]

  static let exact: Set<String> = [
    // Sources, printing, navigation.
    "source", "sources", "source link", "lien source", "lire la suite", "continuer la lecture",
    "continue reading",
    "back to top", "back to top button", "retour en haut", "retour en haut de page", "haut de page", "menu",
    "skip to content", "skip to main content", "aller au contenu", "aller au contenu principal", "accueil",
    "home",
    "rechercher", "search", "imprimer", "print", "fermer", "close", "suivant", "précédent", "next",
    "previous",
    "article suivant", "article précédent", "next article", "previous article", "next post", "previous post",
    "voir plus", "load more", "show more", "en savoir plus", "learn more",
    // Sharing.
    "partager", "partager cet article", "partager l'article", "partagez cet article", "share", "share this",
    "share this article", "share this post", "tweet", "tweeter", "facebook", "twitter", "whatsapp",
    "telegram",
    "linkedin", "pinterest", "reddit", "messenger", "copier le lien", "copy link", "envoyer par e-mail",
    "envoyer par email", "envoyer à un ami", "e-mail", "email", "suivez-nous", "follow us",
    // Comments.
    "commentaires", "commentaire", "comments", "comment", "commenter", "laisser un commentaire",
    "laissez un commentaire", "ajouter un commentaire", "leave a reply", "leave a comment", "post comment",
    "leave a reply cancel reply", "laisser un commentaire annuler la réponse",
    "name", "nom", "website", "site web", "like this", "loading", "j'aime ça",
    "post a comment", "cancel reply", "annuler la réponse", "répondre", "reply", "réagir",
    "votre adresse e-mail ne sera pas publiée", "votre adresse email ne sera pas publiée",
    "your email address will not be published", "les champs obligatoires sont indiqués avec",
    "required fields are marked", "log in to leave a comment", "connectez-vous pour commenter",
    // Subscriptions and advertising.
    "newsletter", "newsletters", "s'abonner", "s'abonner à la newsletter", "abonnez-vous", "je m'abonne",
    "se connecter", "connexion", "s'inscrire", "subscribe", "sign in", "sign up", "log in", "publicité",
    "annonce", "annonces", "contenu sponsorisé", "advertisement", "advertising", "sponsored",
    "sponsored content",
    // Consent and rights.
    "accepter", "accepter et fermer", "accepter et continuer", "tout accepter", "refuser", "tout refuser",
    "continuer sans accepter", "paramétrer", "paramétrer les cookies", "gérer les cookies",
    "gestion des cookies",
    "accepter les cookies", "refuser les cookies", "accept cookies", "reject cookies",
    "accept", "accept all", "accept all cookies", "reject all", "manage cookies", "cookie settings",
    "nous utilisons des cookies", "we use cookies", "mentions légales", "legal notice",
    "tous droits réservés",
    "all rights reserved", "politique de confidentialité", "privacy policy",
    "conditions générales d'utilisation",
    "terms of use", "tags", "mots-clés", "étiquettes",
  ]

  /// What invites to share a page, before "sur" and the names of networks.
  static let sharing: Set<String> = [
    "partager", "partagez", "partager cet article", "partagez cet article", "partager l'article",
    "cliquez pour partager", "cliquer pour partager", "suivez-nous", "retrouvez-nous", "share", "share this",
    "share this article", "share this post", "click to share", "follow us",
  ]

  /// The first words of these: most lines begin with none of them.
  static let sharingBeginnings = Set(sharing.map { $0.prefix { $0 != " " } })

  /// What stands between these and the names of networks.
  static let beforeMedia: Set<String> = ["sur", "via", "par", "on", "to", "with", "by"]

  /// Networks and other ways to share a page.
  static let media: Set<String> = [
    "facebook", "x", "twitter", "whatsapp", "linkedin", "telegram", "pinterest", "reddit", "messenger",
    "instagram", "tiktok", "youtube", "threads", "bluesky", "mastodon", "tumblr", "pocket", "signal", "viber",
    "snapchat", "skype", "flipboard", "google", "e-mail", "email", "mail", "courriel", "sms", "réseaux",
    "media",
  ]

  /// What may stand beside the names of networks.
  static let besideMedia: Set<String> = [
    "et", "ou", "and", "or", "les", "nos", "notre", "our", "page", "compte", "sociaux", "social", "news",
    "actualités", "&",
  ]

  /// What is counted: "12 commentaires", "Comments (3)".
  static let counted: Set<String> = [
    "commentaire", "commentaires", "comment", "comments", "partage", "partages", "share", "shares", "vues",
    "views", "réaction", "réactions", "min de lecture", "min read",
  ]

  static let beginnings: [Beginning] = [
    Beginning(text: "lire aussi :", longest: 160), Beginning(text: "à lire aussi :", longest: 160),
    Beginning(text: "lire aussi:", longest: 160), Beginning(text: "à lire aussi:", longest: 160),
    Beginning(text: "lire également :", longest: 160), Beginning(text: "voir aussi :", longest: 160),
    Beginning(text: "read also:", longest: 160), Beginning(text: "read more:", longest: 160),
    Beginning(text: "see also:", longest: 160), Beginning(text: "related:", longest: 160),
    Beginning(text: "s'abonner à notre newsletter", longest: 80),
    Beginning(text: "abonnez-vous à notre newsletter", longest: 100),
    Beginning(text: "abonnez-vous à la newsletter", longest: 100),
    Beginning(text: "inscrivez-vous à notre newsletter", longest: 100),
    Beginning(text: "inscrivez-vous à la newsletter", longest: 100),
    Beginning(text: "recevez notre newsletter", longest: 80),
    Beginning(text: "subscribe to our newsletter", longest: 100),
    Beginning(text: "sign up for our newsletter", longest: 100),
    Beginning(text: "nous utilisons des cookies", longest: 200, continuations: cookiesServe),
    Beginning(text: "ce site utilise des cookies", longest: 200, continuations: cookiesServe),
    Beginning(text: "this site uses cookies", longest: 200, continuations: cookiesServeEnglish),
    Beginning(text: "this website uses cookies", longest: 200, continuations: cookiesServeEnglish),
    Beginning(text: "we use cookies", longest: 200, continuations: cookiesServeEnglish),
    Beginning(
      text: "en poursuivant votre navigation", longest: 200,
      continuations: ["", " sur ce site", " sur notre site", " sur le site"].flatMap { place in
        [", vous acceptez", ", vous consentez", " vous acceptez"].map { place + $0 }
      }),
    Beginning(
      text: "by continuing to browse", longest: 200,
      continuations: [", you", " this site", " the site", " our site", " this website", " our website"]),
    Beginning(
      text: "by continuing to use", longest: 200, continuations: [" this site", " this website", " our"]),
    Beginning(text: "save my name, email", longest: 120),
    Beginning(text: "enregistrer mon nom, mon e-mail", longest: 140),
    Beginning(text: "temps de lecture :", longest: 40), Beginning(text: "temps de lecture:", longest: 40),
    Beginning(text: "reading time:", longest: 40), Beginning(text: "crédit photo :", longest: 100),
    Beginning(text: "crédit photo:", longest: 100), Beginning(text: "crédits photo :", longest: 100),
    Beginning(text: "crédits photos :", longest: 100), Beginning(text: "photo credit:", longest: 100),
    Beginning(text: "©", longest: 100), Beginning(text: "copyright ©", longest: 100),
  ]

  /// Words for the one who reads.
  static let reader: Set<String> = ["vous", "votre", "vos", "you", "your"]

  /// What banners say that cookies are for; news of cookies goes on in other ways.
  private static let cookiesServe =
    [
      "améliorer", "vous ", "mesurer", "analyser", "personnaliser", "optimiser", "assurer", "garantir",
      "faciliter", "réaliser",
    ].map { " pour " + $0 } + [" afin d", " et d'autres ", " sur ce site", " sur notre site"]

  private static let cookiesServeEnglish =
    [
      "improve", "personali", "give you", "ensure", "enhance", "provide", "offer", "analy", "optimi", "make",
      "deliver", "help", "understand", "measure",
    ].map { " to " + $0 } + [" and similar", " and other", " on this site", " on this website", " on our "]
}
