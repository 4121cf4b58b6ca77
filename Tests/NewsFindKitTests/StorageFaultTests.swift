import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

/// The file system fails at any one of the things that SQLite asks of it, once or from then on.
@Suite struct StorageFaultTests {
  /// Something that writes an index.
  struct Work: Sendable, CustomTestStringConvertible {
    let name: String
    /// Makes the index and the sources that the work finds.
    let prepare: @Sendable (IndexFixture) throws -> Void
    let run: @Sendable (IndexFixture) throws -> Void

    init(
      _ name: String, _ prepare: @escaping @Sendable (IndexFixture) throws -> Void,
      _ run: @escaping @Sendable (IndexFixture) throws -> Void
    ) {
      self.name = name
      self.prepare = prepare
      self.run = run
    }

    var testDescription: String { name }
  }

  static let works = [
    Work("a first run", { write($0) }) {
      try reindex($0)
    },
    Work(
      "changes",
      {
        write($0)
        try reindex($0)
        write($0, changed: true)
      }
    ) { try reindex($0) },
    Work(
      "a pruning",
      {
        write($0)
        try reindex($0)
        $0.folder.removeFile("sources/2.jsonl")
      }
    ) { try reindex($0, prune: true) },
    Work(
      "a rebuild",
      {
        write($0)
        try reindex($0)
        write($0, changed: true)
      }
    ) { _ = try NewsIndex.rebuild(at: $0.path, from: [$0.sources], options: ReindexOptions(jobs: 1)) },
    Work(
      "a repair",
      {
        write($0)
        try reindex($0)
      }
    ) { fixture in
      let index = try NewsIndex.open(at: fixture.path, access: .readWrite)
      // SQLite's own check tells of pages that it cannot read as it tells of broken ones.
      let problems = try index.check()
      #expect(problems.allSatisfy { $0.part == .file })
      #expect(try index.repair() == [])
    },
  ]

  private static func write(_ fixture: IndexFixture, changed: Bool = false) {
    for file in 1...3 {
      fixture.write(
        (0..<4).map { number in
          Article(
            "a\(file)-\(number)", "Titre \(number)", lead: "Chapô",
            "Un texte commun\(changed && file != 3 ? " et neuf" : "") au numéro \(file * number).",
            section: "Rubrique \(number % 3)")
        }, to: "\(file).jsonl")
    }
    if changed { fixture.write([Article("b", "", "Un texte de plus.")], to: "4.jsonl") }
  }

  private static func reindex(_ fixture: IndexFixture, prune: Bool = false) throws {
    _ = try fixture.writable().reindex([fixture.sources], options: ReindexOptions(prune: prune, jobs: 1))
  }

  @Test(arguments: works, FileOperation.allCases)
  func `work that a fault interrupts loses nothing and is done by the next run`(
    work: Work, operation: FileOperation
  ) throws {
    var random = SeededGenerator()
    let fixture = IndexFixture()
    try work.prepare(fixture)
    try FaultyVFS.with(faultsIn: fixture.folder.path) { faults in
      let start = StoredIndex(fixture)
      try work.run(fixture)
      let count = faults.count(of: operation)
      let end = try fixture.dump()
      start.restore()
      let before = start.isThere ? try fixture.dump() : nil
      for fault in FileFaults.some(operation, of: count, using: &random) {
        start.restore()
        faults.set(fault)
        var failure: (any Error)?
        do { try work.run(fixture) } catch { failure = error }
        #expect(faults.hasStruck, "\(fault)")
        faults.set(nil)
        #expect(failure == nil || failure is NewsIndexError, "\(fault): \(failure.debugDescription)")
        #expect(fixture.leftovers == [], "\(fault)")
        if failure == nil {
          #expect(try fixture.dump() == end, "\(fault)")
        } else if let before {
          #expect(try [before, end].contains(fixture.dump()), "\(fault)")
        }
        #expect(try fixture.writable().check() == [], "\(fault)")
        try work.run(fixture)
        #expect(try fixture.dump() == end, "\(fault)")
        #expect(try fixture.writable().check() == [], "\(fault)")
      }
    }
  }

  /// Every call of these that a rebuild makes fails once: those that sort the articles, too.
  @Test(arguments: [FileOperation.open, .read, .size, .lock], [1, 2])
  func `a rebuild that a fault ends tells of the fault, not of damage, and leaves the index`(
    operation: FileOperation, jobs: Int
  ) throws {
    let fixture = IndexFixture()
    Self.write(fixture)
    try Self.reindex(fixture)
    Self.write(fixture, changed: true)
    try FaultyVFS.with(faultsIn: fixture.folder.path) { faults in
      let start = StoredIndex(fixture)
      let before = try fixture.dump()
      func rebuild() throws {
        _ = try NewsIndex.rebuild(
          at: fixture.path, from: [fixture.sources], options: ReindexOptions(jobs: jobs))
      }
      faults.set(nil)
      try rebuild()
      let count = faults.count(of: operation)
      let end = try fixture.dump()
      for number in 1...count {
        start.restore()
        let fault = FileFaults.Fault(
          operation: operation, number: number, code: operation.codes[0], isLasting: false)
        faults.set(fault)
        var failure: NewsIndexError?
        do { try rebuild() } catch let error as NewsIndexError { failure = error }
        faults.set(nil)
        #expect(try fixture.dump() == (failure == nil ? end : before), "\(fault)")
        #expect(fixture.leftovers == [], "\(fault)")
        switch failure {
        case nil: break
        case .storage(_, let detail): #expect(detail.hasSuffix("code \(fault.code)"), "\(fault)")
        case .cannotOpen: #expect(operation == .open, "\(fault)")
        case .some(let other): Issue.record("\(fault): \(other)")
        }
      }
    }
  }
}
