#!/usr/bin/env bash
# What goes wrong around a real window: it is closed or ended in the middle of something, the display goes, there is
# no font, no OpenGL, no room, no permission. Each time: words in the learner's language, and nothing lost.
#   faults_test.sh PROGRAM FOLDER     FOLDER gets the pictures
set -euo pipefail
program=$1
pictures=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../expect.sh"
source "$here/display.sh"
need_tools
command -v prlimit >/dev/null || leave_skipped "prlimit is not installed"

scratch=$(mktemp -d)
# What the program said last, where a step ended the script.
trap '(($? == 0 || $? == 77)) || cat "$scratch/program.log"; end_everything; rm -rf "$scratch"' EXIT
mkdir -p "$pictures"
chinese=(env -u LC_ALL -u DBUS_SESSION_BUS_ADDRESS -u XDG_RUNTIME_DIR LC_MESSAGES=zh_CN.UTF-8)
run=("${chinese[@]}")

# $2: a text that is to be in the file $3
expect_words() {
  if grep -qF "$2" "$3"; then
    echo "ok: $1"
  else
    echo "FAILED: $1: no \"$2\" in:"
    cat "$3"
    failures=$((failures + 1))
  fi
}

library=  # of the scenario
begin() {
  library=$scratch/$1
  "$program" --library "$library" import "$here/sample_deck.md" >/dev/null
}
stat_of() { "$program" --library "$library" stats --json | grep -o "\"$1\": *[0-9]*" | grep -o '[0-9]*$'; }
is_sound() { "$program" --library "$library" check --json | grep -o '"ok": *[a-z]*' | grep -o '[a-z]*$'; }
# How many questions have this in their text.
questions_with() { "$program" --library "$library" search --json "$1" | grep -c '"kind": "recall"' || true; }

# Waits for the end of the program, so many seconds at most: $ended is its exit code, or "late".
await_end() {
  local tenths
  for ((tenths = 0; tenths < $1 * 10; ++tenths)); do
    kill -0 "$program_process" 2>/dev/null || break
    sleep 0.1
  done
  ended=0
  if kill -0 "$program_process" 2>/dev/null; then
    kill -9 "$program_process"
    wait "$program_process" 2>/dev/null || true
    ended=late
  else
    wait "$program_process" 2>/dev/null || ended=$?
  fi
  program_process=
}
is_open() { kill -0 "$program_process" 2>/dev/null && echo open || echo closed; }
# Into the editor of the first question of the library, with a text typed there.
type_into_stem() {
  press ctrl+2
  picture "$scratch/rest.png"
  press Return
  picture "$scratch/rest.png"
  xdotool type --delay 30 "$1"
  picture "$scratch/rest.png"
}

start_display 96

# --- closed and ended ---

begin closing
open_window --library "$library"
type_into_stem closingtext
python3 "$here/ask_close.py" "$window"
picture "$pictures/faults-close-asks.png"
expect "the window's button leaves an edit that is not saved alone" "$(is_open)" open
press ctrl+s
picture "$scratch/rest.png"
python3 "$here/ask_close.py" "$window"
await_end 3
expect "and closes the window once it is saved" "$ended" 0
expect "with the edit in the library" "$(questions_with closingtext)" 1

for signal in TERM HUP; do
  begin "signal-$signal"
  open_window --library "$library"
  type_into_stem "signaltext$signal"
  kill -"$signal" "$program_process"
  await_end 3
  expect "SIG$signal ends the window within three seconds" "$ended" 0
  expect "and an edit that was not saved is kept" "$(questions_with "signaltext$signal")" 1
  expect "in a library that is whole" "$(is_sound)" true
done

# A long file: neither the key that leaves it nor the end of the window waits until it is read.
begin reading
{
  printf '<!-- rehearse: 1 -->\n# 很长\n'
  for number in {1..300000}; do
    echo "### 第 $number 件事怎么做才算做完？"
    echo '- **要点一**：先说结论再说理由'
  done
} >"$scratch/long.md"
questions_before=$(stat_of questions)
open_window --library "$library" "$scratch/long.md"
kill -TERM "$program_process"
await_end 3
expect "the window ends within three seconds while a long file is read" "$ended" 0
expect "of which nothing is in the library" "$(stat_of questions)" "$questions_before"

# --- no room, until there is ---

