#!/usr/bin/env bash
# What a shell offers at the end of a line that was begun: commands, options and arguments as each program's help tells
# them, and names out of the library.
#   completion.sh SHELL BUILD_FOLDER     SHELL: bash or zsh
set -euo pipefail
shell=$1
if ! command -v "$shell" >/dev/null; then
  echo "skipped: $shell is not installed"
  exit 77
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$2" --prefix "$scratch/usr" >/dev/null
PATH=$scratch/usr/bin:$PATH
export REHEARSE_LIBRARY=$scratch/library LC_ALL=C.UTF-8
printf '<!-- rehearse: 1 -->\n# 班组 "夜班"\n### 谁来？\n- **我**：来\n' >"$scratch/a.md"
printf '<!-- rehearse: 1 -->\n# My deck\n### Who?\n- **I**: do\n' >"$scratch/b.md"
rehearse import "$scratch"/*.md >/dev/null
mkdir "$scratch/here"
cd "$scratch/here"  # an empty folder: where nothing else is offered, zsh offers its files
failures=0

# $1: the line, whose last word is completed  $2: what is offered, in order
offers() {
  local offered
  offered=$("$here/offered.$shell" "$scratch/usr/share" "$1" | LC_ALL=C sort | paste -sd ' ')
  if [[ $offered != "$2" ]]; then
    echo "FAILED: '$1' offers '$offered', not '$2'"
    failures=$((failures + 1))
  fi
}

# One of each kind, as they are meant.
offers 'rehearse int' 'interview interviews'
offers 'rehearse --now 2026-12-01T09:30:00+08:00 sch' 'scheduler'
offers 'rehearse stats --d' '--deck'
offers 'rehearse stats --' '--deck --help --json --library --now --version'
offers 'rehearse point ' 'merge move rename split'
offers 'rehearse point rename --de' '--detail'
offers 'rehearse point rename My' 'My\ deck'
offers 'rehearse cards re' 'release reschedule reset'
offers 'rehearse cards bury My' 'My\ deck'
offers 'rehearse plan ' 'My\ deck 班组\ \"夜班\"'
offers 'rehearse publish My' 'My\ deck'
offers 'rehearse study --deck My' 'My\ deck'
offers 'rehearse groups re' 'remove'
offers 'rehearse board friends ' 'join leave'
offers 'rehearse backup ' 'list restore'
offers 'rehearse scheduler ' 'fit fsrs6 sm2'
offers 'rehearse suggestions friends ' 'accept decline withdraw'
offers 'rehearse sing ' ''
offers 'rehearse-sync --data /srv/rehearse se' 'seal serve'
offers 'rehearse-sync user ' 'add delete list password'
offers 'rehearse-sync serve --registration ' 'closed invite open'
offers 'rehearse-sync user add --' '--admin --help --json'

# And all there is: every command and its parts; in bash also every option of each, which zsh takes from the same
# function, at a second for a line.
commands_of() { "$@" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'; }
options_of() { "$@" --help | sed -n '/^Options:/,$p' | sed -n 's/^  .\{0,3\}\(--[a-z-]*\).*/\1/p'; }
joined() { LC_ALL=C sort -u | paste -sd ' '; }
known=0
for program in rehearse rehearse-sync; do
  # Of the whole program: `rehearse` takes them behind a command too.
  everywhere=
  [[ $program == rehearse-sync ]] || everywhere=$(options_of rehearse)
  offers "$program " "$(commands_of "$program" | joined)"
  for command in $(commands_of "$program"); do
    known=$((known + 1))
    parts=$(commands_of "$program" "$command" | joined)
    [[ -z $parts ]] || offers "$program $command " "$parts"
    [[ $shell == bash ]] || continue
    offers "$program $command --" "$({ options_of "$program" "$command"; echo "$everywhere"; } | grep . | joined)"
    for part in $parts; do
      offers "$program $command $part --" "$({ options_of "$program" "$command" "$part"; echo "$everywhere"; } | grep . | joined)"
    done
  done
done
((known > 40)) || { echo "FAILED: only $known commands were found in the help"; exit 1; }
((failures == 0))
