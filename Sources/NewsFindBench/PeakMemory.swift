/// The most memory that this process has had at once.
enum PeakMemory {
  /// Kilobytes, mapped pages of files included; 0 where the system does not tell.
  static var kilobytes: Int {
    guard let lines = try? TextLines("/proc/self/status") else { return 0 }
    while let line = lines.next() {
      guard line.hasPrefix("VmHWM:") else { continue }
      return Int(line.filter(\.isNumber)) ?? 0
    }
    return 0
  }
}
