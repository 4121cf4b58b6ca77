#if XML
  import CLibXML2

  /// What the callbacks of one run of libxml2 share: the handler, and what ends the run.
  ///
  /// The parser's `userData` is an unretained pointer to it; whoever starts a parser keeps the session alive for as long as
  /// the parser runs.
  final class MarkupSession {
    let handler: any MarkupHandler
    var error: MarkupError?
    private var depth = 0
    /// The running parser: to stop it.
    var parser: xmlParserCtxtPtr?

    /// A longer value is cut, in bytes: pictures are written into attributes.
    private static let longestValue = 1 << 16

    init(_ handler: any MarkupHandler) {
      self.handler = handler
    }

    /// The session that a callback was handed.
    static func of(_ userData: UnsafeMutableRawPointer?) -> MarkupSession? {
      userData.map { Unmanaged<MarkupSession>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The pointer for the parser.
    var userData: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    func stop(_ reason: MarkupError? = nil) {
      error = error ?? reason
      if let parser { xmlStopParser(parser) }
    }

    func start(_ name: String, namespace: String, _ attributes: [MarkupAttribute]) {
      guard error == nil, !handler.isDone else { return stop() }
      depth += 1
      guard depth <= MarkupError.maximumDepth else { return stop(.tooDeep) }
      let line = Int(parser?.pointee.input?.pointee.line ?? 0)
      handler.start(name, namespace: namespace, attributes, line: line)
    }

    func end(_ name: String) {
      guard error == nil, !handler.isDone else { return stop() }
      depth -= 1
      handler.end(name)
    }

    func text(_ start: UnsafePointer<UInt8>?, _ count: Int32) {
      guard error == nil, !handler.isDone, count > 0 else { return }
      handler.text(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    /// The text of libxml2 from `start` up to `end`, or to its terminating zero.
    static func string(_ start: UnsafePointer<UInt8>?, end: UnsafePointer<UInt8>? = nil) -> String {
      guard let start else { return "" }
      let count = end.map { $0 - start } ?? strnlen(start, longestValue)
      return String(
        decoding: UnsafeBufferPointer(start: start, count: min(count, longestValue)), as: UTF8.self)
    }

    private static func strnlen(_ start: UnsafePointer<UInt8>, _ limit: Int) -> Int {
      var count = 0
      while count < limit, start[count] != 0 { count += 1 }
      return count
    }

    /// Before the first parser.
    static let initialized: Void = xmlInitParser()
  }
#endif
