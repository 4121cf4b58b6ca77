/// An article as a JSON object holds it: with newsfind's own keys, or in ninjs.
struct JSONRecord {
  /// Its id is empty where the object has none.
  var article: Article
  /// Whether some of its text stood for no character and was repaired with U+FFFD.
  let isRepaired: Bool

  /// Reads one object, and nothing beside it.
  ///
  /// - Throws: Why it is no article.
  ///
  /// Complexity: linear in the bytes.
  init(_ json: ArraySlice<UInt8>) throws(ReadFailure) {
    var record = Self.record(json, isRepaired: false)
    // What the bytes are, if they are not UTF-8, is asked only now.
    if case .failure(.json(.notUTF8)) = record {
      let (text, isRepaired) = TextDecoding.decode(json)
      record = Self.record(Array(text.utf8)[...], isRepaired: isRepaired)
    }
    switch record {
    case .success(let record): self = record
    case .failure(.json(let failure)): throw ReadFailure(Self.reason(failure))
    case .failure(.article(let failure)): throw failure
    }
  }

  private enum Problem: Error {
    case json(JSONFailure)
    case article(ReadFailure)
  }

  private init(_ article: Article, isRepaired: Bool) {
    self.article = article
    self.isRepaired = isRepaired
  }

  private static func record(
    _ json: ArraySlice<UInt8>, isRepaired: Bool
  ) -> Result<JSONRecord, Problem> {
    let parts: JSONArticle
    let isMended: Bool
    let tree: JSONTree
    do throws(JSONFailure) {
      (parts, isMended) = try JSONCursor.reading(json) { cursor throws(JSONFailure) in
        (try JSONArticle(&cursor), cursor.isRepaired)
      }
      if let article = parts.article() {
        return .success(JSONRecord(article, isRepaired: isRepaired || isMended))
      }
      guard parts.hasKeysOfNinjs else {
        return .failure(.article(ReadFailure("the record has no text in \"text\" or \"body\"")))
      }
      tree = try JSONTree.parse(json).tree
    } catch {
      return .failure(.json(error))
    }
    do throws(ReadFailure) {
      return .success(JSONRecord(try NinjsArticle(tree).article(), isRepaired: isRepaired || isMended))
    } catch {
      return .failure(.article(error))
    }
  }

  private static func reason(_ failure: JSONFailure) -> String {
    switch failure {
    case .syntax, .notUTF8: "not JSON (cut off, or a quote or comma is missing)"
    case .tooDeep: "JSON with more than \(JSONCursor.maximumDepth) arrays and objects within one another"
    case .noObject: "the record is JSON, but no object"
    }
  }
}
