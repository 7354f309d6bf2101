#!/usr/bin/env bash
# A manual page tells of every command and every option the program has, and of no others, and nothing in it is
# wrong for those who set it.
#   man_page.sh PROGRAM PAGE
set -euo pipefail
program=$1
page=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

# The commands listed in what the program says to --help, with the words given before them.
commands_of() { "$program" "$@" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'; }
options_of() { "$program" "$@" --help | grep -oE -- '--[a-z-]+'; }

{
  options_of
  for command in $(commands_of); do
    options_of "$command"
    for part in $(commands_of "$command"); do options_of "$command" "$part"; done
  done
} | sort -u >"$scratch/options"
commands_of | sort >"$scratch/commands"
[[ -s $scratch/commands ]] || { echo "no commands were found in the help"; exit 1; }

# An entry begins with a command in bold: in mdoc(7) and in man(7).
awk 'before == ".TP" || /^\.It Cm / { sub(/^(\.It Cm |\\fB)/, ""); if (match($0, /^[a-z]+/)) print substr($0, 1, RLENGTH) }
     { before = $0 }' "$page" | sort -u >"$scratch/commands-in-page"
sed -E 's/Fl \\-/--/g; s/\\-/-/g' "$page" | grep -oE -- '--[a-z][a-z-]*' | sort -u >"$scratch/options-in-page"

failed=0
for what in commands options; do
  diff -u --label "in the program" --label "in the page" "$scratch/$what" "$scratch/$what-in-page" || failed=1
done

if command -v man >/dev/null; then
  man --warnings --local-file "$page" >/dev/null 2>"$scratch/warnings" || failed=1
  if [[ -s $scratch/warnings ]]; then cat "$scratch/warnings"; failed=1; fi
fi
if command -v mandoc >/dev/null; then mandoc -T lint -W warning "$page" || failed=1; fi
exit "$failed"
