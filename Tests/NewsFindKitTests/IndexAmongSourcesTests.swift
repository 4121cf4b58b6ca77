import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct IndexAmongSourcesTests {
  @Test func `an index that lies among its sources is neither read nor reported`() throws {
    let folder = TemporaryFolder()
    folder.write("{\"id\":\"a\",\"text\":\"le cosmodrome\"}\n", to: "sources/a.jsonl")
    folder.write("{\"id\":\"z\",\"text\":\"la fusée\"}\n", to: "sources/z.jsonl")
    let index = try NewsIndex.create(at: folder.file("sources/m.db"))
    for expected in [2, 0] {
      let summary = try index.reindex([folder.file("sources")], options: ReindexOptions(jobs: 1))
      #expect(summary.added == expected)
      #expect(summary.rejections.isEmpty)
    }
    #expect(try index.search("cosmodrome").total == 1)
    #expect(try index.check().isEmpty)
  }
}
