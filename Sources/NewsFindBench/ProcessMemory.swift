/// The memory of this process, in kilobytes, as the system tells it; 0 where it does not.
enum ProcessMemory {
  /// The most that it has had at once, mapped pages of files included.
  static var peak: Int { kilobytes("VmHWM:") }

  /// What it has that is not a file's, which the system could take back at any time.
  static var own: Int { kilobytes("RssAnon:") }

  private static func kilobytes(_ name: String) -> Int {
    guard let lines = try? TextLines("/proc/self/status") else { return 0 }
    while let line = lines.next() {
      guard line.hasPrefix(name) else { continue }
      return Int(line.filter(\.isNumber)) ?? 0
    }
    return 0
  }
}
