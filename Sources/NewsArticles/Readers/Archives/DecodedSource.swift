#if Archives
  /// What compressed data unpack to; of data that are cut off or damaged, all that can be unpacked.
  final class DecodedSource: ByteSource {
    private let packed: any ByteSource
    private let ledger: ExpansionLedger
    private let decoder: any StreamDecoder
    private var input: [UInt8]
    private var position = 0
    /// Whether nothing follows ``input``, and if that is so against expectation, why.
    private var isLast = false
    private var inputFailure: ReadFailure?
    /// What is said when all that was good has been handed out; `nil` until then.
    private var end: End?

    private enum End {
      case whole
      case failed(ReadFailure)
    }

    /// - Parameters:
    ///   - packed: What follows `head`.
    ///   - head: The beginning of the data, read already.
    ///   - decoder: Unpacks them.
    ///   - ledger: Counts what they unpack to.
    init(_ packed: any ByteSource, head: [UInt8], _ decoder: any StreamDecoder, _ ledger: ExpansionLedger) {
      self.packed = packed
      self.decoder = decoder
      self.ledger = ledger
      input = head
    }

    func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
      var unpacked = 0
      buffer += [UInt8](unsafeUninitializedCapacity: count) { output, filled in
        while filled < output.count, end == nil {
          if position == input.count, !isLast {
            // What is there is handed out before more is waited for.
            guard filled == 0 else { break }
            readInput()
          }
          filled += step(UnsafeMutableBufferPointer(rebasing: output[filled...]))
        }
        unpacked = filled
      }
      guard unpacked == 0 else {
        do throws(ReadFailure) {
          try ledger.addUnpacked(unpacked)
        } catch {
          end = .failed(error)
        }
        return true
      }
      if case .failed(let failure) = end { throw failure }
      return false
    }

    /// Unpacks something, or finds the end.
    private func step(_ output: UnsafeMutableBufferPointer<UInt8>) -> Int {
      let step = input.withUnsafeBufferPointer { input in
        decoder.decode(UnsafeBufferPointer(rebasing: input[position...]), isLast: isLast, into: output)
      }
      position += step.used
      switch step.state {
      case .failed(let failure): end = .failed(failure)
      case .within, .whole:
        if step.used == 0, step.unpacked == 0 { end = ending(step.state) }
      }
      return step.unpacked
    }

    /// What it means that nothing more can be unpacked.
    private func ending(_ state: DecodingStep.State) -> End {
      if position < input.count { return .failed(.damagedData) }
      if let inputFailure { return .failed(inputFailure) }
      if case .whole = state { return .whole }
      return .failed(.cutOffData)
    }

    private func readInput() {
      input.removeAll(keepingCapacity: true)
      position = 0
      do throws(ReadFailure) {
        isLast = try !packed.read(1 << 16, into: &input)
      } catch {
        isLast = true
        inputFailure = error
      }
    }
  }

  extension ReadFailure {
    static let cutOffData = ReadFailure("the compressed data are cut off")
    static let damagedData = ReadFailure("the compressed data are damaged")
  }
#endif
