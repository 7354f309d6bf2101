# shellcheck shell=bash disable=SC2154,SC2034
# Sourced by screenshot.sh: every screen of the window, as the keys that lead to it. `screens` lists them.
# $language, $library, $scratch, $root and $size are the caller's.

screens() { declare -F | sed -n 's/^declare -f screen_//p' | tr _ -; }

today=2026-12-02T20:00:00+08:00

rehearse() { timeout 20 "$program" --library "$library" "$@" >/dev/null; }

sample_deck() {
  case $language in
    zh) echo "$here/sample_deck.md" ;;
    en) echo "$here/sample_deck_english.md" ;;
  esac
}

bundled_deck() {
  case $language in
    zh) echo "$root/decks/customer-service-manager.md" ;;
    en) echo "$root/decks/behavioural-interview.md" ;;
  esac
}

deck_name() { sed -n 's/^# //p' "$1" | head -n 1; }

# Ticks of a learner who gets better: a line of keys for each card asked. $1: the day's number
answers_of_day() {
  local card
  for card in {1..24}; do
    case $(((card * 7 + $1 * 3) % 11)) in
      0) echo A12 ;;
      1 | 2) echo A1342 ;;
      3) (($1 % 3)) && echo A123 || echo A ;;
      # In a question with one choice the last digit counts.
      4 | 5) echo A1243567 ;;
      *) echo A1345672 ;;
    esac
  done
  echo q
}

# Four weeks behind it, one evening without study in each, and three mock interviews.
make_studied_library() {
  local day evening
  rehearse --now 2026-11-03T09:00:00+08:00 import "$(bundled_deck)" "$(sample_deck)"
  rehearse --now 2026-11-03T09:05:00+08:00 date "$(deck_name "$(sample_deck)")" 2026-12-18
  for day in {1..30}; do
    ((day % 7 != 5)) || continue
    printf -v evening '2026-11-%02dT20:00:00+08:00' "$day"
    ((day > 2)) || continue
    answers_of_day "$day" | rehearse --now "$evening" study --limit $((7 + day * 5 % 11))
  done
  answers_of_day 31 | rehearse --now 2026-12-01T20:00:00+08:00 study --limit 14
  for day in 12 20 27; do
    # Every item is marked with a digit; k keeps what is marked.
    (echo; for mark in {1..9}; do echo; echo $((day / 9)); echo 2; echo 1; done; echo q; echo k) |
      rehearse --now "2026-11-${day}T21:00:00+08:00" interview --questions 4 "$(deck_name "$(bundled_deck)")" || true
  done
}

copy_studied_library() {
  local kept=$scratch/studied-$language
  [[ -d $kept ]] || library=$kept make_studied_library
  cp -r "$kept" "$library"
}

# A window on a library as the learner left it. $@: more arguments
open_studied() {
  copy_studied_library
  open_sized --now "$today" "$@"
}

# A window a week after a hundred questions were met, on one evening.
open_behind() {
  local title=综合题库 stem=第 point=要点 number
  [[ $language == zh ]] || title='Question bank' stem='Question' point='The point'
  {
    printf -- '---\nrehearse: 1\n---\n\n# %s\n' "$title"
    for number in {1..100}; do printf '\n### %s %s\n\n- **%s %s**\n' "$stem" "$number" "$point" "$number"; done
  } >"$scratch/behind.md"
  rehearse --now 2026-12-02T09:00:00+08:00 import "$scratch/behind.md"
  rehearse --now 2026-12-02T09:00:00+08:00 settings --new 100 --minutes 5
  yes A | head -n 100 | rehearse --now 2026-12-02T20:00:00+08:00 study --limit 100 || true
  open_sized --now 2026-12-09T20:00:00+08:00
}

# A window on the sample deck alone, nothing of it studied.
open_fresh() {
  rehearse --now "$today" import "$(sample_deck)"
  open_sized --now "$today"
}

# A window on the sample deck that is synced with a server of its own, as another computer's is; both have
# edited the first question. The clock is the computer's: a server compares it.
open_synced() {
  local other=$scratch/other server_log=$scratch/server.log url invite deck
  rm -rf "$other" "$scratch/server" "$server_log"
  deck=$(deck_name "$(sample_deck)")
  rehearse import "$(sample_deck)"
  # It ends with the display's scripts at the latest.
  timeout 60 "${program%/*}/rehearse-sync" --data "$scratch/server" serve --port 0 --json >"$server_log" 2>&1 &
  server_process=$!
  for _ in {1..100}; do grep -qs '"url"' "$server_log" && break; sleep 0.1; done
  url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$server_log" | head -n 1)
  invite=$(sed -n 's/.*"invite":"\([^"]*\)".*/\1/p' "$server_log" | head -n 1)
  echo 'correct horse battery staple' | rehearse login "$url" --user anna --invite "$invite" --device laptop
  rehearse sync
  echo 'correct horse battery staple' | library=$other rehearse login "$url" --user anna --device tower
  library=$other rehearse sync
  local here='加了一层缓存，哪些事变简单了？' there='加了一层缓存之后，会冒出哪些新问题？'
  [[ $language == zh ]] || here='A cache is put in front of the database. What gets simpler?'
  [[ $language == zh ]] || there='A cache is put in front of the database. Which problems are new?'
  rehearse edit "$deck" 1 --stem "$here"
  library=$other rehearse edit "$deck" 1 --stem "$there"
  library=$other rehearse sync
  rehearse sync
  open_sized
  sleep 2
}

