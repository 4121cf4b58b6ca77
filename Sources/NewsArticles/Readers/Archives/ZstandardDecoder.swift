#if Archives
  import CZstd

  /// Unpacks Zstandard, any number of frames, one behind the other.
  ///
  /// Source: <https://www.rfc-editor.org/rfc/rfc8878>, <https://facebook.github.io/zstd/zstd_manual.html>.
  final class ZstandardDecoder: StreamDecoder {
    private let context: OpaquePointer
    /// What libzstd takes next: what it lacks of a block, and the header behind it.
    private var wanted = 1
    private var isWhole = true

    /// The size of the header of a block, in bytes.
    private static let blockHeaderSize = 3

    /// - Throws: When there is no memory.
    init() throws(ReadFailure) {
      guard let context = ZSTD_createDCtx() else { throw ReadFailure("out of memory") }
      self.context = context
    }

    deinit {
      ZSTD_freeDCtx(context)
    }

    func decode(
      _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> DecodingStep {
      // Behind a frame libzstd would take no bytes for the beginning of another.
      guard !input.isEmpty || !isWhole else { return DecodingStep(used: 0, unpacked: 0, state: .whole) }
      // Where it finds damage it tells nothing of what it unpacked in the same call: so it gets one block at a time, and the
      // header of the next one by itself.
      let size = wanted > Self.blockHeaderSize ? wanted - Self.blockHeaderSize : wanted
      var from = ZSTD_inBuffer(src: input.baseAddress, size: min(size, input.count), pos: 0)
      var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
      let result = ZSTD_decompressStream(context, &to, &from)
      guard ZSTD_isError(result) == 0 else {
        let reason = "the compressed data are damaged: \(String(cString: ZSTD_getErrorName(result)))"
        return DecodingStep(used: from.pos, unpacked: to.pos, state: .failed(ReadFailure(reason)))
      }
      isWhole = result == 0
      wanted = max(result, 1)
      return DecodingStep(used: from.pos, unpacked: to.pos, state: isWhole ? .whole : .within)
    }
  }
#endif
