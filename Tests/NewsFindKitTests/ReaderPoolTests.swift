import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct ReaderPoolTests {
  struct Stop: Error {}

  private let fixture: IndexFixture
  private let pool: ReaderPool

  init() throws {
    fixture = try IndexFixture([Article("a", "", "un")])
    pool = ReaderPool(path: fixture.path)
  }

  @Test func `a connection is kept for the next`() throws {
    let first = try pool.withReader { $0 }
    #expect(try pool.withReader { $0 === first })
  }

  @Test func `nobody gets a connection that is lent`() throws {
    try pool.withReader { first in
      try pool.withReader { second in
        #expect(first !== second)
        try pool.withReader { third in #expect(third !== first && third !== second) }
      }
    }
  }

  @Test func `a connection that failed is dropped`() throws {
    weak var failed: IndexConnection?
    #expect(throws: Stop.self) {
      try pool.withReader {
        failed = $0
        throw Stop()
      }
    }
    #expect(failed == nil)
    #expect(try pool.withReader { try $0.statistics().articles } == 1)
  }

  @Test func `an error of SQLite is told as one of the index`() throws {
    let error = try #require(throws: NewsIndexError.self) {
      try pool.withReader { try $0.connection.execute("DELETE FROM article") }
    }
    guard case .cannotOpen(fixture.path, _) = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func `connections to a file that is not at the path any more are let go`() throws {
    weak var old: IndexConnection?
    try pool.withReader { old = $0 }
    for suffix in ["", "-wal", "-shm"] { fixture.folder.removeFile("index.sqlite\(suffix)") }
    #expect(throws: NewsIndexError.noIndex(path: fixture.path)) { try pool.withReader { _ in } }
    #expect(old == nil)
    fixture.write([Article("b", "", "deux"), Article("c", "", "trois")])
    _ = try fixture.writable().reindex([fixture.sources])
    #expect(try pool.withReader { try $0.statistics().articles } == 2)
  }

  @Test func `threads never share a connection`() throws {
    let inUse = Mutex<Set<ObjectIdentifier>>([])
    let shared = Atomic(0)
    let threads = DispatchGroup()
    let pool = pool
    for _ in 0..<4 {
      Thread.start(in: threads) {
        for _ in 0..<50 {
          try? pool.withReader { reader in
            let isNew = inUse.withLock { $0.insert(ObjectIdentifier(reader)).inserted }
            if !isNew { shared.add(1, ordering: .relaxed) }
            _ = try SearchSession(index: reader).search("un", SearchOptions())
            _ = inUse.withLock { $0.remove(ObjectIdentifier(reader)) }
          }
        }
      }
    }
    threads.wait()
    #expect(shared.load(ordering: .relaxed) == 0)
  }
}
