import Glibc
import TestSupport
import Testing

/// An index some of whose bytes are not what was written: the commands say so or answer, and end.
@Suite struct DamagedFileTests {
  private let command = CommandFixture.withCorpus()

  private static let commands = [
    ["check"], ["search", "lune", "fusée", "--facets", "--explain", "--all", "-n", "100"],
    ["search", "\"pas de tir\" prési* =élevé", "--sort", "date"], ["search", "kosmodrome section:espace"],
    ["similar", "web/espace/2023-08-24-chandrayaan-3-pole-sud-lune.txt"], ["complete", "pré"], ["stats"],
    ["index", "--prune", "."], ["check", "--repair"], ["search", "cosmodrome"],
  ]

  /// Writes bytes of another value into the file, some of them next to one another.
  private func damage(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let pageSize = 8_192
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let page = Int.random(in: 0..<bytes.count / pageSize, using: &random)
      // The beginnings of pages say what all else in them is.
      let place =
        Bool.random(using: &random)
        ? Int.random(in: 0..<24, using: &random)
        : Int.random(in: 0..<pageSize, using: &random)
      for offset in 0..<Int.random(in: 1...6, using: &random) where place + offset < pageSize {
        bytes[page * pageSize + place + offset] = UInt8.random(in: .min ... .max, using: &random)
      }
    }
    return bytes
  }

  @Test func `overwritten bytes are an error or go unnoticed, and no command crashes or hangs`() {
    var random = SeededGenerator()
    let sound = command.indexBytes()
    command.folder.write(ArticleSamples.jsonLines, to: "a.jsonl")
    var found = 0
    for round in 0..<10 {
      let damaged = damage(sound, &random)
      for arguments in Self.commands {
        // Repairs go on with what indexing made of it; the others begin with the same bytes.
        if arguments[0] != "check" || arguments.count == 1 { restore(damaged) }
        let run = command.run(arguments)
        let place: Comment = "seed \(random.seed), round \(round), \(arguments): \(run.messages.prefix(400))"
        #expect([0, 1, 2].contains(run.status), place)
        if run.status == 2 {
          #expect(run.messages.hasPrefix("newsfind: "), place)
          #expect(run.messages.split(separator: "\n").count == 1, place)
        }
        if arguments == ["check"], run.status == 1 { found += 1 }
      }
    }
    // Most of what was overwritten was in use.
    #expect(found > 3, "seed \(random.seed)")
    // Whatever it was, it can be made anew.
    #expect(command.run("index", "--rebuild", "a.jsonl").status == 0)
    #expect(command.run("check").output == "ok\n")
  }

  @Test(arguments: [0..<16, 16..<24, 28..<32, 44..<48])
  func `an index whose header is overwritten can be made anew`(place: Range<Int>) {
    var bytes = command.indexBytes()
    for offset in place { bytes[offset] = 0xA5 }
    restore(bytes)
    command.folder.write(ArticleSamples.jsonLines, to: "a.jsonl")
    let rebuilt = command.run("index", "--rebuild", "a.jsonl")
    #expect(rebuilt.status == 0, "\(rebuilt.messages)")
    #expect(command.run("check").output == "ok\n")
  }

  private func restore(_ bytes: [UInt8]) {
    for suffix in ["-wal", "-shm", "-journal", "-lock"] { unlink(command.index + suffix) }
    command.putIndex(bytes)
  }
}
