import FrenchLexicon

/// The lemmas of some 420,000 inflected forms of French, without accents.
///
/// The forms are sorted and front-coded in blocks of sixteen; each names a rule that turns it into its lemma. A look-up is
/// a binary search over the blocks' first forms and a walk through one block. The table is part of the binary and is
/// used where it lies; Scripts/lexicon/lexicon.py describes and makes it.
package enum Lexicon {
  /// Turns a folded form into its folded lemma, in place.
  ///
  /// - Parameters:
  ///   - form: Holds the form; its lemma may be longer, up to the buffer's size.
  ///   - count: The number of bytes of the form.
  /// - Returns: The number of bytes of the lemma; `nil` when the lexicon lacks the form, or the lemma has no room.
  ///
  /// Complexity: O(log forms).
  static func replaceByLemma(_ form: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int? {
    guard let rule = rule(of: UnsafeBufferPointer(rebasing: form[..<count])) else { return nil }
    return apply(rule, form, count: count)
  }

  private static func apply(_ rule: Int, _ form: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int? {
    let text = table.ruleText(rule)
    let kept = count - Int(text[0])
    let added = Int(text[1])
    guard kept >= 0, kept + added <= form.count else { return nil }
    for index in 0..<added { form[kept + index] = text[2 + index] }
    return kept + added
  }

  /// Whether a folded form is in the lexicon.
  ///
  /// Complexity: O(log forms).
  static func contains(_ form: UnsafeBufferPointer<UInt8>) -> Bool { rule(of: form) != nil }

  /// The folded lemma of a folded form; `nil` when the lexicon lacks it.
  package static func lemma(of form: String) -> String? {
    var bytes = Array(form.utf8)
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 32))
    return bytes.withUnsafeMutableBufferPointer { buffer in
      guard let length = replaceByLemma(buffer, count: count) else { return nil }
      return String(decoding: buffer[..<length], as: UTF8.self)
    }
  }

  /// Calls `body` with each form and its lemma, in the order of the forms' bytes.
  ///
  /// Complexity: linear in the forms.
  package static func forEachForm(_ body: (_ form: String, _ lemma: String) -> Void) {
    for block in 0..<table.blockCount {
      var cursor = LexiconBlock(table, block)
      while cursor.advance() {
        let form = String(decoding: cursor.form, as: UTF8.self)
        let text = table.ruleText(cursor.rule)
        let kept = cursor.form.dropLast(Int(text[0]))
        let added = UnsafeBufferPointer(start: text + 2, count: Int(text[1]))
        body(form, String(decoding: kept + added, as: UTF8.self))
      }
    }
  }

  /// Calls `body` with each form and its lemma of which one begins with `prefix` and the other does not.
  ///
  /// Complexity: linear in the forms.
  static func forEachException(to prefix: [UInt8], _ body: (_ form: String, _ lemma: String) -> Void) {
    for block in 0..<table.blockCount {
      var cursor = LexiconBlock(table, block)
      while cursor.advance() {
        let text = table.ruleText(cursor.rule)
        let kept = cursor.form.count - Int(text[0])
        // Where a lemma keeps the beginning of its form, both begin so or neither does.
        guard kept < prefix.count else { continue }
        let added = UnsafeBufferPointer(start: text + 2, count: Int(text[1]))
        let formBegins = cursor.form.starts(with: prefix)
        guard formBegins || kept >= 0 && cursor.form[..<kept].elementsEqual(prefix[..<kept]) else { continue }
        body(
          String(decoding: cursor.form, as: UTF8.self),
          String(decoding: cursor.form[..<max(kept, 0)] + added, as: UTF8.self))
      }
    }
  }

  private static let table = LexiconTable()

  private static func rule(of form: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let block = lastBlock(notBehind: form) else { return nil }
    var cursor = LexiconBlock(table, block)
    while cursor.advance() {
      if cursor.form.elementsEqual(form) { return cursor.rule }
      if form.lexicographicallyPrecedes(cursor.form) { return nil }
    }
    return nil
  }

  /// The block whose first form is the last that does not stand behind `form` in the order of bytes.
  private static func lastBlock(notBehind form: UnsafeBufferPointer<UInt8>) -> Int? {
    var low = 0
    var high = table.blockCount
    while low < high {
      let middle = (low + high) / 2
      if form.lexicographicallyPrecedes(table.firstForm(ofBlock: middle)) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low == 0 ? nil : low - 1
  }
}
