import FrenchText

/// Words in a row as they are written in a text.
struct WrittenPattern: Hashable {
  enum Element: Hashable {
    /// Any form.
    case term([UInt8])
    /// This form with these accents; case does not matter.
    case exact(folded: [UInt8], surface: String)
    /// A word that begins so, without regard to case and accents.
    case prefix([UInt8])
  }

  /// At most ``maximumCount``, not empty.
  let elements: [Element]

  static let maximumCount = 63

  /// Whether a text holds it.
  ///
  /// Complexity: linear in the bytes.
  func isHeld(by text: UnsafeRawBufferPointer, _ analyzer: FrenchAnalyzer) -> Bool {
    let utf8 = text.bindMemory(to: UInt8.self)
    switch presence(in: utf8) {
    case .none: return false
    case .certain: return true
    case .possible: break
    }
    // Bit n tells that the elements up to n match the tokens up to here.
    var matched: UInt64 = 0
    let last: UInt64 = 1 << UInt64(elements.count - 1)
    var isHeld = false
    analyzer.forEachToken(in: utf8) { token in
      let possible = matched << 1 | 1
      matched = 0
      for (place, element) in elements.enumerated() where possible & 1 << UInt64(place) != 0 {
        if element.matches(token, in: utf8) { matched |= 1 << UInt64(place) }
      }
      isHeld = matched & last != 0
      return !isHeld
    }
    return isHeld
  }

  /// Whether the letters are there: most texts without it are told so by this, and of a single beginning most with it.
  private func presence(in text: UnsafeBufferPointer<UInt8>) -> FoldedSearch.Presence {
    if elements.count == 1, case .prefix(let beginning) = elements[0] {
      return beginning.withUnsafeBufferPointer {
        FoldedSearch.presence(ofWordBeginningWith: $0, in: text)
      }
    }
    let isPossible = elements.allSatisfy { element in
      switch element {
      case .term: true
      case .exact(let folded, _):
        folded.withUnsafeBufferPointer { FoldedSearch.mayHold($0, isWhole: true, in: text) }
      case .prefix(let folded):
        folded.withUnsafeBufferPointer { FoldedSearch.mayHold($0, isWhole: false, in: text) }
      }
    }
    return isPossible ? .possible : .none
  }
}

extension WrittenPattern: CustomStringConvertible {
  /// The words as a query writes them.
  var description: String {
    elements.map { element in
      switch element {
      case .term(let term): String(decoding: term, as: UTF8.self)
      case .exact(_, let surface): "=" + surface
      case .prefix(let prefix): String(decoding: prefix, as: UTF8.self) + "*"
      }
    }.joined(separator: " ")
  }
}

extension WrittenPattern.Element {
  /// The element that means a word as it is written.
  static func exact(_ word: TypedWord) -> Self {
    .exact(folded: word.foldedWord, surface: word.surface.withUnsafeBufferPointer(spelling))
  }

  /// Admits the words that it may be.
  func insertWords(into beginnings: inout WordBeginnings) {
    switch self {
    case .term(let term): beginnings.insertWords(withTerm: term)
    case .exact(let folded, _), .prefix(let folded): beginnings.insertWords(beginningWith: folded)
    }
  }

  /// Whether it is this token of a text.
  func matches(_ token: FrenchToken, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .term(let term): return token.term.elementsEqual(term)
    case .prefix(let prefix):
      return token.foldedWord.starts(with: prefix) || token.compound?.term.starts(with: prefix) ?? false
    case .exact(let folded, let surface):
      guard token.foldedWord.elementsEqual(folded) else { return false }
      return surface == Self.spelling(UnsafeBufferPointer(rebasing: text[token.start..<token.end]))
    }
  }

  /// A word without what nobody takes for another spelling: case, the kind of the apostrophe, how its accents are encoded.
  private static func spelling(_ surface: UnsafeBufferPointer<UInt8>) -> String {
    // Strings are equal where they are canonically equivalent.
    String(decoding: surface, as: UTF8.self).lowercased().replacing("’", with: "'")
  }
}
