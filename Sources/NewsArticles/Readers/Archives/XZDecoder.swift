#if Archives
  import CLZMA

  /// Unpacks xz, any number of streams, one behind the other.
  ///
  /// Source: <https://tukaani.org/xz/xz-file-format.txt>, and `lzma/base.h`.
  final class XZDecoder: StreamDecoder {
    /// What the data may ask for, in bytes: `xz -9` needs 65 MB.
    private static let memory: UInt64 = 1 << 30

    // liblzma keeps what it knows of a stream by its address.
    private let stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)

    /// - Throws: When there is no memory.
    init() throws(ReadFailure) {
      stream.initialize(to: lzma_stream())
      guard newsfind_lzma_decoder(stream, Self.memory) == LZMA_OK else { throw ReadFailure("out of memory") }
    }

    deinit {
      lzma_end(stream)
      stream.deallocate()
    }

    func decode(
      _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> DecodingStep {
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = input.count
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = output.count
      let result = lzma_code(stream, isLast ? LZMA_FINISH : LZMA_RUN)
      return DecodingStep(
        used: input.count - stream.pointee.avail_in, unpacked: output.count - stream.pointee.avail_out,
        state: Self.state(result))
    }

    private static func state(_ result: lzma_ret) -> DecodingStep.State {
      switch result {
      // That nothing could be done shows in what was done.
      case LZMA_OK, LZMA_BUF_ERROR: .within
      case LZMA_STREAM_END: .whole
      case LZMA_MEM_ERROR: .failed(ReadFailure("out of memory"))
      case LZMA_MEMLIMIT_ERROR:
        .failed(ReadFailure("unpacking the compressed data needs more than \(memory >> 30) GB of memory"))
      case LZMA_OPTIONS_ERROR: .failed(ReadFailure("compressed in a way that is not known: unpack it first"))
      default: .failed(.damagedData)
      }
    }
  }
#endif
