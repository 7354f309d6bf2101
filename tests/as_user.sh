#!/usr/bin/env bash
# Runs a command as a person would: not as root, with an empty home and a temporary folder of its own, and with no
# display. Root may read and write everything, so that what a person is refused can only be seen from here; and
# most servers do not start as root at all.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/home" "$scratch/tmp"

command=("$@")
drop=(setpriv --reuid nobody --regid nogroup --clear-groups)
if ((EUID != 0)) || ! "${drop[@]}" true 2>/dev/null; then
  drop=()
else
  chown -R nobody:nogroup "$scratch"
  if [[ $1 == */* ]] && ! "${drop[@]}" test -x "$1"; then
    # A build under /root or a closed home: nobody gets a copy of what was built.
    cp -r "$(dirname "$1")" "$scratch/bin"
    command[0]=$scratch/bin/$(basename "$1")
  fi
fi
cd "$scratch/home"
env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_DATA_HOME -u REHEARSE_LIBRARY HOME="$scratch/home" TMPDIR="$scratch/tmp" \
  "${drop[@]}" "${command[@]}"
