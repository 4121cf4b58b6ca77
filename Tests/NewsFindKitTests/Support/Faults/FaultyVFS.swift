import CSQLite
import Synchronization

/// A layer between SQLite and the file system that lets calls fail for the files of some folders.
///
/// All connections of the test process that are opened after it was first used go through it; those to other files notice
/// nothing.
///
/// Related SQLite documentation: <https://www.sqlite.org/vfs.html#shim_vfses>
enum FaultyVFS {
  /// The system's own layer, which SQLite keeps for the life of the process and changes never.
  nonisolated(unsafe) private static let system: UnsafeMutablePointer<sqlite3_vfs> = sqlite3_vfs_find("unix")
  private static let faultsOfFolders = Mutex<[String: FileFaults]>([:])

  /// The bytes that the system's layer keeps of a file.
  static var systemFileSize: Int { Int(system.pointee.szOsFile) }

  /// Runs `body` while the files of a folder may fail.
  static func with<Result>(
    faultsIn folder: String, _ body: (FileFaults) throws -> Result
  ) rethrows -> Result {
    registration
    let faults = FileFaults()
    faultsOfFolders.withLock { $0[folder] = faults }
    defer { _ = faultsOfFolders.withLock { $0.removeValue(forKey: folder) } }
    return try body(faults)
  }

  /// The faults of the folder that a file is in.
  private static func faults(_ path: UnsafePointer<CChar>?) -> FileFaults? {
    guard let path else { return nil }
    let folder = String(cString: path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    return faultsOfFolders.withLock { $0[folder] }
  }

  /// Makes it what SQLite opens files with, once.
  private static let registration: Void = {
    // SQLite keeps it.
    let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    vfs.initialize(to: system.pointee)
    let name: StaticString = "newsfind-faults"
    vfs.pointee.zName = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    vfs.pointee.szOsFile += Int32(MemoryLayout<Unmanaged<FaultyFile>?>.size)
    vfs.pointee.xOpen = { _, path, file, flags, outFlags in
      let faults = FaultyVFS.faults(path)
      if let code = faults?.code(for: .open) {
        file?.pointee.pMethods = nil
        return code
      }
      let code = system.pointee.xOpen(system, path, file, flags, outFlags)
      if code == SQLITE_OK, let faults, let file { FaultyFile.wrap(file, faults) }
      return code
    }
    vfs.pointee.xDelete = { _, path, syncsFolder in
      FaultyVFS.faults(path)?.code(for: .delete) ?? system.pointee.xDelete(system, path, syncsFolder)
    }
    vfs.pointee.xAccess = { _, path, flags, result in
      FaultyVFS.faults(path)?.code(for: .access) ?? system.pointee.xAccess(system, path, flags, result)
    }
    sqlite3_vfs_register(vfs, 1)
  }()
}
