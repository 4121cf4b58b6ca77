/// Words that tell what a question asks for, and words that answer it; folded, nouns in the singular.
enum QuestionWords {
  /// "A qui" asks as "qui" does.
  static let prepositions = words("a avec chez contre d de depuis entre jusqu par pour sur vers")

  /// "Quelle année" asks for a date.
  static let times = words("annee an date jour mois siecle epoque periode")

  /// "Quel prix" asks for a number.
  static let measures = words(
    """
    nombre pourcentage proportion prix montant age taille superficie surface population distance duree temperature \
    poids hauteur longueur largeur profondeur vitesse cout budget effectif altitude taux part somme valeur
    """)

  /// "Quel pays" asks for a name.
  static let named = words(
    """
    nom personne personnage pays ville region auteur roi reine empereur president ministre fleuve ile etat entreprise \
    societe club equipe acteur actrice realisateur architecte peintre ecrivain livre film oeuvre general pape
    """)

  static let months = words(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")

  /// Numbers that news write as words.
  static let numerals = words(
    """
    deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent cents \
    mille million millions milliard milliards dizaine douzaine quinzaine vingtaine trentaine centaine centaines millier \
    milliers moitie tiers quart
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