begin room
touch "$library/window.json"
open_window --library "$library"
press Return
picture "$scratch/rest.png"
prlimit --pid "$program_process" --fsize=4096:unlimited
press a Return
picture "$pictures/faults-no-room.png"
expect "an answer without room is not in the library" "$(stat_of reviews)" 0
prlimit --pid "$program_process" --fsize=unlimited:unlimited
press Escape  # the notice
press Return
picture "$scratch/rest.png"
expect "it is once there is room" "$(stat_of reviews)" 1
close_window
expect "in a library that is whole" "$(is_sound)" true

# --- no permission ---

nobody=(setpriv --reuid nobody --regid nogroup --clear-groups)
if ((EUID != 0)) || ! "${nobody[@]}" test -x "$program" 2>/dev/null; then
  echo "skipped: a folder that may not be written: only root can be somebody else"
else
  begin locked
  chmod 755 "$scratch"
  chmod -R a+rX,a-w "$library"
  code=0
  "${nobody[@]}" "${chinese[@]}" "$program" --library "$library" >"$scratch/locked.log" 2>&1 || code=$?
  expect "a library that may not be written is refused" "$code" 1
  expect_words "in words" "没有写入权限" "$scratch/locked.log"
  chmod -R u+w "$library"
fi

# --- a system that lacks something ---

begin lacking
cat >"$scratch/fonts.conf" <<END
<fontconfig><cachedir>$scratch/fonts</cachedir></fontconfig>
END
run=("${chinese[@]}" "FONTCONFIG_FILE=$scratch/fonts.conf")
open_window --library "$library"
picture "$pictures/faults-no-font.png"
press Return
picture "$scratch/rest.png"
close_window
run=("${chinese[@]}")
expect "without any font a window is drawn all the same" "$(is_sound)" true

for language in zh_CN.UTF-8 en_GB.UTF-8; do
  env -u LC_ALL "LC_MESSAGES=$language" MESA_GL_VERSION_OVERRIDE=2.1 timeout 30 "$program" --library "$library" \
    </dev/null >"$scratch/no-opengl-$language" 2>&1 || true
done
expect_words "no OpenGL 3.3 is said in Chinese" "不支持 OpenGL 3.3" "$scratch/no-opengl-zh_CN.UTF-8"
expect_words "and in English" "offers no OpenGL 3.3" "$scratch/no-opengl-en_GB.UTF-8"
expect_words "and one studies in the terminal" "studying in the terminal" "$scratch/no-opengl-en_GB.UTF-8"

# Started by its icon, nobody sees the terminal: the desktop is asked to show it.
mkdir "$scratch/bin"
printf '#!/bin/sh\nprintf "%%s\\n" "$@" >"%s"\n' "$scratch/notified" >"$scratch/bin/notify-send"
chmod +x "$scratch/bin/notify-send"
env -u LC_ALL LC_MESSAGES=zh_CN.UTF-8 "PATH=$scratch/bin:$PATH" "XDG_RUNTIME_DIR=$scratch" MESA_GL_VERSION_OVERRIDE=2.1 \
  timeout 30 "$program" --library "$library" </dev/null >/dev/null 2>&1 || true
expect_words "and the desktop is told" "不支持 OpenGL 3.3" "$scratch/notified"

begin damaged
"$program" --library "$library" backup >/dev/null
printf 'a1\nq\n' | "$program" --library "$library" study --limit 1 >/dev/null
dd if=/dev/zero of="$library/library.sqlite" bs=4096 count=1 conv=notrunc status=none
open_window --library "$library"
rest
press Escape
await_end 10
expect "a damaged library that is left alone ends the program" "$ended" 1
expect "and nothing of it is put aside" "$(ls "$library/backups" | grep -c damaged || true)" 0
open_window --library "$library"
rest
press Return
for _ in {1..100}; do [[ -z $(ls "$library/backups" | grep damaged) ]] || break; sleep 0.1; done
rest
picture "$pictures/faults-mended.png"
press Return
rest
find_window
picture "$pictures/faults-opened.png"
close_window
expect "a damaged library is mended in the window and opened again" "$(is_sound)" true
expect "the damaged file is kept" "$(ls "$library/backups" | grep -c '^damaged-.*sqlite$')" 1

begin display
open_window --library "$library"
press Return
picture "$scratch/rest.png"
press a Return
picture "$scratch/rest.png"
kill -9 "$display_process"
wait "$display_process" 2>/dev/null || true
display_process=
await_end 5
expect "a display that goes away ends the program" "$ended" 1
expect_words "in words" "显示器连接已断开" "$scratch/program.log"
expect "and the answer given is there" "$(stat_of reviews)" 1
expect "in a library that is whole" "$(is_sound)" true

((failures == 0))
