/// The articles of files and folders, one after the other, with what could not be read among them.
///
/// Formats are told by content; tables (rows of values between tabs) and SQLite's files that lie in a
/// folder are left out. Files are read as the sequence is gone through: memory does not grow with them.
public struct ArticleFiles: Sequence, Sendable {
  /// An article, or what could not be read.
  public typealias Element = Result<ReadArticle, Rejection>

  private let paths: [String]
  private let leftOut: [String]
  private let selection: PathSelection?

  /// The articles of some paths.
  ///
  /// - Parameter paths: Files, and folders whose files are meant; hidden ones are left out. "-" is standard input.
  public init(_ paths: [String]) {
    self.init(paths, leavingOut: [])
  }

  /// The articles of some paths, or of a selection of what lies there, but for files that must not even be opened, such as
  /// the index that is being written.
  package init(_ paths: [String], leavingOut leftOut: [String], only selection: PathSelection? = nil) {
    self.paths = paths
    self.leftOut = leftOut
    self.selection = selection
  }

  /// Goes through the articles from the beginning.
  public func makeIterator() -> Iterator { Iterator(FileWalk(paths, leavingOut: leftOut, only: selection)) }

  /// The size of all files, in bytes, as they are now; what cannot be found counts nothing.
  ///
  /// Complexity: linear in the files and folders, none of which is opened.
  package var byteCount: Int {
    FileWalk(paths, leavingOut: leftOut, only: selection).reduce(0) { sum, file in
      guard case .success(let file) = file else { return sum }
      return sum + file.size
    }
  }

  /// Goes through the articles; used by one thread at a time.
  public struct Iterator: IteratorProtocol {
    private var walk: FileWalk
    private var reader: (any ArticleReader)?
    private var file: InputFile?
    private var bytesOfClosedFiles = 0
    private var skippedBefore = 0
    /// The file that `reader` reads.
    private var source: SourceFile?
    /// Who decides which files are read, and is told of them.
    package weak var observer: (any ArticleFilesObserver)?

    fileprivate init(_ walk: FileWalk) {
      self.walk = walk
    }

    /// Bytes of files read so far.
    package var bytesRead: Int { bytesOfClosedFiles + (file?.bytesRead ?? 0) }

    /// How many records of web archives were passed over so far because they hold no page.
    public var skippedRecords: Int { skippedBefore + (reader?.skippedRecords ?? 0) }

    /// The next article or rejection; `nil` at the end.
    public mutating func next() -> Element? {
      while true {
        if let next = reader?.next() { return next }
        bytesOfClosedFiles = bytesRead
        skippedBefore = skippedRecords
        reader = nil
        file = nil
        if let source { observer?.didRead(source) }
        source = nil
        guard let found = walk.next() else { return nil }
        do throws(Rejection) {
          try open(found.get())
        } catch {
          return .failure(error)
        }
      }
    }

    private mutating func open(_ source: SourceFile) throws(Rejection) {
      if let observer, !observer.shouldRead(source) {
        bytesOfClosedFiles += source.size
        return
      }
      self.source = source
      let file = try InputFile(source.path)
      self.file = file
      reader = try ArticleReaders.reader(source, file, Unpacking(file))
    }
  }
}
