import TestSupport
import Testing

@testable import NewsArticles

@Suite struct JSONObjectsReaderTests {
  private func read(_ text: String) -> ReadFiles {
    let folder = TemporaryFolder()
    folder.write(text, to: "news.json")
    return folder.read()
  }

  @Test(arguments: [
    "[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",\"text\":\"}{\\\"]\"}]",
    "[\n  {\n \"id\": \"1\",\n \"text\": \"a\"\n},\n{\"id\":\"2\",\n\"text\":\"[\\\\\"}\n]\n",
    "{\n\"id\": \"1\",\n\"text\": \"a\"\n}\n{\n\"id\": \"2\", \"text\": \"b\",\n\"x\": [{}, {\"y\": {}}]\n}",
    "\u{FEFF}[{\"id\":\"1\",\"text\":\"a\"}\n,{\"id\":\"2\",\"text\":\"b\"}",
  ])
  func `objects of an array or over lines are articles`(text: String) {
    let read = read(text)
    #expect(read.ids == ["1", "2"])
    #expect(read.articles.map(\.record) == [1, 2])
    #expect(read.rejections.isEmpty)
  }

  @Test func `an object without an id has its file and its number`() {
    #expect(read("[{\"text\":\"a\"},{\"text\":\"b\"}]").ids == ["news.json:1", "news.json:2"])
    #expect(read("{\n\"text\": \"a\"\n}").ids == ["news.json:1"])
  }

  @Test func `what is no article is rejected by its number, and the rest is read`() {
    let read = read(
      "[{\"id\":\"1\",\"text\":\"a\"}, 17, \"}\\\"{\", {\"id\":\"2\"}, {bad}, {\"id\":\"3\",\"text\":\"b\"}, {\"text\":\"c"
    )
    #expect(read.ids == ["1", "3"])
    #expect(read.rejections.map(\.record) == [2, 3, 4, 6])
    #expect(read.rejections.map { $0.reason.contains("cut off") } == [false, false, true, true])
    #expect(read.rejections.last?.description.contains("news.json: record 6: ") == true)
  }

  @Test func `objects of any length come whole`() {
    var random = SeededGenerator()
    let lengths = (0..<20).map { _ in Int.random(in: 0...200_000, using: &random) }
    let objects = lengths.enumerated().map { number, length in
      "{\"id\":\"\(number)\",\"text\":\"é\(String(repeating: "{\\\"", count: length / 3))\"}"
    }
    let read = read("[" + objects.joined(separator: ",\n") + "]")
    #expect(
      read.articles.map { $0.article.body.utf8.count } == lengths.map { 2 + $0 / 3 * 2 },
      "seed \(random.seed)")
    #expect(read.rejections.isEmpty)
  }

  @Test func `an object over the limit is rejected`() throws {
    let folder = TemporaryFolder()
    folder.write("[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\",\"text\":\"", to: "news.json")
    folder.append("a", count: JSONObjects.maximum + (1 << 20), to: "news.json")
    let read = folder.read()
    #expect(read.ids == ["1"])
    #expect(try #require(read.rejections.first).reason.contains("32 MB"))
  }
}
