import Dispatch
import Glibc
import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct WriterLockTests {
  private let fixture = IndexFixture()

  @Test func `a second run is told who writes, and may go when the first is done`() throws {
    fixture.write([Article("a", "", "un")])
    let index = try fixture.writable()
    var lock: WriterLock? = try WriterLock(of: fixture.path, waits: false)
    let expected = NewsIndexError.beingWritten(path: fixture.path, process: getpid())
    #expect(throws: expected) { try index.reindex([fixture.sources]) }
    #expect(throws: expected) { try NewsIndex.rebuild(at: fixture.path, from: [fixture.sources]) }
    #expect(throws: expected) { try index.repair() }
    #expect(expected.description.contains("process \(getpid())") && expected.description.contains("--wait"))
    #expect(try index.check() == [])
    withExtendedLifetime(lock) {}
    lock = nil
    #expect(!FileStatus.exists(fixture.path + "-lock"))
    #expect(try index.reindex([fixture.sources]).added == 1)
  }

  @Test func `a run that waits goes on when the first is done`() throws {
    fixture.write([Article("a", "", "un")])
    let index = try fixture.writable()
    var lock: WriterLock? = try WriterLock(of: fixture.path, waits: false)
    let isDone = DispatchSemaphore(value: 0)
    let (sources, group) = (fixture.sources, DispatchGroup())
    Thread.start(in: group) {
      _ = try? index.reindex([sources], options: ReindexOptions(waits: true))
      isDone.signal()
    }
    #expect(isDone.wait(timeout: .now() + 0.2) == .timedOut)
    withExtendedLifetime(lock) {}
    lock = nil
    group.wait()
    #expect(try fixture.search("un") == ["a"])
  }

  @Test func `the file that a killed process left locks nobody`() throws {
    fixture.write([Article("a", "", "un")])
    fixture.folder.write("1\n", to: "index.sqlite-lock")
    #expect(try fixture.writable().reindex([fixture.sources]).added == 1)
    #expect(!FileStatus.exists(fixture.path + "-lock"))
  }
}
