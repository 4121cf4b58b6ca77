#if Archives
  import CLibArchive
  import Glibc

  /// What libarchive reads: gives it the bytes of a source, and keeps why they ended.
  final class ArchiveInput {
    private let source: any ByteSource
    private let file: InputFile?
    private var head: [UInt8]
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    let ledger: ExpansionLedger
    /// Why reading ended before its time.
    private(set) var failure: ReadFailure?

    /// - Parameters:
    ///   - source: What follows `head`.
    ///   - head: The beginning, read already.
    ///   - ledger: Counts what the members unpack to.
    init(_ source: any ByteSource, head: [UInt8], _ ledger: ExpansionLedger) {
      self.source = source
      self.head = head
      self.ledger = ledger
      file = (source as? InputFile).flatMap { $0.isSeekable ? $0 : nil }
    }

    deinit {
      buffer.deallocate()
    }

    /// Whether the bytes are those of a file, in which any place can be gone to: a zip has its list of members at its end.
    var isSeekable: Bool { file != nil }

    /// Sets `start` to the next bytes, which stay there until the next call.
    ///
    /// - Returns: Their number; 0 at the end, less than that for a failure.
    func next(_ start: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
      do throws(ReadFailure) {
        var bytes = head
        head = []
        if bytes.isEmpty { _ = try source.read(buffer.count, into: &bytes) }
        let count = min(bytes.count, buffer.count)
        buffer.copyBytes(from: bytes[..<count])
        if bytes.count > count { head = Array(bytes[count...]) }
        start.pointee = UnsafeRawPointer(buffer.baseAddress)
        return count
      } catch {
        failure = error
        return -1
      }
    }

    /// Goes to another place, as `lseek` does.
    func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
      guard let file else { return Int64(ARCHIVE_FATAL) }
      head = []
      return file.seek(offset, whence)
    }
  }
#endif
