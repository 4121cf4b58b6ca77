/// Tells whether two addresses are those of the same page.
enum CanonicalURL {
  /// A number for the page at an address; `nil` where that may be many articles' address.
  ///
  /// Scheme, `www.`, fragment, a slash at the end and what only counts visits do not matter. The address of a site alone says
  /// nothing: some name it for all their articles.
  static func key(_ url: String?) -> Int64? {
    guard let url, let page = page(url) else { return nil }
    return ContentHash.key(page)
  }

  private static func page(_ url: String) -> [UInt8]? {
    var rest = Array(url.utf8)[...]
    // The scheme has five letters at most.
    guard let colon = rest.prefix(6).firstIndex(of: UInt8(ascii: ":")),
      rest[(colon + 1)...].starts(with: "//".utf8)
    else { return nil }
    rest = rest[(colon + 3)...]
    rest = rest.prefix { $0 != UInt8(ascii: "#") }
    let path = rest.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    var host = rest[..<path.startIndex].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }[...]
    if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
    let parts = path.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    var page = Array(host)
    var names = parts.first ?? []
    while names.last == UInt8(ascii: "/") { names = names.dropLast() }
    page += names
    let fields = (parts.count > 1 ? parts[1] : []).split(separator: UInt8(ascii: "&")).filter {
      !isCounter($0)
    }
    if !fields.isEmpty { page += [UInt8(ascii: "?")] + fields.joined(separator: [UInt8(ascii: "&")]) }
    return page.count > host.count ? page : nil
  }

  private static let counters = ["utm_", "fbclid=", "gclid=", "xtor=", "at_", "mc_cid=", "mc_eid="]

  private static func isCounter(_ field: ArraySlice<UInt8>) -> Bool {
    counters.contains { field.starts(with: $0.utf8) }
  }
}
