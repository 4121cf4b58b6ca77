# Sourced by the other scripts: makes sure that what newsfind is built with is here.
# Debian's libsqlite3-dev is installed where it is missing; the Swift toolchain has to be there.

say() { printf '%s\n' "$*" >&2; }

require_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "newsfind is written in Swift and needs a Swift toolchain, 6.2 or later, on the PATH."
    say "See https://www.swift.org/install/linux"
    exit 2
  fi
}

require_sqlite() {
  if printf '#include <sqlite3.h>\n' | clang -E -x c - >/dev/null 2>&1 || [ -e /usr/include/sqlite3.h ]; then
    return
  fi
  if ! command -v apt-get >/dev/null 2>&1; then
    say "newsfind needs SQLite's header and library (Debian: libsqlite3-dev). Install them and run this again."
    exit 2
  fi
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      say "newsfind needs libsqlite3-dev, and installing it is not allowed from here. Run this once:"
      say "    sudo apt-get install libsqlite3-dev"
      exit 2
    fi
    as_root=(sudo -n)
  fi
  say "Installing libsqlite3-dev…"
  "${as_root[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq libsqlite3-dev >&2
}

require_swift
require_sqlite
