import Glibc
import TestSupport

extension TemporaryFolder {
  /// Removes a file of the folder.
  func removeFile(_ name: String) {
    unlink(file(name))
  }

  /// Moves a file or a folder within the folder.
  func move(_ name: String, to newName: String) {
    rename(file(name), file(newName))
  }
}
