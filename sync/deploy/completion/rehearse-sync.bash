# What bash completes behind `rehearse-sync`: commands, their parts and options as the program's own help tells them;
# file names where there is none of these. zsh reads it too: line is what bash calls words.

_rehearse_sync_help() { LC_ALL=C "${line[0]}" "$@" --help 2>/dev/null; }

_rehearse_sync_commands() { _rehearse_sync_help "$@" | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'; }

_rehearse_sync() {
  local line=("${COMP_WORDS[@]}") word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command=() i=1
  COMPREPLY=()
  # A command and its part, as far as they are typed: `user add`.
  while ((i < COMP_CWORD && ${#command[@]} < 2)); do
    case ${line[i]} in
      --data | --store | --store-file) i=$((i + 1)) ;;
      -*) ;;
      *) command+=("${line[i]}") ;;
    esac
    i=$((i + 1))
  done

  case $before in
    --data | --store-file | --tls) return ;;
    --registration) COMPREPLY=($(compgen -W 'invite open closed' -- "$word")); return ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$(_rehearse_sync_help "${command[@]}" | grep -oE -- '--[a-z-]+' | sort -u)" -- "$word"))
  elif ((${#command[@]} < 2)); then
    COMPREPLY=($(compgen -W "$(_rehearse_sync_commands "${command[@]}")" -- "$word"))
  fi
}

complete -o default -F _rehearse_sync rehearse-sync
