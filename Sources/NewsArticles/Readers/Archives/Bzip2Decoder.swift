#if Archives
  import CBzip2

  /// Unpacks bzip2, any number of streams, one behind the other.
  ///
  /// Source: <https://sourceware.org/bzip2/manual/manual.html>.
  final class Bzip2Decoder: StreamDecoder {
    // libbz2 keeps the address of its stream.
    private let stream = UnsafeMutablePointer<bz_stream>.allocate(capacity: 1)
    private var isWithin = false

    init() {
      stream.initialize(to: bz_stream())
    }

    deinit {
      if isWithin { BZ2_bzDecompressEnd(stream) }
      stream.deallocate()
    }

    func decode(
      _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> DecodingStep {
      if !isWithin {
        guard !input.isEmpty else { return DecodingStep(used: 0, unpacked: 0, state: .whole) }
        guard BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK else {
          return DecodingStep(used: 0, unpacked: 0, state: .failed(ReadFailure("out of memory")))
        }
        isWithin = true
      }
      let inputCount = UInt32(clamping: input.count)
      let outputCount = UInt32(clamping: output.count)
      // libbz2 only reads what the first pointer leads to.
      stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      stream.pointee.avail_in = inputCount
      stream.pointee.next_out = UnsafeMutableRawPointer(output.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      stream.pointee.avail_out = outputCount
      let result = BZ2_bzDecompress(stream)
      let used = Int(inputCount - stream.pointee.avail_in)
      let unpacked = Int(outputCount - stream.pointee.avail_out)
      switch result {
      case BZ_OK: return DecodingStep(used: used, unpacked: unpacked, state: .within)
      case BZ_STREAM_END:
        BZ2_bzDecompressEnd(stream)
        isWithin = false
        return DecodingStep(used: used, unpacked: unpacked, state: .whole)
      case BZ_MEM_ERROR:
        return DecodingStep(used: used, unpacked: unpacked, state: .failed(ReadFailure("out of memory")))
      default: return DecodingStep(used: used, unpacked: unpacked, state: .failed(.damagedData))
      }
    }
  }
#endif
