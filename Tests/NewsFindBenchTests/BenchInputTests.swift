import TestSupport
import Testing

@testable import newsfind_bench

@Suite("What newsfind-bench is given")
struct BenchInputTests {
  @Test("words become a query of FTS5, whatever is in them")
  func expressions() {
    let cases: [(PlainQuery.Meaning, [String], String)] = [
      (.word, ["lune"], "\"lune\""), (.all, ["lune", "sonde"], "\"lune\" AND \"sonde\""),
      (.any, ["lune", "mars"], "\"lune\" OR \"mars\""),
      (.phrase, ["pas", "de", "tir"], "\"pas\" + \"de\" + \"tir\""),
      (.prefix, ["prési"], "\"prési\" *"), (.word, ["a\"b"], "\"a\"\"b\""), (.word, ["\""], "\"\"\"\""),
    ]
    for (meaning, words, expected) in cases {
      #expect(PlainQuery(meaning: meaning, words: words).fts5Expression == expected)
    }
  }

  @Test("a line of queries has two fields or four")
  func lines() {
    #expect(BenchQuery(line: "frequent\tlune")?.plain == nil)
    let query = BenchQuery(line: "two-all\t+lune +sonde\tall\tlune sonde")
    #expect(query?.text == "+lune +sonde")
    #expect(query?.plain?.words == ["lune", "sonde"])
    for line in ["", "lune", "a\t", "a\tb\tall", "a\tb\tnone\tc", "a\tb\tall\tc\td"] {
      #expect(BenchQuery(line: line) == nil, "\(line)")
    }
  }

  @Test("a file of queries tells the line that is none")
  func files() throws {
    let folder = TemporaryFolder()
    #expect(try BenchQuery.all(in: folder.write("a\tb\nc\td", to: "good")).map(\.text) == ["b", "d"])
    let message = #expect(throws: BenchError.self) {
      try BenchQuery.all(in: folder.write("a\tb\n\n", to: "bad"))
    }?.description
    #expect(message?.contains("bad:2:") == true)
    #expect(throws: BenchError.self) { try BenchQuery.all(in: folder.write("", to: "empty")) }
    #expect(throws: BenchError.self) { try BenchQuery.all(in: folder.file("missing")) }
  }

  @Test("options have values of their kind")
  func options() throws {
    let arguments = try BenchArguments([
      "a", "--mode", "ids", "--rounds", "3", "b", "--clock", "cpu", "--rows",
    ])
    #expect(try arguments.operands(2) == ["a", "b"])
    #expect(try arguments.mode() == .ids)
    #expect(try arguments.pace().rounds == 3)
    #expect(try arguments.pace().clock == .cpu)
    #expect(arguments.printsRows)
    #expect(throws: BenchError.self) { try arguments.operands(1) }
    for words in [["--mode"], ["--other", "1"]] {
      #expect(throws: BenchError.self) { try BenchArguments(words) }
    }
    for words in [["--mode", "all"], ["--rounds", "0"], ["--budget", "x"], ["--clock", "sun"]] {
      #expect(throws: BenchError.self, "\(words)") {
        let odd = try BenchArguments(words)
        _ = try (odd.mode(), odd.pace())
      }
    }
  }
}
