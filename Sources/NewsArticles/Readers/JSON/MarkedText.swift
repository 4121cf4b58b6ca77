/// Text with the marks of HTML or NITF in it, as records hold it.
enum MarkedText {
  #if XML
    /// The text of some HTML without its marks, a paragraph a line.
    ///
    /// - Parameters:
    ///   - html: A whole document or a part of one.
    ///   - title: The title of the article: it is no paragraph.
    /// - Returns: The paragraphs.
    /// - Throws: Where this was built without the trait XML.
    static func paragraphs(html: String, title: String) throws(ReadFailure) -> String {
      TextBlocks.paragraphs(html, title: title).joined(separator: "\n")
    }

    /// The text of a document of NITF, lead and body, a paragraph a line.
    ///
    /// - Throws: Why it cannot be had.
    static func paragraphs(nitf: String) throws(ReadFailure) -> String {
      // A declared encoding is not that of JSON.
      let document = nitf.firstRange(of: "<nitf").map { nitf[$0.lowerBound...] } ?? nitf[...]
      var reader = NewsXMLReader(SourceFile(path: "", id: "", size: 0), NoBytes(), head: Array(document.utf8))
      switch reader.next() {
      case .success(let read): return read.article.text
      case .failure(let rejection):
        throw ReadFailure("its text is NITF that cannot be read: \(rejection.reason)")
      case nil: throw ReadFailure("its text is NITF without an article")
      }
    }
  #else
    static func paragraphs(html: String, title: String) throws(ReadFailure) -> String {
      throw ReadFailure("its text is HTML, and this newsfind was built without the trait XML")
    }

    static func paragraphs(nitf: String) throws(ReadFailure) -> String {
      throw ReadFailure("its text is NITF, and this newsfind was built without the trait XML")
    }
  #endif
}
