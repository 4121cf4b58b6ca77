/// The words of ``SiteFurniture``, in lower case, without signs at their ends.
enum FurnitureWords {
  /// A beginning that makes a whole line furniture, if the line is not longer than `longest` characters.
  struct Beginning {
    let text: String
    let longest: Int
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
    "accept", "accept all", "accept all cookies", "reject all", "manage cookies", "cookie settings",
    "nous utilisons des cookies", "we use cookies", "mentions légales", "legal notice",
    "tous droits réservés",
    "all rights reserved", "politique de confidentialité", "privacy policy",
    "conditions générales d'utilisation",
    "terms of use", "tags", "mots-clés", "étiquettes",
  ]

  static let beginnings: [Beginning] = [
    Beginning(text: "partager sur ", longest: 40), Beginning(text: "partager via ", longest: 40),
    Beginning(text: "partager par ", longest: 40), Beginning(text: "share on ", longest: 40),
    Beginning(text: "share to ", longest: 40), Beginning(text: "share via ", longest: 40),
    Beginning(text: "share with ", longest: 40), Beginning(text: "suivez-nous sur ", longest: 60),
    Beginning(text: "follow us on ", longest: 60), Beginning(text: "retrouvez-nous sur ", longest: 60),
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
    Beginning(text: "nous utilisons des cookies pour ", longest: 200),
    Beginning(text: "ce site utilise des cookies", longest: 200),
    Beginning(text: "this site uses cookies", longest: 200),
    Beginning(text: "this website uses cookies", longest: 200),
    Beginning(text: "we use cookies to ", longest: 200),
    Beginning(text: "we use cookies on ", longest: 200),
    Beginning(text: "en poursuivant votre navigation", longest: 200),
    Beginning(text: "by continuing to browse", longest: 200),
    Beginning(text: "by continuing to use this", longest: 200),
    Beginning(text: "save my name, email", longest: 120),
    Beginning(text: "enregistrer mon nom, mon e-mail", longest: 140),
    Beginning(text: "©", longest: 100), Beginning(text: "copyright ©", longest: 100),
  ]
}
