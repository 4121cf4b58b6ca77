#if Compression
  import CZstd

  /// Decompresses what ``ZstandardCompressor`` made; used by one thread at a time.
  final class ZstandardDecompressor {
    private let context = ZSTD_createDCtx()
    private var dictionaries: [UInt32: OpaquePointer] = [:]

    deinit {
      for dictionary in dictionaries.values { ZSTD_freeDDict(dictionary) }
      ZSTD_freeDCtx(context)
    }

    /// The dictionary that a frame needs and that was not given yet; `nil` where there is none.
    func missingDictionary(of frame: UnsafeRawBufferPointer) -> UInt32? {
      let id = ZSTD_getDictID_fromFrame(frame.baseAddress, frame.count)
      return id == 0 || dictionaries[id] != nil ? nil : id
    }

    /// Keeps a dictionary for the frames that name it.
    func add(_ dictionary: CompressionDictionary) {
      guard dictionaries[dictionary.id] == nil else { return }
      dictionaries[dictionary.id] = ZSTD_createDDict(dictionary.bytes, dictionary.bytes.count)
    }

    /// The number of bytes that a frame holds; `nil` where it is damaged.
    func size(of frame: UnsafeRawBufferPointer) -> Int? {
      let stated = ZSTD_getFrameContentSize(frame.baseAddress, frame.count)
      // The numbers that stand for "unknown" and "no frame" are larger too.
      return stated <= Self.maximumByteCount ? Int(stated) : nil
    }

    /// Puts what a frame holds into a buffer.
    ///
    /// - Returns: The number of bytes; `nil` where the frame is damaged or has no room.
    func decompress(_ frame: UnsafeRawBufferPointer, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
      guard context != nil else { return nil }
      let id = ZSTD_getDictID_fromFrame(frame.baseAddress, frame.count)
      let written = ZSTD_decompress_usingDDict(
        context, buffer.baseAddress, buffer.count, frame.baseAddress, frame.count, dictionaries[id])
      return ZSTD_isError(written) == 0 ? written : nil
    }

    /// SQLite holds nothing larger; a damaged frame may say that it does.
    private static let maximumByteCount: UInt64 = 1_000_000_000
  }
#endif
