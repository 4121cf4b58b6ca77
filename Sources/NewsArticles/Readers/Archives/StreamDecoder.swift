#if Archives
  /// Unpacks compressed data some at a time, and holds back nothing that it can give: of data that are cut off all comes out.
  protocol StreamDecoder: AnyObject {
    /// Unpacks some of the data.
    ///
    /// Keeps neither pointer. Where it can do nothing it uses and gives nothing.
    ///
    /// - Parameters:
    ///   - input: What follows the data that were used so far.
    ///   - isLast: Whether nothing follows `input`.
    ///   - output: Gets what is unpacked; not empty.
    /// - Returns: What was done.
    func decode(
      _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> DecodingStep
  }

  /// What a ``StreamDecoder`` did in one step.
  struct DecodingStep {
    /// How the data stand.
    enum State {
      /// They go on.
      case within
      /// All is unpacked that was begun: they may end here.
      case whole
      /// They cannot be unpacked any further.
      case failed(ReadFailure)
    }

    /// How many bytes of the input were used up.
    let used: Int
    /// How many bytes were unpacked; they are good whatever ``state`` says.
    let unpacked: Int
    let state: State
  }
#endif
