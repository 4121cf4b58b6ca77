import TestSupport
import Testing

@Suite struct SearchJSONTests {
  private let command = CommandFixture.searchable()

  private func search(_ arguments: String...) throws -> JSONValue {
    let run = command.run(["search", "--json"] + arguments)
    #expect(run.messages.isEmpty)
    return try JSONValue(parsing: run.output)
  }

  @Test func `the object has the keys that were promised`() throws {
    let found = try search("cosmodrome")
    #expect(
      found.keys == ["query", "total", "total_exact", "complete", "took_ms", "hits", "notes", "suggestion"])
    #expect(found["query"] == .string("cosmodrome"))
    #expect(found["total"] == .number(3))
    guard case .number(let took) = found["took_ms"] else {
      Issue.record("took_ms is no number")
      return
    }
    #expect(took > 0 && took < 60_000)
    #expect(found["hits"]?.elements.count == 3)
  }

  @Test func `every hit has all keys, null where nothing is known`() throws {
    let hits = try #require(try search("cosmodrome sanctions")["hits"]).elements
    #expect(hits.count == 4)
    for (place, hit) in hits.enumerated() {
      #expect(
        hit.keys == [
          "rank", "id", "title", "section", "date", "url", "source", "score", "snippets", "title_highlights",
          "duplicate_count", "duplicates",
        ])
      #expect(hit["rank"] == .number(Double(place + 1)))
      for snippet in hit["snippets"]?.elements ?? [] { #expect(snippet.keys == ["text", "highlights"]) }
    }
    let vostochny = try #require(hits.first { $0["id"] == .string("vostochny") })
    #expect(vostochny["title"] == .string("Le cosmodrome de Vostochny attend ses fusées"))
    #expect(vostochny["section"] == .string("Espace"))
    #expect(vostochny["date"] == .string("2023-09-13"))
    #expect(vostochny["url"] == .string("https://exemple.fr/vostochny"))
    #expect(vostochny["source"] == .string("Le Relais"))
    let pyongyang = try #require(hits.first { $0["id"] == .string("pyongyang") })
    for key in ["date", "url", "source"] { #expect(pyongyang[key] == .null) }
  }

  @Test func `scores fall from hit to hit`() throws {
    let scores = try #require(try search("cosmodrome fusées taïga")["hits"]).elements.map { hit -> Double in
      guard case .number(let score) = hit["score"] else { return .nan }
      return score
    }
    #expect(scores == scores.sorted(by: >))
    #expect(scores.allSatisfy { $0 > 0 })
  }

  @Test(arguments: [
    ("cosmodrome", ["cosmodrome", "cosmodromes"]), ("marche huile", ["marchés", "huile"]),
    ("l'extreme orient", ["Extrême", "Orient", "Extrême-Orient"]),
    ("peches huile", ["pêches", "huile"]), ("\"réforme des retraites\"", ["réforme des retraites"]),
    ("election ecoles", ["Élections", "école"]),
    ("fusee equipage", ["fusées", "équipages", "fusée", "équipes"]),
  ])
  func `ranges are bytes on bounds of characters and hold the words`(query: String, words: [String]) throws {
    var count = 0
    for hit in try #require(try search(query)["hits"]).elements {
      let title = try #require(hit["title"]?.text)
      var texts = [(title, try #require(hit["title_highlights"]?.ranges))]
      for snippet in try #require(hit["snippets"]).elements {
        texts.append((try #require(snippet["text"]?.text), try #require(snippet["highlights"]?.ranges)))
      }
      for (text, ranges) in texts {
        let bytes = Array(text.utf8)
        var end = 0
        for range in ranges {
          #expect(range.lowerBound >= end && range.upperBound <= bytes.count)
          end = range.upperBound
          let word = try #require(String(validating: bytes[range], as: UTF8.self))
          #expect(words.contains(word), "\(word) in \(text)")
          count += 1
        }
      }
    }
    #expect(count > 0)
  }

  @Test func `nothing found is an object too`() throws {
    let run = command.run("zzz", "--json")
    #expect(run.status == 1)
    let found = try JSONValue(parsing: run.output)
    #expect(found["total"] == .number(0))
    #expect(found["hits"] == .array([]))
    #expect(run.messages.isEmpty)
  }

  @Test func `the total does not depend on the limit`() throws {
    let found = try search("cosmodrome", "--limit", "1", "--offset", "1")
    #expect(found["total"] == .number(3))
    #expect(found["hits"]?.elements.map { $0["rank"] } == [.number(2)])
  }

  @Test func `remarks on the query stand in the object`() throws {
    let notes = try #require(try search("--", "-cosmodrome")["notes"]).elements
    #expect(notes.count == 1)
  }

  @Test func `the format json is the option json`() throws {
    let one = command.run("sanctions", "--format", "json")
    let two = command.run("sanctions", "--json", "--format", "json")
    #expect(try JSONValue(parsing: one.output)["hits"] == JSONValue(parsing: two.output)["hits"])
  }

  @Test func `a query comes back as it was typed`() throws {
    let query = "  \"é\\ <b>\u{1F680}\t"
    #expect(try search(query)["query"] == .string(query))
  }
}
