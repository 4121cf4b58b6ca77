import TestSupport
import Testing

@testable import NewsArticles

@Suite struct WebExportTests {
  /// The article of a page, read from a file.
  private func article(_ page: String, file name: String = "page.txt") throws -> Article {
    let folder = TemporaryFolder()
    folder.write(page, to: name)
    let read = folder.read()
    #expect(read.rejections.isEmpty && read.articles.count == 1)
    let article = try #require(read.articles.first)
    #expect(article.line == nil && !article.isRepaired)
    return article.article
  }

  /// The article of some blocks, which no file holds.
  private func parsed(_ blocks: some Sequence<String>) throws -> Article {
    try #require(WebExport(page(Array(blocks))).article(id: "page.txt"))
  }

  private func page(_ blocks: [String]) -> String { blocks.joined(separator: "\n\n") }

  private static let section = "Environnement"
  private static let title = "La maire de Tarbes accueille les ingénieurs du barrage de Payolle"
  private static let lead =
    "Invités par Claire Abadie, les ingénieurs du barrage de Payolle ont visité la ville, pour découvrir les digues de l’Adour."
  private static let body = [
    "Les ingénieurs «ont montré de l’intérêt pour la rivière, montrons-leur nos digues», a déclaré Claire Abadie le 3 juin.",
    "«Je suis contente de vous voir», a-t-elle dit, précisant que l’on parlerait de «la situation dans la vallée».",
    "La crue de 2013, une blessure pour la vallée",
    "Le préfet a déclaré que les digues étaient « la première priorité de l’État ». Il « soutiendra toutes les communes ».",
    "Le 9 mai, la maire avait adressé un message aux ingénieurs à l’occasion du 75e anniversaire du barrage.",
    "La maire entend renforcer la coopération de la ville et du barrage «sur tous les axes»",
  ]
  private static let blocks = [section, title, lead] + body

  private static func whole(id: String = "page.txt", date: String? = nil, author: String? = nil) -> Article {
    Article(
      id: id, title: title, lead: lead, body: body.joined(separator: "\n"), section: section,
      date: date.flatMap { ArticleDate($0) }, author: author, format: .webExport)
  }

  @Test func `a page is taken apart, its furniture gone`() throws {
    let furniture = ["Source", "Leave a Reply", "Back to top button"]
    #expect(try article(page(Self.blocks + furniture)) == Self.whole())
    #expect(
      try article(page(Self.blocks) + "\n\nSource\nLeave a Reply\nBack to top button\n") == Self.whole())
    #expect(try article(page(Self.blocks)) == Self.whole())
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n\n\n", " \n\t\n \n", "\u{2028}"])
  func `blocks are separated by blank lines of any kind`(end: String) throws {
    #expect(try article(Self.blocks.joined(separator: end + end) + end) == Self.whole())
  }

  @Test(arguments: ["\n", "\r\n"])
  func `without blank lines each line is a block`(end: String) throws {
    #expect(try article((Self.blocks + ["Source", "Leave a Reply"]).joined(separator: end)) == Self.whole())
    #expect(try article("\(end)\(end)" + Self.blocks.joined(separator: end) + "\(end)\(end)") == Self.whole())
  }

  @Test(arguments: ["\n", "\r\n", " \n   "])
  func `paragraphs that were wrapped are mended`(end: String) throws {
    /// Lines of up to 60 characters, none of which ends as a sentence does.
    func wrapped(_ block: String) -> String {
      var lines = [""]
      for word in block.split(separator: " ") {
        let line = lines[lines.count - 1]
        let mayEnd = line.count >= 45 && !".!?…»\"”:;".contains(line.last ?? " ")
        if mayEnd {
          lines.append(String(word))
        } else {
          lines[lines.count - 1] += line.isEmpty ? word : " \(word)"
        }
      }
      return lines.joined(separator: end)
    }
    let text = page([Self.section] + Self.blocks.dropFirst().map(wrapped))
    #expect(text.count > page(Self.blocks).count || end.count == 1)
    #expect(try article(text) == Self.whole())
  }

