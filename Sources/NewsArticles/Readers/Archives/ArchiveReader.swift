#if Archives
  /// Reads the members of an archive, each as a file of its own: `archive.zip!/folder/member.txt`.
  ///
  /// Hidden members are left out, as hidden files are. Links are not followed.
  struct ArchiveReader: ArticleReader {
    private let source: SourceFile
    private let archive: Archive
    private let unpacking: Unpacking
    private var reader: (any ArticleReader)?
    private var lastName: String?
    private var isDone = false
    private var skippedBefore = 0

    /// - Parameters:
    ///   - source: The archive.
    ///   - bytes: What follows `head`.
    ///   - head: The beginning, read already.
    ///   - unpacking: How deep the members lie.
    /// - Throws: Why no member can be read.
    init(
      _ source: SourceFile, _ bytes: any ByteSource, head: [UInt8], _ unpacking: Unpacking
    ) throws(ReadFailure) {
      self.source = source
      self.unpacking = unpacking
      archive = try Archive(ArchiveInput(bytes, head: head, unpacking.ledger))
    }

    var skippedRecords: Int { skippedBefore + (reader?.skippedRecords ?? 0) }

    mutating func next() -> Result<ReadArticle, Rejection>? {
      while true {
        if let next = reader?.next() { return next }
        skippedBefore = skippedRecords
        reader = nil
        guard !isDone else { return nil }
        let member: ArchiveMember
        do throws(ReadFailure) {
          guard let next = try archive.next() else {
            isDone = true
            return nil
          }
          member = next
        } catch {
          isDone = true
          let place = lastName.map { " behind \($0)" } ?? ""
          return .failure(
            Rejection(path: source.path, reason: "no member\(place) can be read: \(error.reason)"))
        }
        let name = MemberName(member.name)
        guard member.isFile, !name.isHidden, !name.text.isEmpty else { continue }
        lastName = name.text
        do throws(Rejection) {
          try open(member, name.text)
        } catch {
          return .failure(error)
        }
      }
    }

    private mutating func open(_ member: ArchiveMember, _ name: String) throws(Rejection) {
      let file = SourceFile(path: "\(source.path)!/\(name)", id: "\(source.id)!/\(name)", size: 0)
      guard !member.isEncrypted else {
        throw Rejection(path: file.path, reason: "encrypted: unpack it with its password first")
      }
      reader = try ArticleReaders.reader(file, MemberSource(archive), unpacking)
    }
  }
#endif
