# What bash completes behind `rehearse`: commands and options as the program's own help tells them, and titles of
# decks; file names where there is none of these. zsh reads it too: line is what bash calls words.

_rehearse_help() { LC_ALL=C "${line[0]}" "$@" --help 2>/dev/null; }

_rehearse_commands() { _rehearse_help "$@" | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'; }

# $1: words without blanks
_rehearse_offer() { COMPREPLY=($(compgen -W "$1" -- "$word")); }

# Titles hold blanks: one to a line, and quoted for the command line.
_rehearse_offer_decks() {
  local title
  while IFS= read -r title; do
    if [[ $title == "$word"* ]]; then COMPREPLY+=("$(printf %q "$title")"); fi
  done < <("${line[0]}" decks --json 2>/dev/null </dev/null |
    sed -n '/^ *"name": "/{s///;s/",\{0,1\}$//;s/\\\(.\)/\1/g;p;}')
}

_rehearse() {
  local line=("${COMP_WORDS[@]}") word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local given=() i=1
  COMPREPLY=()
  while ((i < COMP_CWORD)); do
    case ${line[i]} in
      --library | --now) i=$((i + 1)) ;;
      -*) ;;
      *) given+=("${line[i]}") ;;
    esac
    i=$((i + 1))
  done
  # A command and its part, as far as they are typed.
  local command=("${given[@]:0:1}")
  if [[ ${given[0]-} == point ]]; then command=("${given[@]:0:2}"); fi

  case $before in
    --deck) _rehearse_offer_decks; return ;;
    --library | --output | -o | --ca) return ;;
  esac
  if [[ $word == -* ]]; then
    _rehearse_offer "$({ _rehearse_help; _rehearse_help "${command[@]}"; } | grep -oE -- '--[a-z-]+' | sort -u)"
    return
  fi
  case "${given[0]-} ${#given[@]}" in
    ' 0') _rehearse_offer "$(_rehearse_commands)" ;;
    'point 1') _rehearse_offer "$(_rehearse_commands point)" ;;
    'devices 1') _rehearse_offer 'revoke' ;;
    'scheduler 1') _rehearse_offer 'sm2 fsrs6 fit' ;;
    'cards 1') _rehearse_offer 'suspend bury release due reschedule reset forgive' ;;
    'cards 2' | 'point 2') _rehearse_offer_decks ;;
    'export 1' | 'plan 1' | 'date 1' | 'settings 1' | 'interview 1' | 'interviews 1') _rehearse_offer_decks ;;
    'questions 1' | 'edit 1' | 'flag 1' | 'tag 1' | 'example 1') _rehearse_offer_decks ;;
  esac
}

complete -o default -F _rehearse rehearse
