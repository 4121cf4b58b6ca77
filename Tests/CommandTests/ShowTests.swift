import TestSupport
import Testing

@Suite struct ShowTests {
  private let command = CommandFixture.searchable()

  @Test func `an article is shown whole`() {
    let run = command.run("show", "vostochny")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    #expect(
      run.output == """
        Le cosmodrome de Vostochny attend ses fusées

        Espace · 2023-09-13 · Hélène Marsac · Le Relais · https://exemple.fr/vostochny

        Un chantier de l’Extrême-Orient russe, et des retards.

        Les ouvriers sont revenus au printemps.

        Les cosmodromes sont rares : il en reste peu d’où partent des équipages.

        """)
  }

  @Test func `the words of a query are highlighted in all parts`() {
    let output = command.run("show", "vostochny", "cosmodrome", "orient", "equipages").output
    #expect(output.contains("Le [cosmodrome] de Vostochny"))
    #expect(output.contains("Extrême-[Orient] russe"))
    #expect(output.contains("Les [cosmodromes] sont rares : il en reste peu d’où partent des [équipages]."))
  }

  @Test func `site furniture is not shown`() {
    let output = command.run("show", "web/kourou.txt").output
    #expect(output.hasPrefix("Kourou, après les Soyouz\n\nEspace\n\nLe port spatial"))
    #expect(output.contains("\n\nUne autre fusée\n\n"))
    for furniture in ["Leave a Reply", "Back to top"] { #expect(!output.contains(furniture)) }
  }

  @Test(arguments: ["nobody", "", "VOSTOCHNY", "vostochny'--", "%"])
  func `an unknown id is named on standard error and ends with 1`(id: String) {
    let run = command.run("show", id)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.messages == "no article has the id \(id)\n")
  }

  @Test func `as JSON it has the keys that read prints`() throws {
    let run = command.run("show", "vostochny", "--json")
    #expect(run.status == 0)
    let article = try JSONValue(parsing: run.output)
    #expect(
      article.keys == [
        "path", "id", "title", "lead", "text", "date", "section", "url", "author", "format",
      ])
    #expect(article["lead"] == .string("Un chantier de l’Extrême-Orient russe, et des retards."))
    #expect(
      article["text"]
        == .string(
          """
          Un chantier de l’Extrême-Orient russe, et des retards.
          Les ouvriers sont revenus au printemps.
          Les cosmodromes sont rares : il en reste peu d’où partent des équipages.
          """))
    #expect(article["author"] == .string("Hélène Marsac"))
    #expect(article["format"] == .string("json-lines"))
    #expect(try JSONValue(parsing: command.run("show", "pyongyang", "--json").output)["date"] == .null)
  }

  @Test func `colours are asked for as in a search`() {
    let output = command.run("show", "plessetsk", "cosmodrome", "--color", "always").output
    #expect(output.hasPrefix("Plessetsk, \u{1B}[1;31mcosmodrome\u{1B}[0m du Nord\n"))
  }
}
