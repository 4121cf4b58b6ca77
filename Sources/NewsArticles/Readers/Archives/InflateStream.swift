#if Archives
  import CZlib

  /// What unpacks one stream of gzip, zlib or deflate data.
  final class InflateStream {
    /// How the data are wrapped.
    enum Wrapping: Int32 {
      /// By gzip's or zlib's header, whichever is there.
      case header = 47
      /// Not at all.
      case none = -15
    }

    // zlib keeps the address of its stream.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    /// - Throws: When there is no memory.
    init(_ wrapping: Wrapping) throws(ReadFailure) {
      stream.initialize(to: z_stream())
      guard newsfind_inflate_init(stream, wrapping.rawValue) == Z_OK else {
        throw ReadFailure("out of memory")
      }
    }

    deinit {
      inflateEnd(stream)
      stream.deallocate()
    }

    /// Unpacks some of the data.
    ///
    /// - Parameters:
    ///   - input: Holds the data.
    ///   - position: Where in it they go on; moved behind what was used up.
    ///   - count: How many bytes are wanted at most.
    ///   - buffer: Gets them appended.
    /// - Returns: What zlib says: `Z_OK`, `Z_STREAM_END`, `Z_BUF_ERROR` where it needs more, or that the data are damaged.
    func unpack(
      _ input: [UInt8], from position: inout Int, _ count: Int, into buffer: inout [UInt8]
    ) -> Int32 {
      var result = Z_OK
      let start = position
      var used = 0
      // zlib keeps no pointer to either buffer between two calls, and writes to the second only.
      buffer += [UInt8](unsafeUninitializedCapacity: count) { output, produced in
        input.withUnsafeBufferPointer { input in
          stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
          stream.pointee.avail_in = UInt32(input.count - start)
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(count)
          result = inflate(stream, Z_NO_FLUSH)
          used = input.count - start - Int(stream.pointee.avail_in)
          produced = count - Int(stream.pointee.avail_out)
        }
      }
      position += used
      return result
    }
  }
#endif
