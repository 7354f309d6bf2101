#!/usr/bin/env bash
# Chinese is typed into the real program through a real input method: fcitx5 with pinyin.
#   input_method_test.sh PROGRAM FOLDER     FOLDER gets the pictures
# What the field holds is read from the clipboard, after selecting and copying it by keys.
set -euo pipefail
program=$1
pictures=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/display.sh"
need_tools
for tool in fcitx5 fcitx5-remote dbus-run-session xclip; do
  command -v "$tool" >/dev/null || leave_skipped "$tool is not installed"
done
[[ -e /usr/share/fcitx5/inputmethod/pinyin.conf ]] || leave_skipped "fcitx5 has no pinyin: fcitx5-pinyin is not installed"
# A bus of its own: on the desktop's there may be another input method, and it is somebody's.
[[ ${3:-} == on-own-bus ]] ||
  exec dbus-run-session --config-file="$here/private_bus.conf" -- "${BASH_SOURCE[0]}" "$program" "$pictures" on-own-bus

scratch=$(mktemp -d)
input_method=
end_test() {
  if [[ $input_method ]]; then
    kill "$input_method" 2>/dev/null || true
    wait "$input_method" 2>/dev/null || true  # it writes what it learnt
  fi
  end_everything
  rm -rf "$scratch"
}
trap end_test EXIT
mkdir -p "$pictures"
library=$scratch/library
failures=0

# Tries a condition until it holds. $1: what is waited for  the rest: a command
wait_until() {
  local what=$1 turn
  shift
  for turn in {1..300}; do
    "$@" && return 0
    sleep 0.1
  done
  picture "$pictures/input-method-failed.png"
  tail -n 5 "$scratch/input-method.log" "$scratch/program.log"
  echo "FAILED: waited in vain: $what"
  exit 1
}

start_input_method() {
  export XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data XDG_CACHE_HOME=$scratch/cache
  export XDG_RUNTIME_DIR=$scratch/run LC_ALL=C.UTF-8 XMODIFIERS=@im=fcitx
  mkdir -p "$XDG_CONFIG_HOME/fcitx5" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
  mkdir -m 700 "$XDG_RUNTIME_DIR"
  printf '%s\n' '[Behavior]' ActiveByDefault=True >"$XDG_CONFIG_HOME/fcitx5/config"
  printf '%s\n' '[Groups/0]' Name=Default 'Default Layout=us' DefaultIM=pinyin '[Groups/0/Items/0]' \
    Name=keyboard-us '[Groups/0/Items/1]' Name=pinyin '[GroupOrder]' 0=Default >"$XDG_CONFIG_HOME/fcitx5/profile"
  fcitx5 --disable=wayland,waylandim >"$scratch/input-method.log" 2>&1 &
  input_method=$!
  wait_until "fcitx5 answers" is_input_method_running
}

is_input_method_running() { fcitx5-remote >/dev/null 2>&1; }
is_pinyin_active() { [[ $(fcitx5-remote 2>/dev/null) == 2 && $(fcitx5-remote -n 2>/dev/null) == pinyin ]]; }
# The candidates are a window of the input method's.
is_composing() { xdotool search --onlyvisible --pid "$input_method" >/dev/null 2>&1; }
is_not_composing() { ! is_composing; }

# The whole display looks the same three times in a row: the last letter is composed too.
seen_before='' seen_again=''
is_at_rest() {
  local now
  now=$(import -window root rgb:- | cksum)
  [[ $now == "$seen_before" && $now == "$seen_again" ]] && return 0
  seen_before=$seen_again seen_again=$now
  return 1
}

compose() {
  press "$@"
  wait_until "candidates for $*" is_composing
  wait_until "the display at rest" is_at_rest
}
# Keys that end the composing.
finish_with() {
  press "$@"
  wait_until "the end of composing after $*" is_not_composing
}

clipboard() { timeout 5 xclip -selection clipboard -out 2>/dev/null || true; }
is_copied() { [[ $(clipboard) != nothing-yet ]]; }
# Selects and copies all that the field holds; the caret goes to its end again.
field_text() {
  printf nothing-yet | xclip -selection clipboard -in
  press ctrl+a ctrl+c End
  wait_until "the field's text on the clipboard" is_copied
  clipboard
}

# $1: what was done  $2: what the field should hold then
expect_field() {
  local text
  text=$(field_text) || { echo "$text"; exit 1; }
  if [[ $text == "$2" ]]; then
    echo "ok: $1 ($text)"
  else
    echo "FAILED: $1: expected $2, got $text"
    failures=$((failures + 1))
  fi
}

printf '%s\n' '<!-- rehearse: 1 -->' '# 输入法' '' '### 怎么打招呼？' '' '**答案**：你好' >"$scratch/deck.md"
"$program" --library "$library" import "$scratch/deck.md" >/dev/null

start_display 96
start_input_method
open_window --library "$library"
press Return
wait_until "pinyin is active in the window" is_pinyin_active

compose n i h a o
picture "$pictures/input-method-composing.png"
finish_with space
expect_field "a word that was composed arrives" 你好

compose h a
finish_with BackSpace BackSpace
expect_field "Backspace while composing takes letters of the word being composed alone" 你好

compose h a
xdotool mousemove --window "$window" 300 300 click 1 mousemove 4000 4000
finish_with BackSpace BackSpace
expect_field "the same after a click into the window" 你好

compose s h i
finish_with Return
expect_field "Enter while composing gives the letters and does not leave the field" 你好shi

press BackSpace BackSpace BackSpace
expect_field "Backspace after it takes what stands in the field" 你好

compose h a o
xdotool windowfocus "$(xdotool search --maxdepth 0 --name '.*' | head -n 1)"
wait_until "the end of composing when the window lost the focus" is_not_composing
timeout 10 xdotool windowfocus --sync "$window"
wait_until "pinyin is active in the window again" is_pinyin_active
press BackSpace
expect_field "a Backspace after the focus was lost and came back is the field's" 你

compose h a o
finish_with 1
expect_field "a digit chooses a candidate" 你好
press ctrl+a ctrl+x ctrl+v ctrl+v
expect_field "what was cut is pasted at once" 你好你好
press ctrl+z
expect_field "and one paste is taken back" 你好
picture "$pictures/input-method-typed.png"

# An update or a fault ends it while the window is open: keys are keys from then on.
kill "$input_method"
wait "$input_method" 2>/dev/null || true
input_method=
press x
expect_field "a key after the input method has gone" 你好x
press BackSpace
expect_field "and Backspace" 你好

press Return
picture "$pictures/input-method-checked.png"
press Return
picture "$pictures/input-method-done.png"
close_window
answers=$("$program" --library "$library" stats --json | grep -o '"reviews": *[0-9]*' | grep -o '[0-9]*$')
if [[ $answers != 1 ]]; then
  echo "FAILED: the answer is not stored: $answers answers"
  failures=$((failures + 1))
fi
((failures == 0))
