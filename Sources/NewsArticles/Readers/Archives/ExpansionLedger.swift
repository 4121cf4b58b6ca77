/// Counts what one file unpacks to, over all layers of it, and stops what was made to fill memory, disk or time.
final class ExpansionLedger {
  /// Texts are packed to a tenth at best; more than this is a bomb.
  static let maximumRatio = 250
  /// So many bytes may come of any file: short files of repeated lines are no bombs.
  static let freeBytes = 64 << 20
  /// More than that comes of no file, in bytes.
  static let maximumBytes = 1 << 40

  private let file: InputFile
  private var unpackedBytes = 0

  /// - Parameter file: The outermost file: what was read of it is what all layers together are compared with.
  init(_ file: InputFile) {
    self.file = file
  }

  /// Notes that so many bytes came out of some layer.
  ///
  /// - Throws: When they are too many.
  func addUnpacked(_ count: Int) throws(ReadFailure) {
    unpackedBytes += count
    if unpackedBytes > Self.maximumBytes {
      throw ReadFailure("it unpacks to more than \(Self.maximumBytes >> 40) TB: reading stopped here")
    }
    if unpackedBytes > Self.freeBytes, unpackedBytes / Self.maximumRatio > file.bytesRead {
      throw ReadFailure(
        "a decompression bomb, it unpacks to more than \(Self.maximumRatio) times its size: reading stopped here"
      )
    }
  }
}