# A library that was backed up yesterday, answered in since, and whose file was damaged then. $1: what of it: the
# last answer, or the beginning of the file
damage_library() {
  copy_studied_library
  rehearse --now 2026-12-01T22:00:00+08:00 backup
  answers_of_day 2 | rehearse --now "$today" study --limit 6
  python3 - "$library/library.sqlite" "$1" <<'PYTHON'
import sqlite3, sys
path, part = sys.argv[1:]
if part == "beginning":
    with open(path, "r+b") as file:
        file.write(bytes(4096))
else:
    with sqlite3.connect(path) as library:
        library.execute("UPDATE op SET line = CAST(line || x'7f' AS BLOB) WHERE position = (SELECT max(position) FROM op)")
PYTHON
}

# The window in place of a library whose file cannot be read as one.
open_damaged() {
  damage_library beginning
  open_sized --now "$today"
  sleep 1
}

choose_in_palette() {
  press ctrl+k
  type_text "$1"
  press_slowly Return
}

# The same, its first question read three days ago and asked again now.
open_met() {
  rehearse --now 2026-11-29T19:00:00+08:00 import "$(sample_deck)"
  echo A | rehearse --now 2026-11-29T20:00:00+08:00 study --limit 1
  rehearse --now 2026-11-29T20:00:00+08:00 settings --new 0
  open_sized --now "$today"
  press Return
}

# A window on the same deck where the third point was missed after a good week: it comes back alone.
open_missed() {
  rehearse --now 2026-11-20T19:00:00+08:00 import "$(sample_deck)"
  echo A | rehearse --now 2026-11-20T20:00:00+08:00 study --limit 1
  rehearse --now 2026-11-20T20:00:00+08:00 settings --new 0
  echo A12345 | rehearse --now 2026-11-21T20:00:00+08:00 study --limit 1
  echo A1245 | rehearse --now 2026-11-27T20:00:00+08:00 study --limit 1
  open_sized --now 2026-11-28T20:00:00+08:00
  press Return
}

open_sized() {
  open_window --library "$library" "$@"
  timeout 10 xdotool windowsize "$window" "${size%x*}" "${size#*x}"
  picture "$scratch/opened.png"  # what is pressed before is lost
}

type_text() { timeout 20 xdotool type --delay 40 "$1"; }

# Of any script: by the clipboard. $1: Chinese  $2: English
paste_text() {
  local text=$2
  [[ $language == en ]] || text=$1
  # What serves the clipboard ends with the window's display.
  printf %s "$text" | timeout 10 xclip -selection clipboard
  press ctrl+v
}

# Key after key, each of them seen in a picture of the window.
press_slowly() {
  local key
  for key in "$@"; do
    press "$key"
    sleep 0.2
  done
}

# ---- the first start, and today ----

