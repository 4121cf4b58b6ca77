// Built by Scripts/fuzz together with Sources/NewsQuery, as one module.

private func parse(_ text: String) -> Query {
  QueryParser.parse(text) { $0.utf8.count < 20 && $0.contains("20") }
}

/// Reads any bytes as a query, and stops where what it means is not what its own print means, or lies beside the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQueries(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let query = parse(text)
  for remark in query.remarks {
    precondition(remark.range.upperBound <= text.utf8.count && !remark.range.isEmpty, "a remark out of place")
  }
  if let root = query.root {
    precondition(root.range.upperBound <= text.utf8.count && !root.range.isEmpty, "a query out of place")
    precondition(parse(root.description).root == root, "a query that is not read as it is printed")
  }
  return 0
}
