#if Archives
  import CLibArchive
  import Glibc
  import TestSupport

  /// A file for tests that libarchive packs: an archive of members, or one compressed text.
  struct PackedFile {
    enum Format {
      case zip, storedZip, encryptedZip, tar, raw
    }

    enum Filter {
      case none, gzip, xz, zstd, bzip2
    }

    /// The bytes of a file with these members.
    static func bytes(
      _ format: Format, _ filter: Filter = .none, members: [(name: String, content: [UInt8])]
    ) -> [UInt8] {
      let folder = TemporaryFolder()
      let path = folder.file("packed")
      let archive = archive_write_new()
      switch format {
      case .zip: archive_write_set_format_zip(archive)
      case .storedZip:
        archive_write_set_format_zip(archive)
        archive_write_set_options(archive, "zip:compression=store")
      case .encryptedZip:
        archive_write_set_format_zip(archive)
        archive_write_set_options(archive, "zip:encryption=aes256")
        archive_write_set_passphrase(archive, "secret")
      case .tar: archive_write_set_format_ustar(archive)
      case .raw: archive_write_set_format_raw(archive)
      }
      switch filter {
      case .none: archive_write_add_filter_none(archive)
      case .gzip: archive_write_add_filter_gzip(archive)
      case .xz: archive_write_add_filter_xz(archive)
      case .zstd: archive_write_add_filter_zstd(archive)
      case .bzip2: archive_write_add_filter_bzip2(archive)
      }
      archive_write_set_bytes_per_block(archive, format == .tar ? 10_240 : 0)
      // A test cannot go on without its file.
      precondition(archive_write_open_filename(archive, path) == ARCHIVE_OK)
      for member in members {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, member.name)
        archive_entry_set_perm(entry, 0o644)
        if member.name.hasSuffix("->") {
          archive_entry_set_filetype(entry, 0o120000)
          archive_entry_set_symlink(entry, "../../etc/passwd")
        } else {
          archive_entry_set_filetype(entry, member.name.hasSuffix("/") ? 0o040000 : 0o100000)
        }
        archive_entry_set_size(entry, Int64(member.content.count))
        precondition(archive_write_header(archive, entry) >= ARCHIVE_WARN)
        if !member.content.isEmpty { archive_write_data(archive, member.content, member.content.count) }
      }
      precondition(archive_write_close(archive) == ARCHIVE_OK)
      archive_write_free(archive)
      return TextFile.bytes(path)
    }

    /// The bytes of an archive with these texts.
    static func bytes(
      _ format: Format, _ filter: Filter = .none, texts: [(name: String, text: String)]
    ) -> [UInt8] {
      bytes(format, filter, members: texts.map { (name: $0.name, content: Array($0.text.utf8)) })
    }

    /// A text, compressed.
    static func bytes(_ filter: Filter, _ text: String) -> [UInt8] {
      bytes(.raw, filter, texts: [(name: "text", text: text)])
    }
  }
#endif
