#if Archives
  import CZlib

  /// What gzip, zlib or deflate data unpack to; of gzip any number of members, one after the other.
  ///
  /// Source: <https://www.rfc-editor.org/rfc/rfc1950>, 1951, 1952; <https://www.zlib.net/manual.html>.
  final class GzipSource: ByteSource {
    private let packed: any ByteSource
    private let ledger: ExpansionLedger
    private let wrapping: InflateStream.Wrapping
    private var input: [UInt8]
    private var position = 0
    /// Where the member at hand begins in ``input``, or what is kept of it.
    private var memberStart = 0
    private var state = State.between
    private var hasMember = false
    /// How many bytes came out so far, and how many of them before the member at hand.
    private var outputCount = 0
    private var wholeCount = 0
    /// What is thrown when all that was good has been read.
    private var failure: ReadFailure?
    /// Whether good data may follow what could not be read.
    private var canResume = false

    private enum State {
      /// Before a member, or behind the last.
      case between
      case within(InflateStream)
      case atEnd
    }

    /// So much of a member is kept while it is read: where it is damaged others may have been taken for its data.
    private static let keptBytes = 1 << 20
    /// Within so many bytes a member shows how its data begin.
    private static let headSize = 1 << 13

    /// - Parameters:
    ///   - packed: What follows `head`.
    ///   - head: The beginning of the data, read already.
    ///   - ledger: Counts what the data unpack to.
    ///   - wrapping: What header they have.
    init(
      _ packed: any ByteSource, head: [UInt8], _ ledger: ExpansionLedger,
      wrapping: InflateStream.Wrapping = .header
    ) {
      self.packed = packed
      self.ledger = ledger
      self.wrapping = wrapping
      input = head
    }

    func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
      let start = buffer.count
      while buffer.count == start {
        if let failure {
          self.failure = nil
          state = .atEnd
          throw failure
        }
        if case .atEnd = state { return false }
        do throws(ReadFailure) {
          try step(count, &buffer)
        } catch {
          failure = error
          failure?.wholeCount = wholeCount
          canResume = true
        }
        do throws(ReadFailure) {
          try ledger.addUnpacked(buffer.count - start)
        } catch {
          failure = error
          canResume = false
        }
      }
      return true
    }

    func resume(at mark: [UInt8]) -> Bool {
      guard canResume else { return false }
      canResume = false
      position = memberStart
      while let start = nextHeader(after: position) {
        position = start
        if memberBegins(with: mark) {
          state = .between
          return true
        }
      }
      return false
    }

    /// Unpacks something, begins a member, or comes to the end.
    private func step(_ count: Int, _ buffer: inout [UInt8]) throws(ReadFailure) {
      let hasInput = try fillInput()
      if case .between = state {
        guard hasInput, try !isPadding() else {
          state = .atEnd
          return
        }
        state = .within(try InflateStream(wrapping))
        memberStart = position
        hasMember = true
        wholeCount = outputCount
      }
      guard case .within(let stream) = state else { return }
      // zlib may hold something back that it can give without more input.
      let start = buffer.count
      defer { outputCount += buffer.count - start }
      switch stream.unpack(input, from: &position, count, into: &buffer) {
      case Z_STREAM_END: state = wrapping == .none ? .atEnd : .between
      case Z_OK: break
      case Z_BUF_ERROR where !hasInput: throw .cutOffData
      case Z_BUF_ERROR: break
      default: throw .damagedData
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
      if case .within = state {
        if position - memberStart > 2 * Self.keptBytes { memberStart = position - Self.keptBytes }
      } else {
        memberStart = position
      }
      return try readOn()
    }

    /// Reads more input behind what there is, and lets go what stands before ``memberStart``.
    private func readOn() throws(ReadFailure) -> Bool {
      input.removeFirst(memberStart)
      position -= memberStart
      memberStart = 0
      return try packed.read(1 << 16, into: &input)
    }

    /// Where behind a place in ``input`` the header of a gzip member may begin; `nil` where no more follows.
    private func nextHeader(after place: Int) -> Int? {
      let magic: [UInt8] = [0x1F, 0x8B, 0x08]
      position = place + 1
      while true {
        while let start = input[min(position, input.count)...].firstIndex(of: magic[0]) {
          guard input.count - start >= magic.count else { break }
          if input[start...].starts(with: magic) { return start }
          position = start + 1
        }
        position = max(position, input.count - magic.count + 1)
        memberStart = min(position, input.count)
        guard (try? readOn()) == true else { return nil }
      }
    }

    /// Whether a member begins at the place whose data begin so.
    private func memberBegins(with mark: [UInt8]) -> Bool {
      memberStart = position
      while input.count - position < Self.headSize, (try? readOn()) == true {}
      guard let stream = try? InflateStream(.header) else { return false }
      var head: [UInt8] = []
      var end = position
      _ = stream.unpack(input, from: &end, mark.count, into: &head)
      return head == mark
    }
  }
#endif