  @Test(
    arguments: [
      // No section.
      (
        ["Le barrage de Payolle fête ses ans", "Il fut construit en trois ans.", "Il tient toujours."],
        "Le barrage de Payolle fête ses ans", "Il fut construit en trois ans.", "Il tient toujours.", nil
      ),
      (
        ["Kim meets Putin", "They met at the cosmodrome.", "They talked for hours."], "Kim meets Putin",
        "They met at the cosmodrome.", "They talked for hours.", nil
      ),
      (
        ["Les digues tiendront-elles ?", "Nul ne le sait.", "On verra."], "Les digues tiendront-elles ?",
        "Nul ne le sait.", "On verra.", nil
      ),
      (
        [
          "Kim arrive en Russie", "« Merci », a dit Poutine à Kim, « et je vous remercie d’être venu. »",
          "On verra.",
        ], "Kim arrive en Russie", "« Merci », a dit Poutine à Kim, « et je vous remercie d’être venu. »",
        "On verra.", nil
      ),
      // A title over two lines, and one that begins as a byline does.
      (
        ["Monde", "Poutine accueille Kim\nKim voit des fusées", "Il tient toujours.", "On verra."],
        "Poutine accueille Kim Kim voit des fusées", "Il tient toujours.", "On verra.", "Monde"
      ),
      (
        ["Poutine accueille Kim\nau cosmodrome Vostochny", "Il tient toujours.", "On verra."],
        "Poutine accueille Kim au cosmodrome Vostochny", "Il tient toujours.", "On verra.", nil
      ),
      (
        ["Culture", "Par Jupiter, la fin d’une émission", "Il tient toujours.", "On verra."],
        "Par Jupiter, la fin d’une émission", "Il tient toujours.", "On verra.", "Culture"
      ),
      (
        ["Économie", "Le train n’est plus à la S.N.C.F.", "Il tient toujours.", "On verra."],
        "Le train n’est plus à la S.N.C.F.", "Il tient toujours.", "On verra.", "Économie"
      ),
      // No lead, but an intertitle.
      (
        ["Société", "La crue est passée", "Une nuit blanche", "Nul n’a dormi.", "Le jour vint."],
        "La crue est passée", "", "Une nuit blanche\nNul n’a dormi.\nLe jour vint.", "Société"
      ),
      // One paragraph.
      (
        ["Société", "La crue est passée", "Nul n’a dormi."], "La crue est passée", "", "Nul n’a dormi.",
        "Société"
      ),
      (["La crue est passée", "Nul n’a dormi."], "La crue est passée", "", "Nul n’a dormi.", nil),
      (["Nul n’a dormi cette nuit."], "", "", "Nul n’a dormi cette nuit.", nil),
      // A title alone.
      (["La crue est passée"], "La crue est passée", "", "", nil),
      (["Société", "La crue est passée"], "La crue est passée", "", "", "Société"),
      // A lead without a full stop.
      (
        [
          "Monde", "La crue est passée", "Les habitants de la vallée ont veillé toute la nuit",
          "Nul n’a dormi.",
        ], "La crue est passée", "Les habitants de la vallée ont veillé toute la nuit", "Nul n’a dormi.",
        "Monde"
      ),
      // English.
      (
        [
          "World", "Kim meets Putin in the Far East", "They met at the cosmodrome.", "A warm welcome",
          "They talked.",
        ], "Kim meets Putin in the Far East", "They met at the cosmodrome.", "A warm welcome\nThey talked.",
        "World"
      ),
    ] as [([String], String, String, String, String?)])
  func `pages of other shapes`(blocks: [String], title: String, lead: String, body: String, section: String?)
    throws
  {
    let expected = Article(
      id: "page.txt", title: title, lead: lead, body: body, section: section, format: .webExport)
    #expect(try article(page(blocks)) == expected)
    #expect(try article(page(["Aller au contenu"] + blocks + ["Source", "Leave a Reply"])) == expected)
  }

  @Test(
    arguments: [
      (["Par Hélène Marsac"], nil, "Hélène Marsac"),
      (["Par Hélène Marsac, à Tarbes"], nil, "Hélène Marsac, à Tarbes"),
      (["By Helen Marsh"], nil, "Helen Marsh"), (["Par la rédaction"], nil, "la rédaction"),
      (["Publié le 13 mai 2022 à 11 h 05"], "2022-05-13T11:05", nil),
      (["Published on 13 May 2022"], "2022-05-13", nil),
      (["Par Hélène Marsac", "Publié le 13/05/2022"], "2022-05-13", "Hélène Marsac"),
      (["vendredi 13 mai 2022", "PAR Hélène Marsac"], "2022-05-13", "Hélène Marsac"),
      (["Publié le 13 mai 2022", "Mis à jour le 15 mai 2022"], "2022-05-13", nil),
    ] as [([String], String?, String?)])
  func `byline and date are no text`(lines: [String], date: String?, author: String?) throws {
    let expected = Self.whole(date: date, author: author)
    #expect(try parsed(Self.blocks[..<2] + lines + Self.blocks[2...]) == expected)
    #expect(try parsed(Self.blocks[..<3] + lines + Self.blocks[3...]) == expected)
    let last = try parsed(Self.blocks + lines.suffix(1))
    #expect(last.body == expected.body)
  }

