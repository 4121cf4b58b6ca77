import Glibc

/// What the system says has happened in a folder, or to a file that is watched itself.
struct FolderEvent: Hashable {
  /// The number of the watch; -1 where events were lost.
  let watch: Int32
  private let mask: UInt32
  /// The name in the folder; empty where the watched file or folder itself is meant.
  let name: String

  init(watch: Int32, mask: UInt32, name: String) {
    self.watch = watch
    self.mask = mask
    self.name = name
  }

  /// What is asked for, of folders and files.
  static let wanted = [
    IN_MODIFY, IN_CLOSE_WRITE, IN_ATTRIB, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE_SELF,
    IN_MOVE_SELF, IN_EXCL_UNLINK,
  ].reduce(0) { $0 | UInt32($1) }

  /// Whether more happened than the system could keep.
  var isOverflow: Bool { has(IN_Q_OVERFLOW) }
  /// Whether the watch is at its end.
  var isEnd: Bool { has(IN_IGNORED) }
  /// Whether the watched file or folder itself is gone from its place.
  var isLost: Bool { has(IN_DELETE_SELF) || has(IN_MOVE_SELF) || has(IN_UNMOUNT) }
  /// Whether a folder is meant.
  var isFolder: Bool { has(IN_ISDIR) }
  /// Whether something is there now, or may be looked at now.
  var isArrival: Bool { has(IN_CREATE) || has(IN_MOVED_TO) || has(IN_ATTRIB) }
  /// Whether bytes were written by somebody who may write more.
  var isWriting: Bool { has(IN_MODIFY) }

  private func has(_ flag: Int32) -> Bool { mask & UInt32(flag) != 0 }
}
