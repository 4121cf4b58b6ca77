import Foundation
import NewsFindKit

let folder = CommandLine.arguments[1]
let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite")
let index = try NewsIndex.create(at: file.path)
print("\(try index.reindex([folder]).articles) articles")

let results = try index.search("cosmodrome russe", options: SearchOptions(limit: 3))
for hit in results.hits {
  print("\(hit.rank). \(hit.title)")
  for snippet in hit.snippets {
    // Highlights are ranges of UTF-8 bytes; set from the last to the first, the marks move none of them.
    var text = Array(snippet.text.utf8)
    for range in snippet.highlights.reversed() {
      text.insert(contentsOf: "**".utf8, at: range.upperBound)
      text.insert(contentsOf: "**".utf8, at: range.lowerBound)
    }
    print("   \(String(decoding: text, as: UTF8.self))")
  }
}