  @Test func `date and byline may stand before the title, after a short one, and last`() throws {
    let date = "vendredi 13 mai 2022"
    let byline = "Par Hélène Marsac"
    let whole = Self.whole(date: "2022-05-13", author: "Hélène Marsac")
    #expect(try parsed(Self.blocks[..<1] + [date, byline] + Self.blocks[1...]) == whole)
    #expect(try parsed(Self.blocks[..<2] + ["\(byline)\nPublié le 13 mai 2022"] + Self.blocks[2...]) == whole)
    for end in [[date, byline], [byline, "Publié le 13 mai 2022", "Mis à jour le 15 mai 2022"]] {
      #expect(try parsed(Self.blocks + end) == whole)
      #expect(try parsed(Self.blocks + end + ["Source", "Lire aussi", "Kim meets Putin"]) == whole)
    }
    let short = try parsed(["Kim arrive en Russie", byline, "Il est venu.", "Il est parti."])
    #expect(short.title == "Kim arrive en Russie" && short.section == nil && short.author == "Hélène Marsac")
  }

  @Test(arguments: [
    "Le 11 septembre 2001", "Mai 2022", "13 septembre 2023", "Septembre 2023",
    "Le 13 septembre 2023 – Kim arrive à Vostochny", "13 mai 2022, mis à jour des registres",
  ])
  func `a date in the midst of an article is an intertitle`(block: String) throws {
    for place in 4..<Self.blocks.count {
      let read = try parsed(Self.blocks[..<place] + [block] + Self.blocks[place...])
      #expect(read.body.split(separator: "\n").contains(Substring(block)) && read.date == nil, "at \(place)")
    }
    let read = try parsed(["Un titre sans point", Self.lead, Self.body[0], block, Self.body[1]])
    #expect(read.body == [Self.body[0], block, Self.body[1]].joined(separator: "\n") && read.date == nil)
  }

  @Test(arguments: [
    ("2022-05-13-barrage.txt", "2022-05-13"), ("2022-05-13.txt", "2022-05-13"),
    ("2022-05-13_barrage.txt", "2022-05-13"),
    ("a/b/2022-05-13-barrage-de-payolle.txt", "2022-05-13"), ("2022-02-30-barrage.txt", nil),
    ("2022-05-barrage.txt", nil),
    ("barrage-2022-05-13.txt", nil), ("12022-05-13-barrage.txt", nil), ("2022-05-13-a/barrage.txt", nil),
    ("2022.txt", nil),
  ])
  func `the date may stand in the file's name`(name: String, date: String?) throws {
    #expect(try article(page(Self.blocks), file: name) == Self.whole(id: name, date: date))
    let dated = page(Self.blocks[..<2] + ["Publié le 1er juin 2023"] + Self.blocks[2...])
    #expect(try article(dated, file: name) == Self.whole(id: name, date: "2023-06-01"))
  }

  @Test(arguments: [
    "Partager sur Facebook", "Publicité", "Lire aussi : la crue de 2013 en images", "0 commentaire",
    "© 2023 Le Courrier du Large",
    "Nous utilisons des cookies pour améliorer votre expérience.", "Share this article",
    "S’abonner", "Source",
  ])
  func `furniture is gone wherever it stands`(line: String) throws {
    for place in 0...Self.blocks.count {
      let blocks = Self.blocks[..<place] + [line] + Self.blocks[place...]
      #expect(try parsed(blocks) == Self.whole(), "\(line) at \(place)")
    }
    // Without a blank line around it.
    let glued = Self.blocks.prefix(4) + ["\(Self.blocks[4])\n\(line)"] + Self.blocks.dropFirst(5)
    #expect(try parsed(glued) == Self.whole())
  }

