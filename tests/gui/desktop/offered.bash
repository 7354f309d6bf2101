#!/usr/bin/env bash
# What bash offers at the end of a line, one to a line.  offered.bash SHARE LINE
set -euo pipefail
read -ra COMP_WORDS <<<"$2"
if [[ $2 == *' ' ]]; then COMP_WORDS+=(''); fi
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
source "$1/bash-completion/completions/${COMP_WORDS[0]}"
# The function that the file named for the program.
"$(complete -p "${COMP_WORDS[0]}" | sed 's/.* -F \([^ ]*\) .*/\1/')"
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
