/// A few articles, written for the tests.
enum ArticleSamples {
  /// File names and contents.
  static let files = ["articles.jsonl": jsonLines, "web/kourou.txt": webExport]

  static let jsonLines = """
    {"id": "vostochny", "title": "Le cosmodrome de Vostochny attend ses fusées", "lead": "Un chantier de l’Extrême-Orient russe, et des retards.", "text": "Les ouvriers sont revenus au printemps.\\nLes cosmodromes sont rares : il en reste peu d’où partent des équipages.", "date": "2023-09-13", "section": "Espace", "url": "https://exemple.fr/vostochny", "source": "Le Relais", "author": "Hélène Marsac"}
    {"id": "plessetsk", "title": "Plessetsk, cosmodrome du Nord", "text": "Une base militaire que Moscou a longtemps niée. Le cosmodrome vit au bord de la taïga.", "date": "2021-11-18", "section": "Espace"}
    {"id": "campagne", "title": "Élections : la campagne s’ouvre", "text": "Les candidats débattent de l’école et des retraites.", "date": "2022-04-10T08:00", "section": "Politique"}
    {"id": "pyongyang", "title": "La Corée du Nord sous sanctions", "text": "Les sanctions pèsent sur les missiles. Le ministre parle d’une réforme des retraites militaires.", "section": "International"}
    {"id": "marchés", "title": "Les marchés de l’été", "text": "On y vend des pêches, de l’huile et du pain.", "date": "2024-07-01", "section": "Société"}

    """

  static let webExport = """
    Espace

    Kourou, après les Soyouz

    Le port spatial de l’Europe a perdu ses fusées russes ; ses équipes attendent la suivante.

    Le cosmodrome guyanais compte ses jours sans tir, entre la savane et l’océan.

    Une autre fusée

    Les ingénieurs préparent un nouveau pas de tir.

    Leave a Reply

    Back to top button
    """
}
