# Sourced by the other scripts: makes sure that what newsfind is built with is here.
# Debian's packages are installed where they are missing; the Swift toolchain has to be there.

say() { printf '%s\n' "$*" >&2; }

require_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "newsfind is written in Swift and needs a Swift toolchain, 6.2 or later, on the PATH."
    say "See https://www.swift.org/install/linux"
    exit 2
  fi
}

# The Debian packages that newsfind is built with, each with a header of it.
packages="libsqlite3-dev:sqlite3.h libzstd-dev:zdict.h libxml2-dev:libxml2/libxml/parser.h libarchive-dev:archive.h zlib1g-dev:zlib.h liblzma-dev:lzma.h libbz2-dev:bzlib.h"

require_packages() {
  local missing=() package as_root=()
  for package in $packages; do
    printf '#include <%s>\n' "${package#*:}" | clang -E -x c - >/dev/null 2>&1 ||
      [ -e "/usr/include/${package#*:}" ] || missing+=("${package%%:*}")
  done
  # SwiftPM asks it where libxml2's headers are.
  command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
  [ "${#missing[@]}" -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "newsfind needs the headers and libraries that Debian calls ${missing[*]}. Install them and run this again."
    exit 2
  fi
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      say "newsfind needs ${missing[*]}, and installing it is not allowed from here. Run this once:"
      say "    sudo apt-get install ${missing[*]}"
      exit 2
    fi
    as_root=(sudo -n)
  fi
  say "Installing ${missing[*]}…"
  "${as_root[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >&2
}

require_swift
require_packages
