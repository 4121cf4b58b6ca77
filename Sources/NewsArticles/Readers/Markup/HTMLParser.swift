#if XML
  import CLibXML2

  /// Reads HTML as it is found on the web, by libxml2.
  enum HTMLParser {
    /// Tells the handler what is in a page.
    ///
    /// Nothing but these bytes is read: no network, no file.
    ///
    /// Complexity: linear in the bytes, times the depth of the elements at worst.
    ///
    /// - Parameters:
    ///   - page: Text in UTF-8, whatever it declares.
    ///   - handler: Is told of elements and texts.
    /// - Throws: What ended the reading before its time.
    static func parse(_ page: [UInt8], _ handler: some MarkupHandler) throws(MarkupError) {
      _ = MarkupSession.initialized
      guard let parser = htmlNewParserCtxt(), let sax = parser.pointee.sax else { throw .outOfMemory }
      defer { htmlFreeParserCtxt(parser) }
      let session = MarkupSession(handler)
      session.parser = parser
      sax.pointee = callbacks()
      parser.pointee.userData = session.userData
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_NOIMPLIED.rawValue
        | HTML_PARSE_IGNORE_ENC.rawValue
      withExtendedLifetime(session) {
        page.withUnsafeBytes { bytes in
          let document = htmlCtxtReadMemory(
            parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil,
            "UTF-8", Int32(bitPattern: options))
          if let document { xmlFreeDoc(document) }
        }
      }
      if let error = session.error { throw error }
    }

    private static func callbacks() -> xmlSAXHandler {
      var sax = xmlSAXHandler()
      sax.startElement = { userData, name, attributes in
        guard let session = MarkupSession.of(userData) else { return }
        var found: [MarkupAttribute] = []
        if var next = attributes {
          while let name = next.pointee {
            let attribute = MarkupSession.string(name)
            if session.handler.wantsAttribute(attribute) {
              found.append(
                MarkupAttribute(name: attribute, value: MarkupSession.string(next.successor().pointee)))
            }
            next += 2
          }
        }
        session.start(MarkupSession.string(name), namespace: "", found)
      }
      sax.endElement = { userData, name in MarkupSession.of(userData)?.end(MarkupSession.string(name)) }
      let text: charactersSAXFunc = { userData, start, count in
        MarkupSession.of(userData)?.text(start, count)
      }
      sax.characters = text
      sax.ignorableWhitespace = text
      sax.cdataBlock = text
      return sax
    }
  }
#else
  /// Stands in for libxml2 where the package is built without it.
  enum HTMLParser {
    static func parse(_ page: [UInt8], _ handler: some MarkupHandler) throws(MarkupError) {
      throw .unavailable
    }
  }
#endif
