# shellcheck shell=bash disable=SC2154  # $scratch and $program are the caller's
# Sourced by the windowed scripts: a display of their own, the program on it, keys and pictures.
# Needs Xvfb, xdotool, python3 and import (ImageMagick); skips in words without them.

leave_skipped() {
  echo "skipped: $*"
  exit 77
}

need_tools() {
  local tool
  for tool in Xvfb xdotool python3 import; do
    command -v "$tool" >/dev/null || leave_skipped "$tool is not installed"
  done
  fc-list ':lang=zh-cn' family 2>/dev/null | grep -q . || leave_skipped "no font for Chinese is installed"
}

# Starts a display with a number nobody else has and points DISPLAY at it. $1: dots per inch  $2: its size.
# -noreset: without it the server starts over when its last client leaves, and the next one may fail.
start_display() {
  local numbers=$scratch/display-$1
  rm -f "$numbers"
  mkfifo "$numbers"
  Xvfb -displayfd 3 -noreset -nolisten tcp -screen 0 "${2:-1280x900}x24" -dpi "$1" 3>"$numbers" 2>"$scratch/xvfb.log" &
  display_process=$!
  local number
  read -r -t 20 number <"$numbers" || { cat "$scratch/xvfb.log"; echo "the display did not start"; exit 1; }
  export DISPLAY=:$number
  unset WAYLAND_DISPLAY
}

stop_display() {
  [[ -n ${display_process:-} ]] || return 0
  kill "$display_process" 2>/dev/null || true
  wait "$display_process" 2>/dev/null || true
  display_process=
}

run=()  # a command to run the program by
# Opens the window with the arguments given and waits until it can take keys.
open_window() {
  "${run[@]}" "$program" "$@" >"$scratch/program.log" 2>&1 &
  program_process=$!
  find_window
}

# The program's window, once it is there and takes keys. A program that begins anew has another one than before.
find_window() {
  window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$program_process" 2>/dev/null | head -n 1) || true
  if [[ -z $window ]]; then
    cat "$scratch/program.log"
    echo "no window appeared"
    exit 1
  fi
  timeout 10 xdotool windowfocus --sync "$window"
  xdotool mousemove 4000 4000  # out of the way: what the pointer is over looks different
}

# Closes the window by its key (no window manager is there to ask it) and waits for the program to end well.
close_window() {
  press ctrl+q
  local code=0
  wait "$program_process" || code=$?
  program_process=
  if ((code != 0)); then
    cat "$scratch/program.log"
    echo "the program ended with $code"
    exit 1
  fi
}

# Without asking the program: for what shows nothing any more.
end_program() {
  [[ -n ${program_process:-} ]] || return 0
  kill "$program_process" 2>/dev/null || true
  wait "$program_process" 2>/dev/null || true
  program_process=
}

end_everything() {
  end_program
  stop_display
}

press() { timeout 30 xdotool key --delay 30 "$@"; }

# Processor time of the program so far, in hundredths of a second, and whether it sleeps.
program_state() { awk '{sub(/^.*\) /, ""); print $1, $12 + $13}' "/proc/$program_process/stat"; }

# Until the program has nothing to do: an idle window costs nothing, but for a caret that blinks.
rest() {
  local state ticks before=-9
  for _ in {1..100}; do
    read -r state ticks <<<"$(program_state)"
    [[ $state == S ]] && ((ticks - before <= 1)) && return 0
    before=$ticks
    sleep 0.15
  done
}

# The picture when two in a row are the same: drawing has come to rest. $1: file.
picture() {
  local before='' now=''
  for _ in {1..40}; do
    rest
    # Without the time of day in it, so that equal pictures are equal files.
    timeout 20 import -window "$window" -define png:exclude-chunks=date,time,tEXt "$1"
    now=$(cksum <"$1")
    [[ $now == "$before" ]] && return 0
    before=$now
    sleep 0.1
  done
  echo "the window never came to rest"
  exit 1
}
