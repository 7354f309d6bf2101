#!/usr/bin/env bash
# The window is killed at random moments while keys are typed into it: afterwards the library is whole, and every
# answer whose card had given way to the next one on the screen is there.
#   kill_test.sh PROGRAM [ROUNDS [SEED]]
set -euo pipefail
program=$1
rounds=${2:-4}
RANDOM=${3:-$$}
seed=${3:-$$}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/display.sh"
need_tools

scratch=$(mktemp -d)
trap 'end_everything; rm -rf "$scratch"' EXIT
library=$scratch/library
echo "seed $seed"

fail() {
  echo "FAILED in round $round (seed $seed, $kind): $*"
  exit 1
}
stat_of() { "$program" --library "$library" stats --json | grep -o "\"$1\": *[0-9]*" | grep -o '[0-9]*$'; }
# $1: title  $2: questions
write_deck() {
  printf '<!-- rehearse: 1 -->\n# %s\n' "$1"
  local number
  for ((number = 1; number <= $2; ++number)); do
    printf '### %s 第 %d 问？\n- **要点一**：说明\n- **要点二**：说明\n' "$1" "$number"
  done
}
# The keys go on while the program is killed: those that come too late go nowhere.
type_on() {
  (for ((i = 0; i < 30; ++i)); do press "$@" || exit 0; done) >/dev/null 2>&1 &
  typing_process=$!
}
# After up to most of a second.
kill_window() {
  sleep "0.$(printf %03d $((RANDOM % 800)))"
  kill -9 "$program_process"
  wait "$program_process" 2>/dev/null || true
  program_process=
  kill "$typing_process" 2>/dev/null || true
  wait "$typing_process" 2>/dev/null || true
}

write_deck 学习 400 >"$scratch/deck.md"
"$program" --library "$library" import "$scratch/deck.md" >/dev/null
"$program" --library "$library" settings --new 400 --minutes 120 >/dev/null
start_display 96

acknowledged=0
imports=0
for ((round = 1; round <= rounds; ++round)); do
  kinds=(study editor import interview)
  kind=${kinds[round % 4]}
  arguments=()
  if [[ $kind == import ]]; then
    imports=$((imports + 1))
    write_deck "第 $imports 批" 4000 >"$scratch/large.md"
    arguments=("$scratch/large.md")
  fi
  open_window --library "$library" "${arguments[@]}"
  picture "$scratch/rest.png"
  case $kind in
    study)
      press Return
      picture "$scratch/rest.png"
      answers=$((RANDOM % 3 + 1))
      for ((i = 0; i < answers; ++i)); do press a Return; done
      picture "$scratch/rest.png"
      acknowledged=$((acknowledged + answers))
      type_on a Return ;;
    editor)
      press ctrl+2
      picture "$scratch/rest.png"
      press Return
      picture "$scratch/rest.png"
      xdotool type --delay 20 " kept$round"
      press ctrl+s
      picture "$scratch/rest.png"
      type_on x ctrl+s ;;
    import) type_on Return ;;
    interview)
      press ctrl+3
      picture "$scratch/rest.png"
      press Return  # from here on a clock runs: the picture never comes to rest
      for turn in {1..100}; do
        [[ -s $library/interview.json ]] && break
        sleep 0.1
      done
      press space 2 2
      type_on Return space ;;
  esac
  kill_window
  reviews=$(stat_of reviews)
  ((reviews >= acknowledged)) || fail "$acknowledged answers were acknowledged, $reviews are there"
  acknowledged=$reviews
  "$program" --library "$library" check >"$scratch/check" || fail "$(cat "$scratch/check")"
  case $kind in
    editor)
      "$program" --library "$library" search --json "kept$round" | grep -q "kept$round" ||
        fail "an edit that was saved is gone" ;;
    import)
      questions=$("$program" --library "$library" decks | sed -n "s/^第 $imports 批: \([0-9]*\) questions.*/\1/p")
      ((${questions:-4000} == 4000)) || fail "$questions of 4000 questions were imported" ;;
    interview)
      [[ -s $library/interview.json ]] || fail "the interview that was going on is gone" ;;
  esac
  echo "ok: round $round, $kind: $reviews answers"
done
