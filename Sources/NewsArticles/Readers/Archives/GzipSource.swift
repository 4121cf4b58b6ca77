#if Archives
  import CZlib

  /// What gzip, zlib or deflate data unpack to; of gzip any number of members, one after the other.
  ///
  /// Source: <https://www.rfc-editor.org/rfc/rfc1950>, 1951, 1952; <https://www.zlib.net/manual.html>.
  final class GzipSource: ByteSource {
    /// How the data are wrapped.
    enum Wrapping: Int32 {
      /// By gzip's or zlib's header, whichever is there.
      case header = 47
      /// Not at all.
      case none = -15
    }

    private let packed: any ByteSource
    private let ledger: ExpansionLedger
    private let wrapping: Wrapping
    private var input: [UInt8]
    private var position = 0
    // zlib keeps the address of its stream.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var state = State.between
    private var hasMember = false
    /// What is thrown when all that was good has been read.
    private var failure: ReadFailure?

    private enum State {
      /// Before a member, or behind the last.
      case between
      case within
      case atEnd
    }

    /// - Parameters:
    ///   - packed: What follows `head`.
    ///   - head: The beginning of the data, read already.
    ///   - ledger: Counts what the data unpack to.
    ///   - wrapping: What header they have.
    init(
      _ packed: any ByteSource, head: [UInt8], _ ledger: ExpansionLedger, wrapping: Wrapping = .header
    ) {
      self.packed = packed
      self.ledger = ledger
      self.wrapping = wrapping
      input = head
    }

    deinit {
      finish()
      stream.deallocate()
    }

    func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
      let start = buffer.count
      while buffer.count == start, state != .atEnd {
        if let failure {
          state = .atEnd
          throw failure
        }
        do throws(ReadFailure) {
          try step(count, &buffer)
          try ledger.addUnpacked(buffer.count - start)
        } catch {
          finish()
          failure = error
          state = .between
        }
      }
      return buffer.count > start
    }

    private func finish() {
      if state == .within { inflateEnd(stream) }
    }

    /// Unpacks something, begins a member, or comes to the end.
    private func step(_ count: Int, _ buffer: inout [UInt8]) throws(ReadFailure) {
      let hasInput = try fillInput()
      if state == .between {
        guard hasInput, try !isPadding() else {
          state = .atEnd
          return
        }
        stream.initialize(to: z_stream())
        guard newsfind_inflate_init(stream, wrapping.rawValue) == Z_OK else {
          throw ReadFailure("out of memory")
        }
        state = .within
        hasMember = true
      }
      // zlib may hold something back that it can give without more input.
      let result = inflate(count, &buffer)
      switch result {
      case Z_STREAM_END:
        finish()
        state = wrapping == .none ? .atEnd : .between
      case Z_OK: break
      case Z_BUF_ERROR where !hasInput: throw ReadFailure("the compressed data are cut off")
      case Z_BUF_ERROR: break
      default: throw ReadFailure("the compressed data are damaged")
      }
    }

    /// Whether all that is left behind a member is zeros, which some programs fill files with.
    private func isPadding() throws(ReadFailure) -> Bool {
      guard hasMember else { return false }
      while input[position] == 0 {
        position += 1
        if try !fillInput() { return true }
      }
      return false
    }

    /// Whether there is input, read if need be.
    private func fillInput() throws(ReadFailure) -> Bool {
      guard position == input.count else { return true }
      input.removeAll(keepingCapacity: true)
      position = 0
      return try packed.read(1 << 16, into: &input)
    }

    private func inflate(_ count: Int, _ buffer: inout [UInt8]) -> Int32 {
      var result = Z_OK
      let start = position
      // zlib keeps no pointer to either buffer between two calls.
      let output = [UInt8](unsafeUninitializedCapacity: count) { output, produced in
        input.withUnsafeMutableBufferPointer { input in
          stream.pointee.next_in = input.baseAddress.map { $0 + start }
          stream.pointee.avail_in = UInt32(input.count - start)
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(count)
          result = CZlib.inflate(stream, Z_NO_FLUSH)
          position = input.count - Int(stream.pointee.avail_in)
          produced = count - Int(stream.pointee.avail_out)
        }
      }
      buffer += output
      return result
    }
  }
#endif
