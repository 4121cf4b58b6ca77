import NewsArticles

/// The texts of an article as the index keeps them: title, lead and body.
struct ArticleTexts: Hashable, Sendable {
  var title: String
  var lead: String
  var body: String

  /// The texts of `article`.
  init(_ article: Article) {
    title = article.title
    lead = article.lead
    body = article.body
  }

  /// Lead and body, as they are read.
  var text: String { Article.joined(lead: lead, body: body) }

  /// The texts in the order of ``IndexSchema/TextColumn``.
  var columns: [String] { [body, title, lead] }

  /// The number of bytes of the texts.
  var byteCount: Int { title.utf8.count + lead.utf8.count + body.utf8.count }

  /// A byte, two numbers that tell title and lead from the rest, and the texts one after the other.
  func bytes(behind first: UInt8) -> [UInt8] {
    var bytes = [first]
    bytes.reserveCapacity(byteCount + 11)
    Self.append(title.utf8.count, to: &bytes)
    Self.append(lead.utf8.count, to: &bytes)
    for text in [title, lead, body] { bytes += text.utf8 }
    return bytes
  }

  /// The texts that lie in these bytes.
  init(_ parts: Parts) {
    title = String(decoding: parts.title, as: UTF8.self)
    lead = String(decoding: parts.lead, as: UTF8.self)
    body = String(decoding: parts.body, as: UTF8.self)
  }

  /// Seven bits a byte, the lowest first; the highest bit says that more follow.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

extension ArticleTexts {
  /// Where each of the texts lies in the bytes of all; valid as long as those.
  struct Parts {
    let title: UnsafeRawBufferPointer
    let lead: UnsafeRawBufferPointer
    let body: UnsafeRawBufferPointer

    /// `nil` where the bytes are not those of ``ArticleTexts/bytes(behind:)``.
    init?(_ bytes: UnsafeRawBufferPointer) {
      var place = 0
      guard let titleCount = Self.number(bytes, &place), let leadCount = Self.number(bytes, &place),
        titleCount <= bytes.count - place, leadCount <= bytes.count - place - titleCount
      else { return nil }
      let leadStart = place + titleCount
      let bodyStart = leadStart + leadCount
      title = UnsafeRawBufferPointer(rebasing: bytes[place..<leadStart])
      lead = UnsafeRawBufferPointer(rebasing: bytes[leadStart..<bodyStart])
      body = UnsafeRawBufferPointer(rebasing: bytes[bodyStart...])
    }

    /// The part that a column of the full-text index is made from.
    subscript(column: IndexSchema.TextColumn) -> UnsafeRawBufferPointer {
      switch column {
      case .title: title
      case .lead: lead
      case .body: body
      }
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> Int? {
      var number = 0
      for shift in stride(from: 0, to: 35, by: 7) {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        place += 1
        number |= Int(byte & 0x7F) << shift
        if byte & 0x80 == 0 { return number }
      }
      return nil
    }
  }
}
