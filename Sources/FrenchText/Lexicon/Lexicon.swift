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
    guard let entry = entry(of: UnsafeBufferPointer(rebasing: form[..<count])) else { return nil }
    return apply(entry.rule, form, count: count)
  }

  /// Turns a form into its lemma by a rule of the table, in place.
  ///
  /// - Returns: The number of bytes of the lemma; `nil` when it has no room.
  static func apply(_ rule: Int, _ form: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int? {
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
  static func contains(_ form: UnsafeBufferPointer<UInt8>) -> Bool { entry(of: form) != nil }

  /// Whether a folded form is a name when it begins with a capital, and another word when it does not.
  package static func isName(_ form: UnsafeBufferPointer<UInt8>) -> Bool { entry(of: form)?.isName ?? false }

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
        let text = table.ruleText(cursor.entry.rule)
        let kept = cursor.form.dropLast(Int(text[0]))
        let added = UnsafeBufferPointer(start: text + 2, count: Int(text[1]))
        body(form, String(decoding: kept + added, as: UTF8.self))
      }
    }
  }

  /// Calls `body` with each form and its lemma of which one begins with `prefix` and the other does not.
  ///
  /// Complexity: linear in the blocks of forms that begin with the same letter; the first time, in all forms.
  static func forEachException(to prefix: [UInt8], _ body: (_ form: String, _ lemma: String) -> Void) {
    guard let first = prefix.first else { return }
    // What a lemma shares with its form begins with the same letter, but for those that share nothing.
    for (form, lemma) in survey.suppletions where form.utf8.first != first {
      if lemma.utf8.starts(with: prefix) { body(form, lemma) }
    }
    let start = [first].withUnsafeBufferPointer { lastBlock(notBehind: $0) } ?? 0
    for block in start..<table.blockCount {
      if let letter = table.firstForm(ofBlock: block).first, letter > first { return }
      // Where lemmas keep the beginning of their forms, both begin so or neither does.
      guard survey.leastKept[block] < prefix.count else { continue }
      var cursor = LexiconBlock(table, block)
      while cursor.advance() {
        guard let letter = cursor.form.first, letter >= first else { continue }
        if letter > first { return }
        let text = table.ruleText(cursor.entry.rule)
        let kept = cursor.form.count - Int(text[0])
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

  /// What is found out once about all forms.
  private struct Survey {
    /// For each block how many letters the lemmas of its forms keep of them at least.
    var leastKept: [UInt8] = []
    /// The forms whose lemmas keep nothing of them, such as iront (aller).
    var suppletions: [(form: String, lemma: String)] = []
  }

  private static let survey: Survey = {
    var survey = Survey()
    for block in 0..<table.blockCount {
      var cursor = LexiconBlock(table, block)
      var least = UInt8.max
      while cursor.advance() {
        let text = table.ruleText(cursor.entry.rule)
        let kept = cursor.form.count - Int(text[0])
        least = min(least, UInt8(clamping: kept))
        guard kept <= 0 else { continue }
        survey.suppletions.append(
          (
            String(decoding: cursor.form, as: UTF8.self),
            String(decoding: UnsafeBufferPointer(start: text + 2, count: Int(text[1])), as: UTF8.self)
          ))
      }
      survey.leastKept.append(least)
    }
    return survey
  }()

  private static let table = LexiconTable()

  /// What is known of a folded form; `nil` when the lexicon lacks it.
  ///
  /// Complexity: O(log forms).
  static func entry(of form: UnsafeBufferPointer<UInt8>) -> LexiconEntry? {
    guard !form.isEmpty, let block = lastBlock(notBehind: form) else { return nil }
    return entry(of: form, inBlock: block)
  }

  /// Walks through a block without putting its forms together: how many letters each shares with the one before it tells
  /// whether `form` stands before it or behind.
  private static func entry(of form: UnsafeBufferPointer<UInt8>, inBlock block: Int) -> LexiconEntry? {
    var offset = table.start(ofBlock: block)
    let end = table.end(ofBlock: block)
    // The letters that `form` shares with the form before; that one stands before it.
    var matched = 0
    while offset < end {
      let shared = Int(table[offset])
      let added = Int(table[offset + 1])
      let letters = offset + 2
      offset = letters + added + 2
      // It shares more with the form before than `form` does: it stands before `form` too.
      if shared > matched { continue }
      // It shares less: it stands behind `form`, and so do all others.
      if shared < matched { return nil }
      var index = 0
      while index < added, matched < form.count, table[letters + index] == form[matched] {
        index += 1
        matched += 1
      }
      if index == added, matched == form.count {
        return LexiconEntry(Int(table[offset - 2]) | Int(table[offset - 1]) << 8)
      }
      // `form` ended first, or has the smaller letter.
      if matched == form.count || index < added && form[matched] < table[letters + index] { return nil }
    }
    return nil
  }

  /// The block whose first form is the last that does not stand behind `form` in the order of bytes.
  private static func lastBlock(notBehind form: UnsafeBufferPointer<UInt8>) -> Int? {
    let near = table.blocks(near: form)
    let key = LexiconTable.key(form)
    var low = near.lowerBound
    var high = near.upperBound
    while low < high {
      let middle = (low + high) / 2
      let other = table.key(ofBlock: middle)
      // Forms that share eleven letters are few.
      if key < other || key == other && isBefore(form, table.firstForm(ofBlock: middle)) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low == 0 ? nil : low - 1
  }

  private static func isBefore(_ form: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    let count = min(form.count, other.count)
    var index = 0
    while index < count {
      if form[index] != other[index] { return form[index] < other[index] }
      index += 1
    }
    return form.count < other.count
  }
}
