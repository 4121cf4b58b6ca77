import TestSupport
import Testing

private let sampleArticle = SharedMaterial.path("samples/cosmodrome-vostochny.txt")

/// The article that the project began with; it is not part of the package.
///
/// Where it is not there the tests are skipped, which their log says.
@Suite(.enabled(if: sampleArticle != nil, "the sample article is not beside the package"))
struct SampleArticleTests {
  private let command = CommandFixture.withCorpus()

  init() throws {
    let run = command.run("index", try #require(sampleArticle))
    #expect(run.status == 0)
  }

  @Test(arguments: [
    "cosmodrome", "cosmodromes", "\"cosmodrome Vostochny\"", "COREE DU NORD", "l'Extrême-Orient",
    "extreme orient", "sanctions", "Sergueï Choïgou", "serguei choigou",
  ])
  func `it is found`(query: String) throws {
    #expect(command.ids(query, "--limit", "100").contains { $0.hasSuffix("cosmodrome-vostochny.txt") })
  }

  @Test(arguments: ["reply", "\"leave a reply\"", "back to top", "\"back to top\"", "button"])
  func `it is not found by the furniture of its page`(query: String) {
    #expect(!command.ids(query, "--limit", "100").contains { $0.hasSuffix("cosmodrome-vostochny.txt") })
  }
}
