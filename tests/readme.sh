#!/usr/bin/env bash
# Runs what a Markdown page tells its reader to type: readme.sh PAGE PROGRAM_FOLDER DECKS_FOLDER
#
# Every block fenced as ```sh is run, in order, in one scratch folder in which rehearse, build/bin/ and decks/ are
# found. A block fenced as ```markdown FILE is written to that file first, for the commands that read it. What must
# not be run by a test (cloning, ./dev) stands in ```console blocks.
set -euo pipefail
page=$(realpath "$1")
programs=$(realpath "$2")
decks=$(realpath "$3")
if [[ ! -e $page ]]; then
  echo "skipped: there is no $(basename "$page")"
  exit
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/work/build" "$scratch/home"
ln -s "$programs" "$scratch/work/build/bin"
ln -s "$decks" "$scratch/work/decks"
cd "$scratch/work"

awk -v script="$scratch/commands.sh" '
  /^```/ && fence == "" {
    fence = $1
    if (fence == "```sh") { print "echo \"-- line " NR + 1 "\"" > script; blocks++ }
    file = fence == "```markdown" ? $2 : ""
    next
  }
  /^```$/ { fence = ""; next }
  fence == "```sh" { print > script }
  file != "" && fence != "" { print > file }
  END { exit blocks == 0 }
' "$page" || { echo "nothing in $page is fenced as sh" >&2; exit 1; }

env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_DATA_HOME -u REHEARSE_LIBRARY HOME="$scratch/home" \
  PATH="$programs:$PATH" bash -euxo pipefail "$scratch/commands.sh" </dev/null
