// Built by Scripts/fuzz together with Sources/NewsArticles, as one module.

/// Bytes as a source, some at a time.
private final class FuzzedBytes: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let step: Int

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
    step = 1 + bytes.count % 700
  }

  func read(_ count: Int, into buffer: inout [UInt8]) -> Bool {
    let some = rest.prefix(min(count, step))
    buffer += some
    rest = rest.dropFirst(some.count)
    return !some.isEmpty
  }
}

/// Reads any bytes as newsfind reads a file, and stops where an article is not what an article has to be.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = SourceFile(path: "fuzz", id: "fuzz", size: count)
  do {
    var reader = try ArticleReaders.reader(source, FuzzedBytes(bytes), Unpacking(InputFile("/dev/null")))
    var results = 0
    while let result = reader?.next() {
      results += 1
      precondition(results <= count * 300 + 1_000, "a reader that does not end")
      guard case .success(let read) = result else { continue }
      let article = read.article
      precondition(!article.id.isEmpty && !(article.title + article.text).isEmpty, "an empty article")
      for text in [article.title, article.lead, article.body] {
        precondition(PlainText.paragraphs(text).utf8.elementsEqual(text.utf8), "a text that is not clean")
      }
    }
  } catch {}
  return 0
}
