/// Where sentences begin and end.
///
/// A sentence ends with . ! ? or …, closing quotation marks and brackets included, where white space follows and no
/// lower-case letter after it; and with its line. A dot ends none in a number (3.5), an abbreviation (M., Mme., p., av.),
/// an initial (J. Kennedy) or an acronym (O.N.U.) that goes on. Inside « » a sentence that ends, ends as others do, unless
/// the quotation goes on in lower case behind its closing mark.
package enum SentenceBoundaries {
  /// The sentences of a text in its order, as ranges of UTF-8 bytes, without the white space around them.
  ///
  /// A paragraph ends with its line: no sentence reaches over a line feed. Ranges lie on characters' bounds, whatever the
  /// bytes.
  ///
  /// Complexity: linear in the bytes.
  package static func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var scanner = SentenceScanner(text)
    return scanner.sentences()
  }

  /// The sentences of a string; see ``ranges(in:)-(UnsafeBufferPointer<UInt8>)``.
  package static func ranges(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { ranges(in: $0) }
  }
}
