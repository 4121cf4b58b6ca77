/// The names of ``Synonyms``, each with its spellings separated by bars: as they are written, and in the index's terms.
///
/// The terms stand here so that a search need not make them; a test compares the two.
enum SynonymTable {
  static let names: [(written: StaticString, terms: StaticString)] = [
    ("ONU|Nations unies|Organisation des Nations unies", "onu|nation unir|organisation des nation unir"),
    ("UE|Union européenne", "ue|union europeen"),
    (
      "OTAN|NATO|Organisation du traité de l'Atlantique Nord|Alliance atlantique",
      "otan|nato|organisation du traiter de atlantique nord|alliance atlantique"
    ),
    ("BCE|Banque centrale européenne", "bce|banque central europeen"),
    ("FMI|Fonds monétaire international", "fmi|fond monetaire international"),
    ("OMC|Organisation mondiale du commerce", "omc|organisation mondial du commerce"),
    ("OMS|Organisation mondiale de la santé", "oms|organisation mondial de le sante"),
    ("OIT|Organisation internationale du travail", "ouir|organisation international du travail"),
    ("AIEA|Agence internationale de l'énergie atomique", "aiea|agence international de energie atomique"),
    ("AIE|Agence internationale de l'énergie", "avoir|agence international de energie"),
    ("CPI|Cour pénale internationale", "cpi|cour penal international"),
    ("CIJ|Cour internationale de justice", "cij|cour international de justice"),
    ("CEDH|Cour européenne des droits de l'homme", "cedh|cour europeen des droit de homme"),
    ("CJUE|Cour de justice de l'Union européenne", "cju|cour de justice de union europeen"),
    (
      "OCDE|Organisation de coopération et de développement économiques",
      "ocde|organisation de cooperation et de developpement economique"
    ),
    (
      "OPEP|Organisation des pays exportateurs de pétrole",
      "opep|organisation des pays exportateur de petrole"
    ),
    ("ESA|Agence spatiale européenne", "esa|agence spatial europeen"),
    ("ISS|Station spatiale internationale", "iss|station spatial international"),
    (
      "GIEC|Groupe d'experts intergouvernemental sur l'évolution du climat",
      "giec|groupe expert intergouvernemental sur evolution du climat"
    ),
    ("CICR|Comité international de la Croix-Rouge", "cicr|comite international de le croix rouge"),
    ("HCR|Haut-Commissariat aux réfugiés", "hcr|haut commissariat au refugie"),
    ("CIO|Comité international olympique", "cio|comite international olympique"),
    ("JO|Jeux olympiques", "jo|jeu olympique"),
    ("USA|États-Unis|États-Unis d'Amérique", "usa|etat unir|etat unir amerique"),
    (
      "RPDC|Corée du Nord|République populaire démocratique de Corée",
      "rpdc|coree du nord|republique populaire democratique de coree"
    ),
    ("RDC|République démocratique du Congo", "rdc|republique democratique du congo"),
    ("RCA|République centrafricaine", "rca|republique centrafricain"),
    ("EAU|Émirats arabes unis", "eau|emirat arabe unir"),
    ("URSS|Union soviétique", "urss|union sovietique"),
    ("Royaume-Uni|Grande-Bretagne", "royaume unir|grand bretagne"),
    ("Birmanie|Myanmar", "birmanie|myanmar"),
    ("Biélorussie|Bélarus", "bielorussie|belarus"),
    (
      "SNCF|Société nationale des chemins de fer français",
      "sncf|societe national des chemin de fer francais"
    ),
    ("RATP|Régie autonome des transports parisiens", "ratp|regie autonome des transport parisien"),
    (
      "Insee|Institut national de la statistique et des études économiques",
      "insee|institut national de le statistique et des etude economique"
    ),
    (
      "Cnil|Commission nationale de l'informatique et des libertés",
      "cnil|commission national de informatique et des liberte"
    ),
    ("HAS|Haute Autorité de santé", "has|haut autorite de sante"),
    (
      "Inserm|Institut national de la santé et de la recherche médicale",
      "inserm|institut national de le sante et de le recherche medical"
    ),
    (
      "CNRS|Centre national de la recherche scientifique",
      "cnrs|centre national de le recherche scientifique"
    ),
    ("Cnes|Centre national d'études spatiales", "cnes|centre national etude spatial"),
    ("ARS|Agence régionale de santé", "ars|agence regional de sante"),
    ("PIB|produit intérieur brut", "pib|produire interieur brut"),
    ("TVA|taxe sur la valeur ajoutée", "tva|taxe sur le valeur ajouter"),
    ("smic|salaire minimum", "smic|salaire minimum"),
    ("RIP|référendum d'initiative partagée", "rip|referendum initiative partager"),
    ("IVG|interruption volontaire de grossesse", "ivg|interruption volontaire de grossesse"),
    ("PMA|procréation médicalement assistée", "pma|procreation medicalement assister"),
    ("VIH|virus de l'immunodéficience humaine", "vih|virus de immunodeficience humain"),
    ("IA|intelligence artificielle", "ia|intelligence artificiel"),
    ("RN|Rassemblement national", "rn|rassemblement national"),
    ("LFI|France insoumise", "lfi|france insoumis"),
    ("PS|Parti socialiste", "ps|parti socialiste"),
    ("LR|Républicains", "lr|republicain"),
    ("CGT|Confédération générale du travail", "cgt|confederation general du travail"),
    (
      "CFDT|Confédération française démocratique du travail",
      "cfdt|confederation francais democratique du travail"
    ),
    ("GPA|gestation pour autrui", "gpa|gestation pour autrui"),
    ("VTC|voiture de transport avec chauffeur", "vtc|voiture de transport avec chauffeur"),
    ("Ehpad|maison de retraite", "ehpad|maison de retrait"),
  ]
}
