#if XML
  import CLibXML2

  /// Reads XML piece by piece, by libxml2: memory does not grow with the document.
  ///
  /// Nothing but what is fed is read: no network, no file, no document type. Faults are passed over where that can be done.
  final class XMLPushParser {
    private let session: MarkupSession
    private let parser: xmlParserCtxtPtr

    /// - Parameter handler: Is told of elements and texts.
    /// - Throws: ``MarkupError/outOfMemory``.
    init(_ handler: some MarkupHandler) throws(MarkupError) {
      _ = MarkupSession.initialized
      session = MarkupSession(handler)
      var sax = Self.callbacks()
      guard let parser = xmlCreatePushParserCtxt(&sax, session.userData, nil, 0, nil) else {
        throw .outOfMemory
      }
      self.parser = parser
      session.parser = parser
      let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtUseOptions(parser, Int32(bitPattern: options))
    }

    deinit {
      if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(parser)
    }

    /// Reads on.
    ///
    /// - Parameters:
    ///   - bytes: The next piece of the document, in UTF-8, whatever it declares.
    ///   - isLast: Whether the document ends with it.
    /// - Throws: What ended the reading.
    func feed(_ bytes: [UInt8], isLast: Bool = false) throws(MarkupError) {
      bytes.withUnsafeBytes { bytes in
        _ = xmlParseChunk(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count),
          isLast ? 1 : 0)
      }
      if let error = session.error { throw error }
    }

    private static func callbacks() -> xmlSAXHandler {
      var sax = xmlSAXHandler()
      sax.initialized = UInt32(XML_SAX2_MAGIC)
      sax.startElementNs = { userData, name, _, uri, _, _, count, _, attributes in
        guard let session = MarkupSession.of(userData) else { return }
        var found: [MarkupAttribute] = []
        // Five pointers each: name, prefix, namespace, and the two ends of the value.
        for index in 0..<Int(count) {
          guard let attribute = attributes.map({ $0 + index * 5 }), let end = attribute[4] else { continue }
          let name = MarkupSession.string(attribute[0])
          guard session.handler.wantsAttribute(name) else { continue }
          found.append(MarkupAttribute(name: name, value: MarkupSession.string(attribute[3], end: end)))
        }
        session.start(MarkupSession.string(name), namespace: MarkupSession.string(uri), found)
      }
      sax.endElementNs = { userData, name, _, _ in MarkupSession.of(userData)?.end(MarkupSession.string(name))
      }
      // An entity may stand for anything, another entity among it.
      sax.entityDecl = { userData, _, _, _, _, _ in MarkupSession.of(userData)?.stop(.declaresEntities) }
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
  final class XMLPushParser {
    init(_ handler: some MarkupHandler) throws(MarkupError) { throw .unavailable }
    func feed(_ bytes: [UInt8], isLast: Bool = false) throws(MarkupError) {}
  }
#endif
