import Glibc
import SQLiteStore
import TestSupport
import Testing

@Suite struct CheckTests {
  private let command = CommandFixture.searchable()

  private func damage(_ sql: String) throws {
    try Connection(path: command.index, mode: .readWrite).execute(sql)
  }

  @Test func `a sound index is ok`() {
    for arguments in [["check"], ["check", "--repair"]] {
      let run = command.run(arguments)
      #expect(run.status == 0)
      #expect(run.output == "ok\n")
      #expect(run.messages.isEmpty)
    }
  }

  @Test(arguments: [
    ("DELETE FROM trait_block", "traits: "), ("UPDATE trait_block SET traits = zeroblob(2304)", "traits: "),
    ("UPDATE trait_block SET traits = x'00'", "traits: "), ("DELETE FROM section", "traits: "),
    ("DELETE FROM article_text_data WHERE id > 10", "full text: "),
    (
      "UPDATE article SET texts = CAST(x'000000' || 'autre chose' AS BLOB) WHERE document_id = 'plessetsk'",
      "full text: "
    ),
    ("DELETE FROM article WHERE document_id = 'plessetsk'", "full text: "),
  ])
  func `damage to a derived part is found, repaired, and gone`(sql: String, problem: String) throws {
    try damage(sql)
    let found = command.run("check")
    #expect(found.status == 1)
    #expect(found.output.hasPrefix(problem))
    #expect(found.messages.isEmpty)

    let repaired = command.run("check", "--repair")
    #expect(repaired.status == 0)
    #expect(repaired.output == "ok\n")
    #expect(repaired.messages.hasPrefix("found: \(problem)"))

    #expect(command.run("check").output == "ok\n")
    #expect(command.ids("fusées guyanaises").first == "web/kourou.txt")
  }

  @Test func `repair brings back the very same ranking`() throws {
    let before = command.run("cosmodrome fusées", "--format", "trec").output
    try damage("DELETE FROM trait_block; DELETE FROM article_text_data WHERE id > 10")
    #expect(command.run("cosmodrome fusées", "--format", "trec").output != before)
    #expect(command.run("check", "--repair").status == 0)
    #expect(command.run("cosmodrome fusées", "--format", "trec").output == before)
  }

  @Test func `pages that were overwritten are told, and a rebuild mends them`() throws {
    overwrite(from: 8_192)
    let found = command.run("check")
    #expect(found.status == 1)
    #expect(!found.output.isEmpty)
    let repaired = command.run("check", "--repair")
    #expect(repaired.status == 1)
    #expect(repaired.output.contains("newsfind index --rebuild PATH…"))
    let searched = command.run("cosmodrome")
    #expect([0, 1, 2].contains(searched.status))

    #expect(command.run("index", "--rebuild", ".").status == 0)
    #expect(command.run("check").output == "ok\n")
    #expect(command.ids("cosmodrome").count == 3)
  }

  @Test func `a file that was cut short is told`() {
    #expect(truncate(command.index, 20_000) == 0)
    let run = command.run("check")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("file: "))
    #expect(command.run("cosmodrome").status == 2)
  }

  @Test func `without an index that is an error`() {
    let run = CommandFixture().run("check", "--repair")
    #expect(run.status == 2)
    #expect(run.messages.contains("newsfind index PATH…"))
  }

  private func overwrite(from offset: off_t) {
    let descriptor = open(command.index, O_WRONLY)
    defer { close(descriptor) }
    let noise = [UInt8](repeating: 0xFF, count: 3 * 8_192)
    #expect(pwrite(descriptor, noise, noise.count, offset) == noise.count)
  }
}
