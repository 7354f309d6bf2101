#!/usr/bin/env bash
# The real program in a real window: study three cards by keyboard, close, open again, and the progress is there.
#   window_test.sh PROGRAM FOLDER     FOLDER gets the pictures
set -euo pipefail
program=$1
pictures=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../expect.sh"
source "$here/display.sh"
need_tools

scratch=$(mktemp -d)
trap 'end_everything; rm -rf "$scratch"' EXIT
mkdir -p "$pictures"
library=$scratch/library

# $1: a field of `stats --json`
stat_of() { "$program" --library "$library" stats --json | grep -o "\"$1\": *[0-9]*" | grep -o '[0-9]*$'; }

# Share of one processor over the seconds given, in hundredths of a per cent. From the process's own count of
# ticks, so that other programs on a busy machine do not matter.
cpu_share() {
  local before after
  before=$(awk '{print $14 + $15}' "/proc/$program_process/stat")
  sleep "$1"
  after=$(awk '{print $14 + $15}' "/proc/$program_process/stat")
  echo $(((after - before) * 10000 / ($(getconf CLK_TCK) * $1)))
}

"$program" --library "$library" import "$here/sample_deck.md" >/dev/null
expect "the deck has cards and nothing was answered" "$(stat_of reviews)" 0

start_display 96
open_window --library "$library"
picture "$pictures/window-today.png"
press Return
picture "$pictures/window-question.png"
press space 1 space 2 2 space
picture "$pictures/window-study.png"
press a Return            # an open question
press 3 Return Return     # a choice: choose, check, go on
press 5 0 Return Return   # a blank: type, check, go on
picture "$pictures/window-fourth.png"
press Escape
picture "$pictures/window-today-later.png"

share=$(cpu_share 5)
echo "idle: 0.$(printf %02d "$share") % of one processor over 5 s"
expect "an idle window costs less than 1 %" "$((share < 100 ? 1 : 0))" 1
close_window
expect "three answers are stored" "$(stat_of reviews)" 3

open_window --library "$library"
picture "$pictures/window-opened-again.png"
press Return
picture "$pictures/window-goes-on.png"
press space Return
picture "$pictures/window-fifth.png"
press ctrl+z
picture "$pictures/window-undone.png"
close_window
expect "an answer that was undone does not count" "$(stat_of reviews)" 3
expect "the library is whole" "$("$program" --library "$library" check --json | grep -o '"ok": *[a-z]*' | grep -o '[a-z]*$')" true

# Files dropped at once: one that is a deck, one that is not there, one with nothing in it.
printf '<!-- rehearse: 1 -->\n# 拖放\n### 拖进来了吗？\n- **来了**：一题\n' >"$scratch/面试 题.md"
printf '{"questions": [' >"$scratch/broken.json"
before=$(stat_of questions)
open_window --library "$library"
python3 "$here/drop_files.py" "$window" "$scratch/面试 题.md" "$scratch/absent.docx" "$scratch/broken.json"
picture "$pictures/window-preview.png"
press Escape
picture "$pictures/window-preview-left.png"
expect "what was dropped and left is not in the library" "$(stat_of questions)" "$before"
python3 "$here/drop_files.py" "$window" "$scratch/面试 题.md" "$scratch/absent.docx" "$scratch/broken.json"
picture "$pictures/window-preview-again.png"
press Return
picture "$pictures/window-imported.png"
share=$(cpu_share 2)
expect "an idle window costs less than 1 % when something was imported" "$((share < 100 ? 1 : 0))" 1
close_window
expect "what was dropped and kept is in the library" "$(stat_of questions)" "$((before + 1))"

# The same by the file's name alone, as a file manager opens it.
printf '<!-- rehearse: 1 -->\n# 双击\n### 打开了吗？\n- **打开了**：一题\n' >"$scratch/双击.md"
before=$(stat_of questions)
open_window --library "$library" "$scratch/双击.md"
picture "$pictures/window-opened-file.png"
press Return
picture "$pictures/window-kept-file.png"
close_window
expect "what was opened and kept is in the library" "$(stat_of questions)" "$((before + 1))"

# Of the pixels: the files differ by their dates anyway.
pixels() { convert "$1" rgb:- | cksum; }
[[ $(pixels "$pictures/window-today.png") == "$(pixels "$pictures/window-opened-again.png")" ]] && same=1 || same=0
expect "Today shows the progress" "$same" 0
((failures == 0))
