#if XML
  import CLibXML2

  /// The names of characters in HTML: `&eacute;`, `&nbsp;`.
  enum HTMLEntities {
    /// The character of a name; `nil` where HTML 4 has none of it.
    static func character(_ name: [UInt8]) -> Unicode.Scalar? {
      guard name.count <= 10, let entity = htmlEntityLookup(name + [0]) else { return nil }
      return Unicode.Scalar(UInt32(entity.pointee.value))
    }
  }
#else
  /// Stands in for libxml2 where the package is built without it.
  enum HTMLEntities {
    static func character(_ name: [UInt8]) -> Unicode.Scalar? { nil }
  }
#endif
