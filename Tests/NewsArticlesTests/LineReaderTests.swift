import TestSupport
import Testing

@testable import NewsArticles

@Suite struct LineReaderTests {
  private enum Read: Equatable {
    case line([UInt8])
    case tooLong
  }

  /// The lines of a file whose first bytes were read before.
  private func lines(_ path: String, headSize: Int) throws -> [Read] {
    let file = try InputFile(path)
    var head: [UInt8] = []
    if headSize > 0 { _ = try file.read(headSize, into: &head) }
    var reader = LineReader(file, head: head)
    var lines: [Read] = []
    while let line = try reader.next() {
      switch line {
      case .bytes(let bytes): lines.append(.line(Array(bytes)))
      case .tooLong: lines.append(.tooLong)
      }
      #expect(reader.number == lines.count)
    }
    #expect(try reader.next() == nil)
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n", [""]), ("\n\n", ["", ""]),
    ("a\n\nb\n", ["a", "", "b"]),
    ("a\r\nb\r\n", ["a\r", "b\r"]), ("a\rb", ["a\rb"]), ("é\u{2028}\u{85}\nb", ["é\u{2028}\u{85}", "b"]),
  ])
  func `lines end with line feeds`(text: String, expected: [String]) throws {
    let folder = TemporaryFolder()
    let path = folder.write(text, to: "a")
    for headSize in 0...3 {
      #expect(try lines(path, headSize: headSize) == expected.map { .line(Array($0.utf8)) })
    }
  }

  @Test func `lines of any length come whole`() throws {
    var random = SeededGenerator()
    // Lengths about the sizes of what is read at once.
    let edges = [0, 1, 100, 5_000, 65_535, 65_536, 262_143, 262_144, 300_000]
    for _ in 0..<6 {
      let folder = TemporaryFolder()
      var expected: [[UInt8]] = []
      for number in 0..<12 {
        let length = max(
          0, (edges.randomElement(using: &random) ?? 0) + Int.random(in: -2...2, using: &random))
        expected.append([UInt8](repeating: UInt8(ascii: "a") + UInt8(number), count: length))
      }
      let endsWithLineFeed = Bool.random(using: &random)
      let path = folder.write(expected.joined(separator: [0x0A]) + (endsWithLineFeed ? [0x0A] : []), to: "a")
      if !endsWithLineFeed, expected.last == [] { expected.removeLast() }
      let headSize = [0, 1, 1_000, 65_536].randomElement(using: &random) ?? 0
      let isSame = try lines(path, headSize: headSize) == expected.map { .line($0) }
      #expect(isSame, "\(expected.map(\.count)), head \(headSize), seed \(random.seed)")
    }
  }

  @Test func `a line that is too long is passed over, at the end of the file as well`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("good\n", to: "a")
    folder.append("x", count: LineReader.maximum + (1 << 20), to: "a")
    folder.append("\n\nbetter\n", count: 1, to: "a")
    folder.append("y", count: LineReader.maximum + (1 << 20), to: "a")
    let expected: [Read] = [
      .line(Array("good".utf8)), .tooLong, .line([]), .line(Array("better".utf8)), .tooLong,
    ]
    #expect(try lines(path, headSize: 1 << 16) == expected)
  }
}
