# shellcheck shell=bash
# Sourced by scripts that try the program from outside: a line for each thing that is as it should be, and a count of
# those that are not. The script fails at its end where ((failures > 0)).

failures=0

# $1: what is looked at, in words  $2: what it is  $3: what it should be
expect() {
  if [[ $2 == "$3" ]]; then
    echo "ok: $1${2:+ ($2)}"
  else
    echo "FAILED: $1: expected $3, got $2"
    failures=$((failures + 1))
  fi
}
