import TestSupport
import Testing

@testable import NewsArticles

/// Pages and feeds changed at random: each gives articles or named rejections, and none crashes or hangs.
@Suite(.enabled(if: MarkupSupport.isThere)) struct MarkupMutationTests {
  private static let page = """
    <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le bac repart - Le Relais</title>
    <meta property="og:type" content="article"><link rel="canonical" href="https://exemple.fr/bac">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Le bac repart","datePublished":
    "2023-09-13T11:05:00+02:00","author":[{"name":"Nadia Ferrand"}],"articleBody":"Un \\u00e9t\\u00e9."}]}</script>
    <style>p { color: red }</style></head><body><nav class="fil-ariane"><a href="/">Accueil</a></nav><article>
    <h1>Le bac repart</h1><p class="chapo">Après deux ans d’attente, le fleuve se traverse de nouveau.</p>
    <div itemprop="articleBody"><p>Le premier départ a eu lieu à l’aube, devant une centaine de riverains.</p>
    <p>Le passage reste gratuit pour les piétons&nbsp;; les voitures paieront deux euros.<br><br>Retour à midi.</p>
    <figure><img src="a.jpg"><figcaption>Le bac.</figcaption></figure><table><tr><td>Aller</td><td>2 €</td></table>
    <ul><li>À pied</li><li>À vélo</li></ul></div></article><footer>Mentions légales</footer></body></html>
    """

  private static let tokens = [
    "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ", "<!DOCTYPE html>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&", "&amp;", "&#0;", "&#x110000;", "&b;", "\"", "'", "\u{0}", "\u{FEFF}", "\u{FF}", "<p>", "</p>",
    "<div>", "</div>",
    "<table>", "<td>", "<script>", "</script>", "<style>", "<title>", "<html>", "<body>", "<head>",
    "<a href=", "<br>",
    "<item>", "</item>", "<entry>", "<nitf>", "<newsItem>", "xmlns=\"\"", "xmlns:a=\"b\"", "{", "}", "[",
    "\\u", "\\",
    "<article>", "<frameset>", "<plaintext>", "<svg>", "<math>", "<select>", "<option>", "<form>",
    "encoding=\"utf-16\"",
  ]

  private static func mutated(_ seed: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard !bytes.isEmpty else { break }
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes[start] = UInt8.random(in: .min ... .max, using: &random)
      case 1: bytes.removeSubrange(start..<end)
      case 2:
        bytes.insert(
          contentsOf: Array(bytes[start..<end]), at: Int.random(in: 0..<bytes.count, using: &random))
      case 3: bytes.insert(contentsOf: random.bytes(4), at: start)
      case 4: bytes.removeLast(bytes.count - end)
      case 5:
        let token = tokens.randomElement(using: &random) ?? ""
        bytes.insert(contentsOf: Array(token.utf8), at: start)
      default:
        let token = tokens.randomElement(using: &random) ?? ""
        let count = Int.random(in: 1...200, using: &random)
        bytes.insert(contentsOf: Array(String(repeating: token, count: count).utf8), at: start)
      }
    }
    return bytes
  }

  /// Whether the texts of an article are as all articles' are.
  private static func isClean(_ article: Article) -> Bool {
    let lines = [
      article.id, article.title, article.section, article.url, article.author, article.language,
      article.source,
    ]
    return lines.compactMap(\.self).allSatisfy { PlainText.line($0) == $0 }
      && [article.lead, article.body].allSatisfy { PlainText.paragraphs($0) == $0 }
  }

  @Test func `changed pages give an article or a reason`() {
    var random = SeededGenerator()
    var articles = 0
    for round in 0..<2000 {
      let bytes = Self.mutated(Array(Self.page.utf8), &random)
      do throws(HTMLPage.Refusal) {
        let page = try HTMLPage(bytes, id: "a")
        articles += 1
        #expect(Self.isClean(page.article), "seed \(random.seed), round \(round)")
      } catch {
        #expect(!error.reason.isEmpty)
      }
    }
    // Most of what was changed is still an article.
    #expect(articles > 1000, "seed \(random.seed)")
  }

  @Test func `changed feeds give articles or reasons`() {
    var random = SeededGenerator()
    let folder = TemporaryFolder()
    let seeds = [FeedSamples.rss, FeedSamples.atom, FeedSamples.nitf, FeedSamples.newsML].map {
      Array($0.utf8)
    }
    var articles = 0
    for round in 0..<1200 {
      let bytes = Self.mutated(seeds[round % seeds.count], &random)
      let read = ReadFiles([folder.write(bytes, to: "a.xml")])
      articles += read.articles.count
      #expect(!read.articles.isEmpty || !read.rejections.isEmpty, "seed \(random.seed), round \(round)")
      #expect(
        read.articles.allSatisfy { Self.isClean($0.article) }, "seed \(random.seed), round \(round)")
    }
    #expect(articles > 400, "seed \(random.seed)")
  }
}
