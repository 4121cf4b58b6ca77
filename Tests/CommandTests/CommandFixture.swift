import Glibc
import TestSupport

/// The built command and a folder of its own: an empty home, some articles, an index.
struct CommandFixture {
  private let home = TemporaryFolder()
  /// Where the command is started, and what it is given to read.
  let folder = TemporaryFolder()
  /// The environment of each run; an index is named unless a test takes that away.
  var environment: [String: String]

  /// The binary, beside the program that runs these tests.
  static let binary: String = {
    let found = realpath(CommandLine.arguments[0], nil)
    defer { free(found) }
    let runner = found.map { String(cString: $0) } ?? CommandLine.arguments[0]
    return runner.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/newsfind"
  }()

  /// The index file that the environment names.
  var index: String { "\(home.path)/index.sqlite" }
  /// The home folder.
  var homePath: String { home.path }

  /// A folder without articles, an index that is not there yet.
  init() {
    environment = ["HOME": home.path, "PATH": "/usr/bin:/bin"]
    environment["NEWSFIND_INDEX"] = index
  }

  /// A fixture with the articles of ``ArticleSamples`` in its folder, and in an index made of them.
  static func indexed() -> CommandFixture {
    let fixture = CommandFixture()
    for (name, text) in ArticleSamples.files { fixture.folder.write(text, to: name) }
    fixture.makeIndex(of: ".")
    return fixture
  }

  /// The same with a copy of an index that was made of these articles in another folder: that is there at once.
  static func searchable() -> CommandFixture {
    let fixture = CommandFixture()
    for (name, text) in ArticleSamples.files { fixture.folder.write(text, to: name) }
    fixture.putIndex(sampleIndex)
    return fixture
  }

  /// A fixture with a copy of an index of the corpus.
  static func withCorpus() -> CommandFixture {
    let fixture = CommandFixture()
    fixture.putIndex(corpusIndex)
    return fixture
  }

  private static let sampleIndex = indexed().indexBytes()

  private static let corpusIndex: [UInt8] = {
    let fixture = CommandFixture()
    fixture.makeIndex(of: "\(SharedMaterial.packageFolder)/Corpus")
    return fixture.indexBytes()
  }()

  /// The bytes of the index file.
  func indexBytes() -> [UInt8] { TextFile.bytes(index) }

  /// Puts an index made elsewhere into the place of this one's.
  func putIndex(_ bytes: [UInt8]) {
    home.write(bytes, to: "index.sqlite")
  }

  private func makeIndex(of path: String) {
    let run = run("index", path)
    // A test cannot go on without its index.
    precondition(run.status == 0, run.messages)
  }

  /// Runs the command.
  func run(_ arguments: String..., input: String? = nil, terminal: String? = nil) -> CommandLineRun {
    run(arguments, input: input, terminal: terminal)
  }

  /// Runs the command.
  func run(_ arguments: [String], input: String? = nil, terminal: String? = nil) -> CommandLineRun {
    CommandLineRun(
      Self.binary, arguments, environment: environment, in: folder.path, input: input.map { Array($0.utf8) },
      terminal: terminal)
  }

  /// Runs a line of shell in which `$newsfind` is the command.
  func shell(_ line: String) -> CommandLineRun {
    var environment = environment
    environment["newsfind"] = Self.binary
    return CommandLineRun("/bin/sh", ["-c", line], environment: environment, in: folder.path)
  }

  /// The ids that a search finds, best first.
  func ids(_ arguments: String...) -> [String] {
    run(["search", "--format", "trec"] + arguments).lines.map { line in
      line.split(separator: " ").count == 6 ? String(line.split(separator: " ")[2]) : line
    }
  }
}
