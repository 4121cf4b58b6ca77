import Testing

@testable import NewsFindKit

@Suite struct CanonicalURLTests {
  @Test(arguments: [
    ("https://www.exemple.fr/a/b", "http://exemple.fr/a/b/"),
    ("https://exemple.fr/a", "https://EXEMPLE.fr/a#x"),
    ("https://exemple.fr/a?id=1", "https://exemple.fr/a?id=1&utm_source=x&fbclid=y"),
    ("https://exemple.fr/a?utm_medium=x", "https://exemple.fr/a"),
  ])
  func `these are one page`(one: String, other: String) {
    #expect(CanonicalURL.key(one) != nil)
    #expect(CanonicalURL.key(one) == CanonicalURL.key(other))
  }

  @Test(arguments: [
    ("https://exemple.fr/a", "https://exemple.fr/b"), ("https://exemple.fr/a", "https://exemple.fr/A"),
    ("https://exemple.fr/a?id=1", "https://exemple.fr/a?id=2"),
    ("https://exemple.fr/a", "https://autre.fr/a"),
  ])
  func `these are two`(one: String, other: String) {
    #expect(CanonicalURL.key(one) != CanonicalURL.key(other))
  }

  @Test(arguments: [
    nil, "", "exemple.fr/a", "https://exemple.fr", "https://exemple.fr/", "https://www.exemple.fr/#a",
  ])
  func `these are no article's`(url: String?) {
    #expect(CanonicalURL.key(url) == nil)
  }
}