  @Test(arguments: [
    "Lire aussi", "À lire aussi :", "Sur le même sujet", "Related articles", "Read more", "Les plus lus",
  ])
  func `headlines that follow an announcement at the end are links`(announcement: String) throws {
    let links = ["Le barrage de Payolle en images", "Que dit la loi sur les digues ?", "Kim meets Putin"]
    #expect(try parsed(Self.blocks + [announcement] + links) == Self.whole())
    #expect(
      try parsed(Self.blocks + ["Source", announcement] + links + ["Leave a Reply"]) == Self.whole())
    #expect(
      try parsed(Self.blocks + [announcement] + links[..<1] + ["Publicité"] + links[1...])
        == Self.whole())
    // In the midst of the article the next line is an intertitle.
    let middle = Self.blocks[..<5] + [announcement] + Self.blocks[5...]
    #expect(try parsed(middle) == Self.whole())
  }

  @Test(arguments: SiteFurnitureTests.ofArticles.filter { $0.contains(where: \.isLetter) })
  func `what an article says is not eaten`(block: String) throws {
    for place in [4, Self.blocks.count] {
      let text = try parsed(Self.blocks[..<place] + [block] + Self.blocks[place...]).body
      #expect(
        text
          == (Self.body.prefix(place - 3) + [block] + Self.body.dropFirst(place - 3)).joined(separator: "\n"))
    }
  }

  @Test(arguments: [
    "Par ailleurs, le préfet se tait.", "Par la force des choses", "Par Toutatis, la digue a tenu.",
    "Par monts et par vaux", "By the river",
    "By then it was too late.",
    "Publié en 2019, son roman avait ému la vallée.", "Le 3 juin, la maire a reçu les ingénieurs.", "2013",
    "Publiée le jour de la crue, la photo a fait le tour du monde.",
    "Mis à jour, le plan ne dit rien d’autre.",
  ])
  func `neither date nor byline`(block: String) throws {
    for place in [3, 5, Self.blocks.count] {
      let read = try parsed(Self.blocks[..<place] + [block] + Self.blocks[place...])
      #expect(read.text.split(separator: "\n").contains(Substring(block)), "at \(place)")
      #expect(read.author == nil && read.date == nil && read.title == Self.title)
    }
  }

  @Test(arguments: [
    "Source", "Source\n\nLeave a Reply\n\nBack to top button", "© 2023", "Lire aussi\n",
    "\u{1}\n\n" + "\n  \n",
  ])
  func `a page of nothing but furniture is rejected`(page: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write(page, to: "page.txt")
    let read = folder.read()
    #expect(read.articles.isEmpty)
    let rejection = try #require(read.rejections.first)
    #expect(rejection.path == path && rejection.line == nil && read.rejections.count == 1)
  }

  @Test func `an older encoding is read, damage is told`() throws {
    let folder = TemporaryFolder()
    folder.write([0xC9, 0x74, 0xE9, 0x0A, 0x0A, 0x4C, 0x92, 0xE9, 0x74, 0xE9, 0x2E], to: "a.txt")
    folder.write(Array("L’été".utf8) + [0xFF, 0x0A, 0x0A] + Array("Fin.".utf8), to: "b.txt")
    let read = folder.read()
    #expect(read.articles.map(\.article.title) == ["Été", "L’été\u{FFFD}"])
    #expect(read.articles.map(\.article.body) == ["L’été.", "Fin."])
    #expect(read.articles.map(\.isRepaired) == [false, true])
  }

  @Test func `any blocks make clean texts and lose no paragraph`() throws {
    var random = SeededGenerator()
    let pieces = [
      "Un titre", "Une phrase qui finit.", "Source", "Lire aussi", "Partager", "Par Hélène Marsac",
      "Le 3 juin 2023", "\u{0}", "\t",
      "\u{2028}", "»", "…", "é\u{301}", "un\u{A0}mot", " ",
    ]
    for _ in 0..<1_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
        text += ["\n", "\n\n", "\r\n", "", " "].randomElement(using: &random) ?? ""
      }
      let long =
        "Une phrase longue de plus de quarante signes, pour qu’elle reste toujours entière dans le texte."
      let article = try #require(WebExport("\(text)\n\n\(long)\n\n\(long)").article(id: "x"))
      let words = "\(text.debugDescription), seed \(random.seed)"
      for part in [article.title, article.lead, article.body] {
        #expect(PlainText.paragraphs(part).utf8.elementsEqual(part.utf8), "\(words)")
      }
      #expect("\(article.title)\n\(article.text)".hasSuffix("\(long)\n\(long)"), "\(words)")
    }
  }
}
