#!/usr/bin/env bash
# Pictures of every screen of the real program, named SCREEN.LANGUAGE.THEME.png. Each screen is a function below:
# a library of its own, a window on it, the keys that lead there.
set -euo pipefail
usage() {
  cat <<'WORDS'
screenshot.sh [OPTIONS]     pictures of every screen, in both languages and themes
  --screen NAME     only this one; a pattern like 'study-*' takes several; may be repeated
  --language zh|en  only this one
  --theme light|dark
                    only this one
  --scale PERCENT   of the display: 100 unless given; other than 100 it is part of the names
  --size WxH        of the window in pixels: 1100x760 times the scale unless given
  --to FOLDER       build/screenshots unless given
  --program FILE    build/bin/rehearse unless given
  --readme          the four pictures of README.md, into gui/
  --list            the names of the screens
WORDS
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
source "$here/display.sh"
source "$here/screens.sh"

program=$root/build/bin/rehearse
pictures=$root/build/screenshots
wanted=() languages=(zh en) themes=(light dark) scale=100 size='' for_readme=

while (($#)); do
  case $1 in
    --screen) wanted+=("$2") ;;
    --language) languages=("$2") ;;
    --theme) themes=("$2") ;;
    --scale) scale=$2 ;;
    --size) size=$2 ;;
    --to) pictures=$2 ;;
    --program) program=$(realpath "$2") ;;
    --readme) for_readme=yes; shift; continue ;;
    --list) screens; exit 0 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift 2 || { usage >&2; exit 2; }
done
need_tools
if [[ -n $for_readme ]]; then
  wanted=(today study-answer import-review statistics) languages=(en) themes=(light) scale=100 size=''
fi
[[ -n $size ]] || size=$((1100 * scale / 100))x$((760 * scale / 100))
mkdir -p "$pictures"

scratch=$(mktemp -d)
trap 'end_everything; rm -rf "$scratch"' EXIT

is_wanted() {
  local pattern
  ((${#wanted[@]})) || return 0
  # shellcheck disable=SC2053  # a pattern on purpose
  for pattern in "${wanted[@]}"; do [[ $1 != $pattern ]] || return 0; done
  return 1
}

# Runs in a shell of its own: a screen that fails leaves the others alone.
# $1: screen  $2: language  $3: theme
take_picture() {
  trap end_program EXIT
  set -e
  language=$2
  export REHEARSE_THEME=$3
  # For the program only: a shell complains about a language the system does not have.
  case $2 in
    zh) run=(env -u LC_ALL LC_MESSAGES=zh_CN.UTF-8) ;;
    en) run=(env -u LC_ALL LC_MESSAGES=en_GB.UTF-8) ;;
  esac
  local suffix=
  ((scale == 100)) || suffix=.$scale
  library=$scratch/library
  rm -rf "$library"
  "screen_${1//-/_}"
  picture "$pictures/$1.$2.$3$suffix.png"
}

start_display $((96 * scale / 100)) "$size"
if ((scale != 100)); then echo "Xft.dpi: $((96 * scale / 100))" | timeout 10 xrdb -merge; fi
taken=0 failed=()
for screen in $(screens); do
  is_wanted "$screen" || continue
  for language in "${languages[@]}"; do
    for theme in "${themes[@]}"; do
      set +e
      (take_picture "$screen" "$language" "$theme")
      code=$?
      set -e
      ((code == 0)) && taken=$((taken + 1)) || failed+=("$screen.$language.$theme")
    done
  done
done
if [[ -n $for_readme ]]; then
  for pair in today:today study:study-answer import:import-review statistics:statistics; do
    # Few colours: a third of the size.
    convert "$pictures/${pair#*:}.en.light.png" +dither -colors 128 "png8:$root/gui/${pair%:*}.png"
  done
fi
echo "$taken pictures in $pictures"
if ((${#failed[@]})); then
  printf 'failed: %s\n' "${failed[@]}"
  exit 1
fi
