#!/usr/bin/env bash
# What bash offers at the end of a line that was begun.
#   completion.sh PROGRAM COMPLETION
set -euo pipefail
PATH=$(dirname "$1"):$PATH
source "$2"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export REHEARSE_LIBRARY=$scratch/library
printf '<!-- rehearse: 1 -->\n# 班组 "夜班"\n### 谁来？\n- **我**：来\n' >"$scratch/a.md"
printf '<!-- rehearse: 1 -->\n# My deck\n### Who?\n- **I**: do\n' >"$scratch/b.md"
rehearse import "$scratch"/*.md >/dev/null
failures=0

# $1: the line, whose last word is completed  $2: what is offered, in order
offers() {
  local line=$1 offered
  read -ra COMP_WORDS <<<"$line"
  if [[ $line == *' ' ]]; then COMP_WORDS+=(''); fi
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _rehearse
  offered=$(printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | paste -sd ' ')
  if [[ $offered != "$2" ]]; then
    echo "FAILED: '$line' offers '$offered', not '$2'"
    failures=$((failures + 1))
  fi
}

offers 'rehearse int' 'interview interviews'
offers 'rehearse --now 2026-12-01T09:30:00+08:00 sch' 'scheduler'
offers 'rehearse stats --d' '--deck'
offers 'rehearse stats --' '--deck --help --json --library --now --version'
offers 'rehearse point ' 'merge move rename split'
offers 'rehearse point rename --de' '--detail'
offers 'rehearse point rename My' 'My\ deck'
offers 'rehearse cards re' 'release reschedule reset'
offers 'rehearse plan ' 'My\ deck 班组\ \"夜班\"'
offers 'rehearse study --deck My' 'My\ deck'
offers 'rehearse import ' ''
offers 'rehearse sing ' ''
((failures == 0))
