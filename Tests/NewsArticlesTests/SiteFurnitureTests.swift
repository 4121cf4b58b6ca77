import Testing

@testable import NewsArticles

@Suite struct SiteFurnitureTests {
  @Test(arguments: [
    // Sources and navigation.
    "Source", "source", "SOURCE", "Source :", "Sources", "Source link", "Lien source", "Lire la suite",
    "Lire la suite…",
    "Continue reading", "Back to top", "Back to top button", "↑ Back to top", "Retour en haut",
    "Retour en haut de page",
    "Haut de page ↑", "Skip to content", "Aller au contenu principal", "Article suivant →",
    "← Article précédent",
    "Previous post", "Load more", "Voir plus", "Imprimer", "Print",
    // Sharing.
    "Partager", "Partager :", "Partager cet article", "Partager l’article", "Partager l'article",
    "Partagez cet article",
    "Partager sur Facebook", "Partager sur X", "Partager sur\u{A0}WhatsApp", "Partager par e-mail", "Share",
    "Share this:",
    "Share this article", "Share on Facebook", "Share on Twitter", "Share via Email", "Tweet", "Facebook",
    "WhatsApp",
    "LinkedIn", "Copier le lien", "Copy link", "Envoyer à un ami", "Suivez-nous sur Facebook",
    "Follow us on X",
    "35 partages", "12 shares",
    // Comments.
    "Leave a Reply", "LEAVE A REPLY", "Leave a comment", "Laisser un commentaire", "Laissez un commentaire",
    "Commentaires",
    "0 commentaire", "3 commentaires", "12 Comments", "No comments", "Cancel reply", "Annuler la réponse",
    "Post Comment",
    "Your email address will not be published.", "Votre adresse e-mail ne sera pas publiée.",
    "Required fields are marked *",
    "Les champs obligatoires sont indiqués avec *", "Connectez-vous pour commenter",
    "Save my name, email, and website in this browser for the next time I comment.",
    // Newsletters, advertising, consent, rights.
    "Newsletter", "S’abonner", "Abonnez-vous", "Je m'abonne", "Abonnez-vous à notre newsletter",
    "Inscrivez-vous à la newsletter pour tout savoir", "Subscribe", "Subscribe to our newsletter",
    "Sign up for our newsletter",
    "Se connecter", "Publicité", "PUBLICITÉ", "Advertisement", "- Advertisement -", "Contenu sponsorisé",
    "Accepter",
    "Tout accepter", "Accept all cookies", "Continuer sans accepter", "Gérer les cookies", "Cookie settings",
    "Nous utilisons des cookies",
    "Nous utilisons des cookies pour améliorer votre expérience sur notre site.",
    "We use cookies to give you the best experience on our website.", "This website uses cookies.",
    "By continuing to use this site you agree to our use of cookies.",
    "En poursuivant votre navigation, vous acceptez nos cookies.",
    "Mentions légales", "Politique de confidentialité", "Privacy Policy", "Tous droits réservés",
    "All rights reserved.",
    "© 2023 Le Courrier du Large", "Copyright © 2023", "Tags", "Mots-clés :",
    // Links to other articles, each in one line.
    "Lire aussi : Le Kremlin balaie les critiques", "À lire aussi : Kim à Vostochny",
    "Read more: Kim meets Putin",
    "See also: the arms trade", "Related: Kim meets Putin", "Lire aussi : Que dit la loi sur les digues ?",
    // Forms and buttons as common software prints them.
    "Your email address will not be published. Required fields are marked *",
    "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
    "Leave a Reply Cancel reply", "Laisser un commentaire Annuler la réponse", "Commentaires (12)",
    "Comments (3)", "Name *", "Website", "Like this:", "Loading...", "J’aime ça :",
    "Cliquez pour partager sur Facebook(ouvre dans une nouvelle fenêtre)",
    "Click to share on Twitter (Opens in new window)", "Partagez sur Facebook", "Share on Facebook and X",
    "Accepter les cookies", "Refuser les cookies", "Temps de lecture : 3 min", "3 min de lecture",
    "Crédit photo : DR",
    "Nous utilisons des cookies pour mesurer l’audience. En poursuivant votre navigation sur ce site, vous acceptez.",
  ])
  func `a line of the site is furniture`(line: String) {
    #expect(SiteFurniture.kind(of: line) == .plain)
  }

  @Test(arguments: [
    "Lire aussi", "Lire aussi :", "LIRE AUSSI", "À lire aussi", "A lire aussi…", "Lire également",
    "Voir aussi",
    "Sur le même sujet", "Articles similaires", "Articles liés", "À découvrir", "Dans la même rubrique",
    "Les plus lus",
    "Related Articles", "Related posts", "Read also", "Read more", "See also:", "You may also like",
    "Recommended", "Most read",
  ])
  func `a line that announces other articles is told apart`(line: String) {
    #expect(SiteFurniture.kind(of: line) == .relatedLinks)
  }

