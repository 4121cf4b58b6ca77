import Glibc

/// The system's queue of events of the folders and files that are watched.
///
/// Related documentation: <https://man7.org/linux/man-pages/man7/inotify.7.html>
final class FolderEvents {
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  private static let limits = "/proc/sys/fs/inotify"

  /// - Throws: ``NewsIndexError/cannotWatch(path:detail:)``.
  init() throws {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor < 0 else { return }
    let advice = errno == EMFILE ? ": raise \(Self.limits)/max_user_instances, or end other watchers" : ""
    throw NewsIndexError.cannotWatch(path: ".", detail: String(cString: strerror(errno)) + advice)
  }

  deinit {
    close(descriptor)
  }

  /// Watches a folder or a file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - isFolder: Whether only a folder itself will do: no file, and no link to one.
  /// - Returns: The number of the watch, the same for all paths that lead there; `nil` where nothing is there, or nothing that
  ///   may be read.
  /// - Throws: ``NewsIndexError/cannotWatch(path:detail:)`` where the system watches no more.
  func add(_ path: String, asFolder isFolder: Bool) throws -> Int32? {
    let kind = isFolder ? UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW) : 0
    let watch = inotify_add_watch(descriptor, path, FolderEvent.wanted | kind)
    if watch >= 0 { return watch }
    switch errno {
    case ENOENT, ENOTDIR, EACCES, ELOOP: return nil
    case ENOSPC:
      throw NewsIndexError.cannotWatch(
        path: path, detail: "as many are watched as the system allows: raise \(Self.limits)/max_user_watches")
    default: throw NewsIndexError.cannotWatch(path: path, detail: String(cString: strerror(errno)))
    }
  }

  /// Watches something no more.
  func remove(_ watch: Int32) {
    inotify_rm_watch(descriptor, watch)
  }

  /// What has happened; waits for it if nothing has yet.
  ///
  /// - Parameter timeout: How long to wait; a signal ends the waiting, too.
  /// - Returns: The events, in their order; none where none came in time.
  func next(within timeout: Duration) -> [FolderEvent] {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = timeout / .milliseconds(1)
    guard poll(&request, 1, Int32(min(max(milliseconds.rounded(.up), 0), 60_000))) > 0 else { return [] }
    var events: [FolderEvent] = []
    // Who writes faster than this reads is not waited for.
    for _ in 0..<64 {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      buffer.withUnsafeBytes { Self.append(UnsafeRawBufferPointer(rebasing: $0[..<count]), to: &events) }
    }
    return events
  }

  /// Takes apart what the system writes: a header, and a name filled up with zeros.
  private static func append(_ bytes: UnsafeRawBufferPointer, to events: inout [FolderEvent]) {
    let header = MemoryLayout<inotify_event>.size
    var rest = bytes[...]
    while rest.count >= header {
      let event = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: inotify_event.self)
      let name = rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
      events.append(
        FolderEvent(watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
      rest = rest.dropFirst(header + Int(event.len))
    }
  }
}
