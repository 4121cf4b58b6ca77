#if Archives
  /// What a compressed file unpacks to.
  enum DecompressedSource {
    /// The bytes that some compressed ones stand for.
    ///
    /// - Parameters:
    ///   - packed: What follows `head`.
    ///   - head: The beginning, read already.
    ///   - compression: How they are compressed.
    ///   - ledger: Counts what they unpack to.
    /// - Returns: The bytes, which are unpacked as they are read.
    /// - Throws: Why they cannot be unpacked.
    static func of(
      _ packed: any ByteSource, head: [UInt8], _ compression: Compression, _ ledger: ExpansionLedger
    ) throws(ReadFailure) -> any ByteSource {
      let decoder: any StreamDecoder
      switch compression {
      // Of a web archive each record is a member, so that reading can go on behind damage.
      case .gzip: return GzipSource(packed, head: head, ledger)
      case .xz: decoder = try XZDecoder()
      case .zstd: decoder = try ZstandardDecoder()
      case .bzip2: decoder = Bzip2Decoder()
      }
      return DecodedSource(packed, head: head, decoder, ledger)
    }
  }

  /// The content of the member of an archive that was gone to last.
  final class MemberSource: ByteSource {
    private let archive: Archive

    init(_ archive: Archive) {
      self.archive = archive
    }

    func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
      try archive.read(count, into: &buffer)
    }
  }
#endif
