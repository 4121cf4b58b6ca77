// Built by Scripts/fuzz together with Sources/FrenchText, as one module.

/// As in use it has met words before.
nonisolated(unsafe) private let analyzer = FrenchAnalyzer()

/// Analyzes any bytes as text, and stops where a token does not stand in it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTokens(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var last = 0
  analyzer.forEachToken(in: UnsafeBufferPointer(start: start, count: count)) { token in
    precondition(token.start >= last && token.end > token.start && token.end <= count, "a token out of place")
    last = token.end
    return true
  }
  return 0
}
