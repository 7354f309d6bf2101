# What bash completes behind `rehearse`: commands, options and arguments as the program's own help tells them, titles
# of decks and names of groups; file names where there is none of these. zsh reads it too: line is what bash calls words.

_rehearse_help() { LC_ALL=C "${line[0]}" "$@" --help 2>/dev/null; }

_rehearse_commands() { _rehearse_help "$@" | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'; }

# The name of an argument of the command, as its usage gives it. $1: which, from 1
_rehearse_argument() {
  _rehearse_help "${command[@]}" | sed -n 's/^Usage: .*\[OPTIONS\]//p' | tr -d '[]' | awk -v place="$1" '{ print $place }'
}

# The words that an argument may be: they begin what the help says of it, "list, or restore; left out: …". $1: its name
_rehearse_choices() {
  _rehearse_help "${command[@]}" | sed -n "/^Arguments:/,/^\$/s/^  $1 [A-Z]*  *//p" |
    sed 's/([^)]*)//g;s/[;:].*//;s/,* or /,/g' | tr ',' '\n' | awk '{ print $1 }'
}

# $1: words without blanks
_rehearse_offer() { COMPREPLY=($(compgen -W "$1" -- "$word")); }

# Names hold blanks: one to a line, and quoted for the command line. $1: decks or groups
_rehearse_offer_names() {
  local name
  while IFS= read -r name; do
    if [[ $name == "$word"* ]]; then COMPREPLY+=("$(printf %q "$name")"); fi
  done < <("${line[0]}" "$1" --json 2>/dev/null </dev/null |
    sed -n '/^ *"name": "/{s///;s/",\{0,1\}$//;s/\\\(.\)/\1/g;p;}')
}

_rehearse() {
  local line=("${COMP_WORDS[@]}") word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local given=() i=1 argument
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
    --deck) _rehearse_offer_names decks; return ;;
    --library | --output | -o | --ca) return ;;
  esac
  if [[ $word == -* ]]; then
    _rehearse_offer "$({ _rehearse_help; _rehearse_help "${command[@]}"; } | grep -oE -- '--[a-z-]+' | sort -u)"
    return
  fi
  case "${given[0]-} ${#given[@]}" in
    ' 0') _rehearse_offer "$(_rehearse_commands)"; return ;;
    'point 1') _rehearse_offer "$(_rehearse_commands point)"; return ;;
  esac
  argument=$(_rehearse_argument $((${#given[@]} - ${#command[@]} + 1)))
  case $argument in
    DECK) _rehearse_offer_names decks ;;
    GROUP) _rehearse_offer_names groups ;;
    ACT | CHOICE) _rehearse_offer "$(_rehearse_choices "$argument")" ;;
  esac
}

complete -o default -F _rehearse rehearse
