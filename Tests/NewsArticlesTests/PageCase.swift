import FoundationEssentials
import TestSupport
import Testing

/// A page written for the tests, in the shape of one kind of news site, and what has to be read of it.
struct PageCase: Decodable, Sendable, CustomTestStringConvertible {
  let file: String
  /// A word of the reason for which it is no article; all else is empty then.
  let rejection: String?
  let title: String?
  /// `nil` where either is right.
  let lead: String?
  let body: [String]?
  let date: String?
  let section: String?
  let author: String?
  let url: String?

  var testDescription: String { file }

  var path: String { "\(Self.folder)/\(file)" }

  /// The folder of the pages.
  static let folder = "\(SharedMaterial.packageFolder)/Tests/NewsArticlesTests/Pages"

  /// All pages.
  static let all: [PageCase] = {
    let data = Data(TextFile.bytes("\(folder)/expected.json"))
    return (try? JSONDecoder().decode([PageCase].self, from: data)) ?? []
  }()
}
