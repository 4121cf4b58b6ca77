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
      switch compression {
      // By zlib itself: of data that are cut off it gives all that is there.
      case .gzip: return GzipSource(packed, head: head, ledger)
      case .xz, .zstd, .bzip2:
        let archive = try Archive(ArchiveInput(packed, head: head, ledger), .compressed)
        return try archive.next() == nil ? NoBytes() : MemberSource(archive)
      }
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
