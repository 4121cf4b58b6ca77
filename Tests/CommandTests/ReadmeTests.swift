import TestSupport
import Testing

@Suite struct ReadmeTests {
  private static let readme = "\(SharedMaterial.packageFolder)/README.md"
  private static let program = "\(SharedMaterial.packageFolder)/Tests/Consumer/Sources/Consumer/main.swift"

  private static var isThere: Bool { !TextFile.bytes(readme).isEmpty }

  @Test(.enabled(if: isThere, "there is no README.md"))
  func `the library example of the README is the program that the tests build`() throws {
    let readme = String(decoding: TextFile.bytes(Self.readme), as: UTF8.self)
    let program = String(decoding: TextFile.bytes(Self.program), as: UTF8.self)
    #expect(!program.isEmpty)
    let blocks = readme.components(between: "```swift\n", and: "```\n")
    #expect(blocks.contains(program))
  }
}

extension String {
  /// What stands between each `start` and the next `end`.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().map { part in
      part.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
    }
  }
}
