#!/usr/bin/env bash
# What a page tells its reader to type, from the clone to the installed program, in a system that has nothing yet but
# git and sudo. Every line that begins with `$ ` in a block fenced as console is typed as it stands.
#   readme_commands.sh PAGE      as root, in the repository
# What is cloned is what was committed. ./dev test is left out: it is the same on every machine, and takes the longest.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../expect.sh"
source "$here/system.sh"
apart "${BASH_SOURCE[0]}" "$@"
scratch=$(mktemp -d)
root=$scratch/system
trap remove_system EXIT

make_system git sudo
git -c safe.directory="$PWD" bundle create -q "$root/srv/repository" HEAD
in_system useradd --create-home --shell /bin/bash learner
echo 'learner ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/learner"
# apt asks before it installs; the learner says yes.
echo 'APT::Get::Assume-Yes "true";' >"$root/etc/apt/apt.conf.d/91yes"
# What sudo needs to become somebody.
learner() { in_system setpriv --reuid learner --regid learner --init-groups env HOME=/home/learner USER=learner "$@"; }

{
  echo 'set -euo pipefail; cd ~'
  awk '/^```console/ { typed = 1; next }  /^```/ { typed = 0 }  typed && sub(/^\$ /, "") && !/^\.\/dev test/' "$1" |
    sed 's|REPOSITORY|/srv/repository|' | while IFS= read -r line; do printf 'echo %q\n%s\n' "\$ $line" "$line"; done
} >"$root/srv/typed"
[[ $(grep -c '^echo' "$root/srv/typed") -ge 4 ]] || { echo "too few commands were found in $1"; exit 1; }
learner bash /srv/typed </dev/null

echo "-- what is there now"
expect "installed for everybody" "$(learner /usr/bin/rehearse --version)" "$(learner /home/learner/rehearse/build/bin/rehearse --version)"
expect "and for the learner alone" "$(learner /home/learner/.local/bin/rehearse --version)" "$(learner /usr/bin/rehearse --version)"
expect "a card is studied" "$(learner rehearse study --limit 1 <<<A1 2>&1 | tail -n 1)" "studied 1"
((failures == 0))
