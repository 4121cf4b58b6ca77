/// Text with the marks of HTML in it, as records hold it.
enum MarkedText {
  /// The text without its marks, a paragraph a line.
  ///
  /// - Throws: Why that cannot be had.
  static func plain(_ text: String) throws(ReadFailure) -> String {
    #if XML
      return TextBlocks.paragraphs(text, title: "").joined(separator: "\n")
    #else
      throw ReadFailure("its text is HTML, and this newsfind was built without the trait XML")
    #endif
  }
}