screen_welcome() { open_sized --now "$today"; }
# Where the system names no language.
screen_welcome_language() { run=(env -u LC_ALL LC_MESSAGES=C); open_sized --now "$today"; }
# Past the language, the decks and the button below them.
screen_welcome_date() {
  local stops=$(($(ls decks/*.md | grep -vc README) + 3))
  open_sized --now "$today"
  press $(printf 'Tab %.0s' $(seq $stops)) Right Right
}
screen_today() { open_studied; }
screen_today_fresh() { open_fresh; }
screen_today_date() { open_studied; press Down Down ctrl+d; }
screen_today_custom() { open_studied; press ctrl+Return; }
screen_today_backlog() { open_behind; }
screen_today_spread() { open_behind; press ctrl+b; }

# ---- study ----

screen_study_question() { open_met; }
screen_study_answer() { open_met; press space 1 space 2 2 space 3; }
screen_study_grades() { open_met; press a 1 2 2 3 5 i; }
screen_study_typing() { open_met; press F2; paste_text "$typed_chinese" "$typed_english"; }
screen_study_checked() { open_met; press F2; paste_text "$typed_chinese" "$typed_english"; press ctrl+Return; }
screen_study_new() { open_fresh; press Return space space; }
screen_study_choice() { open_fresh; press Return a Return 2; }
screen_study_choice_wrong() { open_fresh; press Return a Return 2 Return; }
screen_study_blank() { open_fresh; press Return a Return 3 Return Return; type_text 5; }
screen_study_code() { open_fresh; press Return a Return 3 Return Return 5 0 Return Return a; }
screen_study_menu() { open_met; press ctrl+m; }
screen_study_reason() { open_met; press ctrl+w; }
screen_study_example() { open_met; press a ctrl+n; paste_text "$typed_chinese" "$typed_english"; }
screen_study_point() { open_missed; }
screen_study_answer_code() { open_fresh; press Return; read_sample; press a; press_slowly Next; }
screen_study_summary() { open_fresh; press Return; read_sample; press a Return; }

typed_chinese='读会变快，九成以上的请求在内存里就能回答，不用每次查库。难的是失效：改了库却忘了清缓存，用户就看到旧值。'
typed_english='Reads get fast, because hot rows come from memory. The hard part is invalidation: forget the cache on a write and it serves old values.'

# Through the sample deck up to its last question.
read_sample() {
  press a Return 3 Return Return 5 0 Return Return a Return 2 Return Return
  press a Return a Return
}

# ---- mock interview ----

screen_interview() { open_studied; press ctrl+3; }
screen_interview_question() { open_studied; press ctrl+3 Return; }
screen_interview_marking() { open_studied; press ctrl+3 Return space 2 1; }
screen_interview_report() { open_studied; press ctrl+3 Down Return; }

# ---- library ----

screen_library() { open_studied; press ctrl+2; }
screen_library_search() { open_studied; press ctrl+2 ctrl+f; type_text is:; }
screen_library_found() { open_studied; press ctrl+2 ctrl+f; paste_text 投诉 feedback; }
screen_library_acts() { open_studied; press ctrl+2 space Down space F2; }
screen_library_deck() { open_studied; press ctrl+2 Left Down ctrl+d; }
screen_library_duplicates() { open_studied; press ctrl+2 Left Down Down Down Return; }
screen_editor() { open_studied; press ctrl+2 Return; }
screen_editor_points() { open_studied; press ctrl+2 Return; press_slowly Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab; }
screen_editor_history() { open_studied; press ctrl+2 Return ctrl+h; }

# ---- import ----

screen_import_picker() {
  mkdir -p "$scratch/home"
  cp -r "$root"/tests/data/documents/first/e*.* "$root/decks" "$scratch/home"
  HOME=$scratch/home open_studied
  press ctrl+o
}
screen_import_review() { open_studied "$(import_sample)"; }
screen_import_doubts() { open_studied "$root/tests/data/documents/first/ocr_hotel.txt"; press F3; }
screen_imported() { open_studied "$(import_sample)"; press Return; }

import_sample() {
  case $language in
    zh) echo "$root/tests/data/documents/first/outline_supply_chain.txt" ;;
    en) echo "$root/tests/data/documents/first/english_star_customer_success.md" ;;
  esac
}

# ---- the other places, and what lies over all of them ----

screen_statistics() { open_studied; press ctrl+4; }
screen_statistics_2() { open_studied; press ctrl+4; press_slowly Next; }
screen_statistics_3() { open_studied; press ctrl+4; press_slowly Next Next; }
screen_statistics_4() { open_studied; press ctrl+4; press_slowly Next Next Next Next; }
screen_groups() { open_studied; press ctrl+5; }
screen_settings() { open_studied; press ctrl+6; }
screen_settings_2() { open_studied; press ctrl+6; press_slowly Next; }
screen_settings_3() { open_studied; press ctrl+6; press_slowly Next Next; }
screen_settings_4() { open_studied; press ctrl+6; press_slowly Next Next Next Next; }
screen_settings_sign_in() { open_studied; press ctrl+6; choose_in_palette 'sign in'; }
screen_settings_synced() { open_synced; press ctrl+6; choose_in_palette 'sync now'; sleep 1; }
screen_settings_devices() { open_synced; press ctrl+6; choose_in_palette 'show devices'; sleep 1; }
screen_settings_sign_out() { open_synced; press ctrl+6; choose_in_palette 'sign out'; }
screen_library_conflict() { open_synced; press ctrl+2 ctrl+f; type_text is:conflict; }
screen_editor_conflict() { open_synced; press ctrl+2 ctrl+f; type_text is:conflict; press_slowly Return Return; }
screen_editor_versions() { open_synced; press ctrl+2 ctrl+f; type_text is:conflict; press_slowly Return Return ctrl+h; }
screen_keys() { open_studied; press Return F1; }
screen_palette() { open_studied; press ctrl+k; }
screen_palette_search() { open_studied; press ctrl+k; type_text st; }
screen_damage_notice() { damage_library answer; open_sized --now "$today"; sleep 2; }
screen_rescue() { open_damaged; }
screen_rescue_mended() { open_damaged; press Return; sleep 2; }
screen_rescue_opened() { open_damaged; press Return; sleep 2; press Return; sleep 2; }
