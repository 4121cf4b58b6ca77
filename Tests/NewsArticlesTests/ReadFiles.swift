import Glibc
import NewsArticles
import TestSupport

/// What the readers made of some paths, in the order in which it came.
struct ReadFiles {
  var articles: [ReadArticle] = []
  var rejections: [Rejection] = []

  init(_ paths: [String]) {
    for result in ArticleFiles(paths) {
      switch result {
      case .success(let article): articles.append(article)
      case .failure(let rejection): rejections.append(rejection)
      }
    }
  }

  /// The ids of the articles.
  var ids: [String] { articles.map(\.article.id) }
}

extension TemporaryFolder {
  /// What the readers make of the folder.
  func read() -> ReadFiles { ReadFiles([path]) }

  /// Appends a text so many times to a file, without holding all of it.
  func append(_ text: String, count: Int, to name: String) {
    guard let file = fopen(file(name), "a") else { return }
    defer { fclose(file) }
    let times = max(1, min(count, (1 << 20) / text.utf8.count))
    let chunk = Array(String(repeating: text, count: times).utf8)
    var left = count * text.utf8.count
    while left > 0 {
      let size = min(left, chunk.count)
      fwrite(chunk, 1, size, file)
      left -= size
    }
  }
}
