import Testing

@testable import NewsArticles

@Suite struct WebExportDateTests {
  @Test(arguments: [
    ("Publié le 13 mai 2022", "2022-05-13"), ("Publié le 13 mai 2022 à 11 h 05", "2022-05-13T11:05"),
    ("Publié le vendredi 13 mai 2022 à 11h05.", "2022-05-13T11:05"), ("PUBLIÉ LE 13/05/2022", "2022-05-13"),
    ("Publiée le 1er mai 2022", "2022-05-01"), ("Publié : 13/05/2022", "2022-05-13"),
    ("Mis en ligne le 13 mai 2022", "2022-05-13"),
    ("Posté le 13 mai 2022", "2022-05-13"), ("Date : 13 mai 2022", "2022-05-13"),
    ("Mis à jour le 13 mai 2022", "2022-05-13"),
    ("Modifié le 13 mai 2022 à 23:59", "2022-05-13T23:59"), ("Published on 13 May 2022", "2022-05-13"),
    ("Published 2022-05-13", "2022-05-13"), ("Posted on 13 May 2022", "2022-05-13"),
    ("Last updated 13 May 2022", "2022-05-13"),
    ("Updated on 13 May 2022", "2022-05-13"), ("vendredi 13 mai 2022", "2022-05-13"),
    ("2022-05-13T11:05+02:00", "2022-05-13T11:05+02:00"),
    // The first of two counts.
    ("Publié le 13 mai 2022, mis à jour le 15 mai 2022", "2022-05-13"),
    ("Publié le 13 mai 2022 (mis à jour le 15 mai)", "2022-05-13"),
    ("Publié le 13 mai 2022 à 11h05 - Mis à jour le 15 mai 2022 à 9h", "2022-05-13T11:05"),
    ("Publié le 13 mai 2022 | Mis à jour le 15 mai 2022", "2022-05-13"),
    ("Publié le 13 mai 2022 • Mis à jour le 15 mai 2022", "2022-05-13"),
    ("Publié le 13 mai 2022 – mis à jour le 15 mai 2022", "2022-05-13"),
    ("13 mai 2022 | 15 mai 2022", "2022-05-13"), ("13 mai 2022, mis à jour à 12 h 30", "2022-05-13"),
    ("Publié le 13 mai 2022 à 11h05 - Modifié le 15 mai 2022", "2022-05-13T11:05"),
    ("Published 13 May 2022, updated 15 May 2022", "2022-05-13"),
    (
      "Publié le mercredi 13 septembre 2023 à 11h05 - Mis à jour le jeudi 14 septembre 2023 à 09h20",
      "2023-09-13T11:05"
    ),
  ])
  func `a line states when the page was published`(line: String, expected: String) {
    #expect(WebExportDate.date(in: line)?.description == expected)
  }

  @Test(arguments: [
    "", "2023", "1984", "Mai", "Publié", "Publié le", "Publié en 2019, son roman avait ému la critique.",
    "Publié le jour de sa mort, le livre s’est vendu à un million d’exemplaires.",
    "Le 13 mai 2022, Kim est arrivé à Vostochny.",
    "Le 13 mai, le Kremlin a démenti.", "Mis à jour, le texte ne dit rien d’autre.", "Date : à fixer",
    "Updated rules for 2023",
    "Le 13 septembre 2023 – Kim arrive à Vostochny", "13 septembre 2023 | Moscou reçoit Pyongyang.",
    "Le 13 septembre 2023 — Vladimir Poutine a reçu Kim Jong-un.", "13 mai 2022, mis à jour des registres",
    "13 mai 2022 - La crue", "Kim à Vostochny – 13 septembre 2023", "13 mai 2022 – 300 morts", "|", "–",
    "Published works of 2022", "En mai 2022", "13 mai", "Le 31 avril 2022", "Publié le 30 février 2022",
  ])
  func `a line that says more or less states no date`(line: String) {
    #expect(WebExportDate.date(in: line) == nil)
  }
}
