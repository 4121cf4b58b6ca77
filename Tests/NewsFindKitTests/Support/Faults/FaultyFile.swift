import CSQLite

/// A file that the system's layer has opened, with methods some of which may fail.
///
/// The methods of the system's layer stay but for those that are counted, so locks and shared memory work as ever.
final class FaultyFile {
  private let faults: FileFaults
  private let system: UnsafePointer<sqlite3_io_methods>
  /// Freed with the file.
  private let methods: UnsafeMutablePointer<sqlite3_io_methods>

  private init(_ faults: FileFaults, _ system: UnsafePointer<sqlite3_io_methods>) {
    self.faults = faults
    self.system = system
    methods = .allocate(capacity: 1)
    methods.initialize(to: system.pointee)
    replaceMethods()
  }

  deinit {
    methods.deallocate()
  }

  /// Puts itself between SQLite and a file that was just opened.
  static func wrap(_ file: UnsafeMutablePointer<sqlite3_file>, _ faults: FileFaults) {
    guard let system = file.pointee.pMethods else { return }
    let wrapped = FaultyFile(faults, system)
    file.pointee.pMethods = UnsafePointer(wrapped.methods)
    // Released in xClose.
    slot(file).pointee = Unmanaged.passRetained(wrapped)
  }

  /// Where SQLite keeps the wrapper: behind what the system's layer keeps of the file.
  private static func slot(
    _ file: UnsafeMutablePointer<sqlite3_file>
  ) -> UnsafeMutablePointer<Unmanaged<FaultyFile>?> {
    (UnsafeMutableRawPointer(file) + FaultyVFS.systemFileSize).assumingMemoryBound(
      to: Unmanaged<FaultyFile>?.self)
  }

  /// The wrapper of a file, which has one as long as these methods are called.
  private static func of(_ file: UnsafeMutablePointer<sqlite3_file>?) -> FaultyFile {
    guard let file, let wrapped = slot(file).pointee else {
      preconditionFailure("a file that was not wrapped")
    }
    return wrapped.takeUnretainedValue()
  }

  private func replaceMethods() {
    methods.pointee.xClose = { file in
      let wrapped = FaultyFile.of(file)
      defer { Unmanaged.passUnretained(wrapped).release() }
      return wrapped.system.pointee.xClose(file)
    }
    methods.pointee.xRead = { file, buffer, count, offset in
      let wrapped = FaultyFile.of(file)
      return wrapped.faults.code(for: .read) ?? wrapped.system.pointee.xRead(file, buffer, count, offset)
    }
    methods.pointee.xWrite = { file, buffer, count, offset in
      let wrapped = FaultyFile.of(file)
      guard let code = wrapped.faults.code(for: .write) else {
        return wrapped.system.pointee.xWrite(file, buffer, count, offset)
      }
      // Where the disk is full some of the bytes may have found room.
      if code == SQLITE_FULL { _ = wrapped.system.pointee.xWrite(file, buffer, count / 2, offset) }
      return code
    }
    methods.pointee.xTruncate = { file, size in
      let wrapped = FaultyFile.of(file)
      return wrapped.faults.code(for: .truncate) ?? wrapped.system.pointee.xTruncate(file, size)
    }
    methods.pointee.xSync = { file, flags in
      let wrapped = FaultyFile.of(file)
      return wrapped.faults.code(for: .sync) ?? wrapped.system.pointee.xSync(file, flags)
    }
    methods.pointee.xFileSize = { file, size in
      let wrapped = FaultyFile.of(file)
      return wrapped.faults.code(for: .size) ?? wrapped.system.pointee.xFileSize(file, size)
    }
    methods.pointee.xLock = { file, level in
      let wrapped = FaultyFile.of(file)
      return wrapped.faults.code(for: .lock) ?? wrapped.system.pointee.xLock(file, level)
    }
    replaceMemoryMethods()
  }

  private func replaceMemoryMethods() {
    methods.pointee.xShmMap = { file, page, size, extends, memory in
      let wrapped = FaultyFile.of(file)
      return wrapped.faults.code(for: .mapMemory)
        ?? wrapped.system.pointee.xShmMap(file, page, size, extends, memory)
    }
    methods.pointee.xShmLock = { file, offset, count, flags in
      let wrapped = FaultyFile.of(file)
      // To give a lock back always succeeds.
      guard flags & SQLITE_SHM_LOCK != 0, let code = wrapped.faults.code(for: .lockMemory) else {
        return wrapped.system.pointee.xShmLock(file, offset, count, flags)
      }
      return code
    }
    // No page of it is mapped: SQLite then reads it, which may fail.
    methods.pointee.xFetch = { _, _, _, page in
      page?.pointee = nil
      return SQLITE_OK
    }
  }
}
