#if Archives
  import CLibArchive
  import Glibc

  /// An archive that libarchive reads from a ``ByteSource``, from its beginning to its end.
  ///
  /// Nothing is ever written: the names of members are only names. Formats are switched on one by one and filters not at all,
  /// for some of libarchive's run other programs.
  ///
  /// Source: <https://github.com/libarchive/libarchive/wiki/ManualPages>.
  final class Archive {
    private let archive: OpaquePointer
    private let input: ArchiveInput
    /// Names in UTF-8 stay what they are in this locale only, whatever that of the program is.
    private let locale: locale_t?
    /// Why nothing more can be read at all.
    private var end: ReadFailure?

    /// - Throws: Why the bytes cannot be read.
    init(_ input: ArchiveInput) throws(ReadFailure) {
      guard let archive = archive_read_new() else { throw ReadFailure("out of memory") }
      self.archive = archive
      self.input = input
      locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
      archive_read_support_format_tar(archive)
      archive_read_support_format_zip(archive)
      archive_read_set_callback_data(archive, Unmanaged.passUnretained(input).toOpaque())
      archive_read_set_read_callback(archive) { _, input, buffer in
        guard let input, let buffer else { return -1 }
        return Unmanaged<ArchiveInput>.fromOpaque(input).takeUnretainedValue().next(buffer)
      }
      if input.isSeekable {
        archive_read_set_seek_callback(archive) { _, input, offset, whence in
          guard let input else { return -1 }
          return Unmanaged<ArchiveInput>.fromOpaque(input).takeUnretainedValue().seek(offset, whence)
        }
      }
      let result = inLocale { archive_read_open1(archive) }
      guard result >= ARCHIVE_WARN else { throw failure(result) }
    }

    deinit {
      archive_read_free(archive)
      if let locale { freelocale(locale) }
    }

    /// Goes on to the next member.
    ///
    /// - Returns: The member; `nil` at the end.
    /// - Throws: Why nothing more can be read.
    func next() throws(ReadFailure) -> ArchiveMember? {
      if let end { throw end }
      var entry: OpaquePointer?
      var result = ARCHIVE_RETRY
      while result == ARCHIVE_RETRY { result = inLocale { archive_read_next_header(archive, &entry) } }
      if result == ARCHIVE_EOF { return nil }
      guard result >= ARCHIVE_WARN, let entry else { throw failure(result) }
      return inLocale { ArchiveMember(entry) }
    }

    /// Appends up to `count` bytes of the member at hand.
    ///
    /// - Returns: False at its end.
    /// - Throws: Why no more of it can be read.
    func read(_ count: Int, into buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
      if let end { throw end }
      var result = 0
      buffer += [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
        repeat {
          result = archive_read_data(archive, bytes.baseAddress, count)
        } while result == Int(ARCHIVE_RETRY)
        filled = max(result, 0)
      }
      guard result >= 0 else { throw failure(Int32(result)) }
      if result > 0 { try input.ledger.addUnpacked(result) }
      return result > 0
    }

    private func failure(_ result: Int32) -> ReadFailure {
      let words = archive_error_string(archive).map { TextDecoding.decode(bytes(of: $0)[...]).text } ?? ""
      let failure =
        input.failure ?? ReadFailure(words.isEmpty ? "damaged" : "damaged: \(PlainText.line(words))")
      if result == ARCHIVE_FATAL { end = failure }
      return failure
    }

    private func inLocale<Value>(_ body: () -> Value) -> Value {
      guard let locale else { return body() }
      let old = uselocale(locale)
      defer { uselocale(old) }
      return body()
    }
  }

  /// The bytes of a C string.
  private func bytes(of string: UnsafePointer<CChar>) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: string, count: strlen(string)))
  }

  /// A member of an archive: what is said of it before its content.
  struct ArchiveMember {
    /// As it is written, its bytes decoded.
    let name: String
    /// Whether it is a file, and no folder, link or device.
    let isFile: Bool
    let isEncrypted: Bool

    fileprivate init(_ entry: OpaquePointer) {
      name = archive_entry_pathname(entry).map { TextDecoding.decode(bytes(of: $0)[...]).text } ?? ""
      isFile = archive_entry_filetype(entry) & 0o170000 == 0o100000 && archive_entry_hardlink(entry) == nil
      isEncrypted = archive_entry_is_encrypted(entry) != 0
    }
  }
#endif
