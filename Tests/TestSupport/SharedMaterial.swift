import Glibc

/// The folder of test material that is not part of the package: `$NEWSFIND_SHARED`, else `shared` beside it.
///
/// Tests that need it are skipped where it is not there.
package enum SharedMaterial {
  /// The path of something in that folder; `nil` where it does not exist.
  package static func path(_ name: String) -> String? {
    let path = "\(folder)/\(name)"
    return access(path, R_OK) == 0 ? path : nil
  }

  /// The package's own folder.
  package static var packageFolder: String {
    // Tests/TestSupport/SharedMaterial.swift lies three levels below it.
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }

  private static var folder: String {
    if let named = getenv("NEWSFIND_SHARED") { return String(cString: named) }
    return "\(packageFolder)/../shared"
  }
}
