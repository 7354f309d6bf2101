#!/usr/bin/env bash
# Pictures of every screen of the real program, in both languages and themes, at 100 and 200 %.
#   screenshot.sh FOLDER [PROGRAM]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
pictures=$1
program=${2:-$root/build/bin/rehearse}
source "$here/display.sh"
need_tools
documents=$root/tests/data/documents/first
mkdir -p "$pictures"

scratch=$(mktemp -d)
trap 'end_everything; rm -rf "$scratch"' EXIT

# A library with a week behind it: some answers well remembered, some not.
make_library() {
  rm -rf "$scratch/library"
  "$program" --library "$scratch/library" --now 2026-12-01T09:00:00+08:00 import "$here/sample_deck.md" >/dev/null
  printf 'a1234\n3\n\n50\n\na12\n2\n\na\na123\n' |
    "$program" --library "$scratch/library" --now 2026-12-01T09:05:00+08:00 study >/dev/null
  "$program" --library "$scratch/library" --now 2026-12-01T09:00:00+08:00 import "$root"/decks/*-*.md >/dev/null
}

# $1: language, as in LC_MESSAGES  $2: theme  $3: what the pictures' names begin with
take_pictures() {
  make_library
  export REHEARSE_THEME=$2
  # For the program only: a shell complains about a language the system does not have.
  run=(env -u LC_ALL "LC_MESSAGES=$1")
  open_window --library "$scratch/library" --now 2026-12-02T20:00:00+08:00
  picture "$pictures/$3-today.png"
  press Down Down Down Return
  picture "$pictures/$3-question.png"
  press space space 1 2 space
  picture "$pictures/$3-study.png"
  press a 3 3 4 4 4 i
  picture "$pictures/$3-grades.png"
  press alt+5 Next
  picture "$pictures/$3-notes.png"
  press F1
  picture "$pictures/$3-keys.png"
  press Escape Return
  picture "$pictures/$3-second.png"
  press Escape
  python3 "$here/drop_files.py" "$window" "$documents/ocr_hotel.txt" "$documents/outline_supply_chain.txt" \
    "$documents/absent.docx"
  picture "$pictures/$3-import.png"
  press Return
  picture "$pictures/$3-imported.png"
  close_window
}

for scale in 1 2; do
  start_display $((96 * scale)) $((1280 * scale))x$((900 * scale))
  if ((scale > 1)); then echo "Xft.dpi: $((96 * scale))" | xrdb -merge; fi
  take_pictures zh_CN.UTF-8 light "zh-light-${scale}x"
  take_pictures en_GB.UTF-8 dark "en-dark-${scale}x"
  if ((scale == 1)); then
    take_pictures zh_CN.UTF-8 dark zh-dark-1x
    take_pictures en_GB.UTF-8 light en-light-1x
  fi
  stop_display
done
ls "$pictures"