  /// What an article may well say, though it begins or ends as furniture does.
  static let ofArticles = [
    // French intertitles.
    "Des sources concordantes", "La source du Nil", "Sources d’inspiration", "Source de discorde",
    "Aux sources du conflit",
    "Partager le pouvoir", "Partager les richesses", "Un trésor à partager",
    "Commentaires acerbes à Washington",
    "Sans commentaire de Moscou", "Répondre aux critiques", "Réagir vite", "Accepter la défaite",
    "Refuser la guerre",
    "Rechercher la paix", "Imprimer sa marque", "Fermer les frontières", "Voir Naples et mourir",
    "Lire aux enfants",
    "Lire aussi vite que possible", "Voir plus loin", "En savoir plus sur ses voisins",
    "Menu de fête à l’Élysée",
    "Accueil glacial à Pékin", "Retour en grâce", "Publicité mensongère", "Annonces de campagne",
    "Connexion interrompue",
    "Abonnés au retard", "Newsletter et vieux papiers", "Les cookies, une recette simple", "Suivez la flèche",
    "Tous droits réservés aux riches", "Facebook dans la tourmente", "Telegram sous pression",
    "À découvrir cet été à Lyon",
    "Les plus lus des poètes russes", "Un commentaire de trop", "Deux réactions opposées",
    "35 partages et un refus",
    "Copier le lien social", "Mentions légales : ce qui change", "Recommandé par les médecins",
    // English intertitles.
    "Source of discord", "A close source", "Share prices fall", "Sharing the burden",
    "Comments from the Kremlin",
    "Search for survivors", "Subscribe or perish", "Next stop Moscow", "Previous attempts failed",
    "Home at last",
    "Print is not dead", "Follow the money", "Read my lips", "Related deaths rise", "Close to the edge",
    "Sign of the times",
    "Cookies and cream", "Leave a reply for the ages", "Back to top form", "Twitter under Musk",
    "Most read poets of Russia",
    "Share with care", "Share on", "Share on the wire", "Partager sur scène sa passion", "Comment ?",
    "Partager par deux", "Commentaires de texte", "Temps de lecture et temps de cerveau",
    // Quotations and attributed sentences.
    "« Comment ? »", "« Partager sur Facebook »", "\"Source\"",
    "« Nous utilisons des cookies pour financer le journal », reconnaît le directeur du site.",
    "«We use cookies to fund journalism», says the editor.",
    "Ce site utilise des cookies sans consentement, a constaté la Cnil.",
    "Nous utilisons des cookies pour améliorer le site, reconnaît son directeur.",
    "This website uses cookies without consent, the regulator found.",
    "En poursuivant votre navigation vers le nord, vous atteindrez Mourmansk.",
    "By continuing to use the old road, the convoy lost a day.",
    // Paragraphs.
    "Les cookies de Google coûtent cher à l'entreprise, selon la Cnil.",
    "Des sources concordantes l’ont confirmé hier.",
    "Sources said that the talks would go on until Friday.",
    "Google’s cookies cost the company dearly, the regulator said.",
    "Le partage du pouvoir reste l’affaire de quelques-uns.",
    "La publicité représente la moitié des recettes du journal.",
    "Facebook et Twitter ont supprimé des milliers de comptes.",
    "Comments were closed after the first hundred replies.",
    "Commentaires, partages, abonnements : tout se mesure désormais.",
    "12 commentaires de texte attendent les candidats.",
    "« Partager, c’est apprendre », dit-elle.",
    "Partager cet article de la Constitution en deux serait une erreur.",
    "La newsletter du ministère annonçait pourtant le contraire.",
    "Le 13 septembre, Vladimir Poutine a reçu Kim Jong-un.",
    "Subscribe to our view or not, the numbers speak for themselves.",
    "Read more carefully, the treaty says nothing of the kind.",
    // Paragraphs that begin as furniture does, and are longer.
    "Partager sur les réseaux une information que nul n’a vérifiée peut coûter cher.",
    "Share with your neighbours what you have, the mayor told the crowd on Friday.",
    "Suivez-nous sur les pentes du Tourmalet, où les coureurs passeront dimanche matin.",
    "© est un signe bien connu des juristes, qui ne protège pourtant rien par lui-même : la loi suffit, et suffit seule.",
    "", "—", "* * *", "2023", "12", "É",
  ]

  @Test(arguments: ofArticles)
  func `a line of an article stays`(line: String) {
    #expect(SiteFurniture.kind(of: line) == nil)
  }

  @Test func `a long line is no furniture`() {
    let tail = String(repeating: " et de nos partenaires", count: 20)
    #expect(SiteFurniture.kind(of: "We use cookies to serve you\(tail)") == nil)
    #expect(SiteFurniture.kind(of: "Partager sur \(tail)") == nil)
    #expect(SiteFurniture.kind(of: "© \(tail)") == nil)
    #expect(SiteFurniture.kind(of: "Source" + String(repeating: " ", count: 1_000_000)) == nil)
  }
}
