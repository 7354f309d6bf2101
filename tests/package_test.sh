#!/usr/bin/env bash
# The package in a system that has nothing yet: it brings all it needs, studies in a terminal and in a window, and
# leaves nothing behind but the learner's library.
#   package_test.sh PACKAGE PICTURES      as root
# The system is a folder that debootstrap fills with the release of Debian this is run on. The display stands outside
# of it, so that the package cannot lean on what the display needs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
package=$(realpath "$1")
pictures=$(realpath -m "$2")
((EUID == 0)) || { echo "package_test.sh: a system in a folder needs root"; exit 1; }
# Mounts and processes of its own: whatever happens, none outlives the test.
[[ ${APART:-} ]] ||
  APART=yes exec unshare --mount --propagation unchanged --pid --fork --kill-child --mount-proc "${BASH_SOURCE[0]}" "$@"
mount --make-rprivate / 2>/dev/null || true  # refused in a folder that is a system itself, such as this test makes

source "$here/gui/display.sh"
need_tools
scratch=$(mktemp -d)
root=$scratch/system
# Without its mounts first: what is bound into the system is not ours to remove.
trap 'end_everything; umount -l "$root"/{proc,dev/shm,tmp/.X11-unix} 2>/dev/null || true; rm -rf --one-file-system "$scratch"' EXIT
mkdir -p "$pictures"
failures=0

expect() {
  if [[ $2 == "$3" ]]; then echo "ok: $1 ($2)"; else
    echo "FAILED: $1: expected $3, got $2"
    failures=$((failures + 1))
  fi
}

in_system() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# $1…: a command, as the learner types it.
as_learner=(chroot --userspec=learner:learner "$root" env -i HOME=/home/learner PATH=/usr/bin:/bin)
learner() { "${as_learner[@]}" LANG=C.UTF-8 "$@"; }

make_system() {
  local release mirror
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
  debootstrap --variant=minbase "$release" "$root" "$mirror" >"$scratch/debootstrap.log" 2>&1 ||
    { tail "$scratch/debootstrap.log"; exit 1; }
  # The way to the mirror, as this machine goes it.
  apt-config dump Acquire >"$root/etc/apt/apt.conf.d/90way"
  local file
  for file in /etc/resolv.conf /etc/hosts; do [[ ! -e $file ]] || cat "$file" >"$root$file"; done
  mkdir -p "$root/dev/shm" "$root/tmp/.X11-unix"
  mount -t proc proc "$root/proc"
  mount -t tmpfs shm "$root/dev/shm"
  in_system useradd --create-home learner
}

# Every path of the system with the program's name in it, the learner's own apart.
traces() { find "$root" -xdev -path "$root/proc" -prune -o -path "$root/home" -prune -o -name '*rehearse*' -printf '/%P\n' | sort; }

make_system
before=$(in_system dpkg-query -f '${Package}\n' -W | wc -l)
cp "$package" "$root/tmp/rehearse.deb"
in_system apt-get -qq update
in_system apt-get -qq -y -o Dpkg::Use-Pty=0 install /tmp/rehearse.deb >"$scratch/apt.log" 2>&1 || { tail -n 20 "$scratch/apt.log"; exit 1; }
rm "$root/tmp/rehearse.deb"
echo "installed: rehearse and $(($(in_system dpkg-query -f '${Package}\n' -W | wc -l) - before - 1)) packages it needs or recommends"

version=$(in_system dpkg-query -f '${Version}' -W rehearse)
expect "the version" "$(learner rehearse --version)" "rehearse ${version%-*}"
expect "the files are as they were packed" "$(in_system dpkg --verify rehearse)" ""
expect "nothing it was linked with is missing" "$(in_system ldd /usr/bin/rehearse | grep -c 'not found' || true)" 0

# Without a display the first start studies the decks that came with it.
expect "a card studied in the terminal" "$(printf 'A1\n' | learner rehearse study --limit 1 2>&1 | tail -n 1)" "studied 1"

start_display 96
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
program=rehearse
run=("${as_learner[@]}" LANG=zh_CN.UTF-8 "DISPLAY=$DISPLAY")
open_window
picture "$pictures/package-today.png"
close_window

printf '<!-- rehearse: 1 -->\n# 安装\n### 装好了吗？\n- **装好了**：一题\n' >"$root/home/learner/安装.deck.md"
decks=$(learner rehearse decks --json | grep -c '"id"')
open_window /home/learner/安装.deck.md
picture "$pictures/package-file.png"
press Return
picture "$pictures/package-kept.png"
close_window
stop_display
umount "$root/tmp/.X11-unix"
expect "a deck opened from the file manager and kept" "$(learner rehearse decks --json | grep -c '"id"')" $((decks + 1))

in_system apt-get -qq -y purge rehearse >"$scratch/apt.log" 2>&1 || { tail -n 20 "$scratch/apt.log"; exit 1; }
expect "what is left when it is removed" "$(traces)" ""
chown -R --reference "$(dirname "$pictures")" "$pictures"  # the folder's owner may throw them away again
expect "the learner's library is still there" "$(find "$root/home/learner" -name library.sqlite | wc -l)" 1
((failures == 0))
