/// What a server answered, as a crawler kept it.
///
/// Source: <https://www.rfc-editor.org/rfc/rfc9112>.
struct HTTPResponse {
  let status: Int
  let header: HeaderFields
  private let content: [UInt8]

  /// - Parameter block: Header and body; `nil` where it does not begin as a response.
  init?(_ block: [UInt8]) {
    var bytes = BufferedBytes(NoBytes(), head: block)
    do throws(ReadFailure) {
      guard let header = try HeaderFields(&bytes), header.firstLine.hasPrefix("HTTP/"),
        let status = header.firstLine.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
      else { return nil }
      self.status = status
      self.header = header
      content = Array(block[bytes.offset...])
    } catch {
      return nil
    }
  }

  /// Whether it is a page.
  var isPage: Bool {
    status == 200 && ["text/html", "application/xhtml+xml"].contains(header.contentType)
  }

  /// The body, decoded.
  ///
  /// Some crawlers decode it themselves and leave the fields that say how it came: what is not coded as
  /// they say is taken as it is.
  ///
  /// - Parameters:
  ///   - maximum: A larger body is no page, in bytes.
  ///   - ledger: Counts what is unpacked.
  /// - Returns: The bytes of the page.
  /// - Throws: Why they cannot be had.
  func body(maximum: Int, _ ledger: ExpansionLedger) throws(ReadFailure) -> [UInt8] {
    let isChunked = header["transfer-encoding"]?.lowercased().contains("chunked") ?? false
    var body = isChunked ? Self.dechunked(content) ?? content : content
    let codings = (header["content-encoding"] ?? "").lowercased().split(separator: ",").map {
      $0.filter { $0 != " " }
    }
    for coding in codings.reversed() {
      body = try Self.decoded(body, coding, maximum: maximum, ledger)
    }
    return body
  }

  /// Chunks put together; `nil` where there are none.
  private static func dechunked(_ content: [UInt8]) -> [UInt8]? {
    var bytes = BufferedBytes(NoBytes(), head: content)
    var body: [UInt8] = []
    do throws(ReadFailure) {
      while let line = try bytes.takeLine(maximum: 1 << 10) {
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }
        guard digits.count <= 8, let count = Int(String(decoding: digits, as: UTF8.self), radix: 16),
          count >= 0
        else { return body.isEmpty ? nil : body }
        if count == 0 { return body }
        guard let chunk = try bytes.take(count) else {
          // Cut off: as much as there is.
          return body + (try bytes.peek(count))
        }
        body += chunk
        _ = try bytes.takeLine(maximum: 2)
      }
    } catch {
      return nil
    }
    return body.isEmpty ? nil : body
  }

  private static func decoded(
    _ body: [UInt8], _ coding: String, maximum: Int, _ ledger: ExpansionLedger
  ) throws(ReadFailure) -> [UInt8] {
    let isText = body.first { $0 > 0x20 } == UInt8(ascii: "<")
    guard !isText, !body.isEmpty else { return body }
    switch coding {
    case "", "identity": return body
    #if Archives
      case "gzip", "x-gzip", "deflate":
        // Deflate should have zlib's header; there are servers that leave it out.
        for wrapping in [InflateStream.Wrapping.header, .none] {
          let source = GzipSource(NoBytes(), head: body, ledger, wrapping: wrapping)
          var decoded: [UInt8] = []
          do throws(ReadFailure) {
            decoded = try source.readAll(after: [], maximum: maximum)
            return decoded
          } catch {
            if wrapping == .none { throw error }
            if body.starts(with: [0x1F, 0x8B]) || error.reason.contains("MB") { throw error }
          }
        }
        return body
    #endif
    default:
      throw ReadFailure(
        "the page is compressed with \(PlainText.line(coding)), which this newsfind does not read")
    }
  }
}
