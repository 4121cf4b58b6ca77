/// Bytes that may be read eight at a time: behind the last of them stand eight zeros.
final class PaddedBytes {
  /// Invariant: `count + 8` bytes.
  let start: UnsafeMutableRawPointer
  let count: Int

  init(copying bytes: UnsafeRawBufferPointer) {
    count = bytes.count
    start = .allocate(byteCount: bytes.count + 8, alignment: 8)
    if let base = bytes.baseAddress { start.copyMemory(from: base, byteCount: bytes.count) }
    (start + bytes.count).initializeMemory(as: UInt8.self, repeating: 0, count: 8)
  }

  deinit {
    start.deallocate()
  }

  /// All bytes; valid while the object lives, which the caller has to see to.
  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }
}
