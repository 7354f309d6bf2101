#!/usr/bin/env bash
# The packages in a system that has nothing yet: they bring all they need. A learner studies in a terminal and in a
# window and syncs with the server; newer packages take the place of older ones, and nothing of anybody's is lost; and
# what is purged leaves nothing but the learner's library.
#   try.sh PACKAGES PICTURES      as root
# The display stands outside of the system, so that the packages cannot lean on what the display needs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../expect.sh"
source "$here/system.sh"
source "$here/server.sh"
source "$here/../gui/display.sh"
apart "${BASH_SOURCE[0]}" "$@"
need_tools
packages=$(realpath "$1")
pictures=$(realpath -m "$2")
mkdir -p "$pictures"
scratch=$(mktemp -d)
root=$scratch/system
trap 'end_everything; remove_system' EXIT

# The same packages under an older version, and with a file that the newer ones have no more. What the server's says
# of versions before its own would say it of the older desktop as well.
make_older_packages() {
  local package folder name
  mkdir -p "$root/srv/older" "$root/srv/newer"
  for package in "$packages"/*.deb; do
    folder=$(mktemp -d -p "$scratch")
    dpkg-deb -R "$package" "$folder"
    sed -i 's/^Version: .*/Version: 0.0.1-1/;/^Breaks:/d' "$folder/DEBIAN/control"
    name=$(sed -n 's/^Package: //p' "$folder/DEBIAN/control")
    cp "$package" "$root/srv/newer/$name.deb"
    touch "$folder/usr/share/doc/$name/of-an-older-version"
    dpkg-deb --root-owner-group -b "$folder" "$root/srv/older/$name.deb" >/dev/null
  done
}

version_of() { in_system dpkg-query -f '${Version}' -W "$1"; }
counted() { in_system dpkg-query -f '${Package}\n' -W | wc -l; }

# Every path of the system with the program's name in it; what is the learners' and ours apart.
traces() {
  find "$root" -xdev -path "$root/proc" -prune -o -path "$root/home" -prune -o -path "$root/srv" -prune -o \
    -name '*rehearse*' -printf '/%P\n' | sort
}

make_system
for user in learner second third; do in_system useradd --create-home "$user"; done
make_older_packages

echo "-- installed, the older version"
before=$(counted)
apt "apt installs both packages" install /srv/older/rehearse.deb /srv/older/rehearse-sync.deb
echo "   and $(($(counted) - before - 2)) packages they need or recommend"
expect "its version" "$(version_of rehearse) $(version_of rehearse-sync)" "0.0.1-1 0.0.1-1"
for program in rehearse rehearse-sync; do
  expect "the files of $program are as they were packed" "$(in_system dpkg --verify "$program")" ""
  expect "nothing that $program was linked with is missing" "$(in_system ldd "/usr/bin/$program" | grep -c 'not found' || true)" 0
  for file in man/man1/$program.1.gz man/zh_CN/man1/$program.1.gz bash-completion/completions/$program \
    zsh/vendor-completions/_$program doc/$program/copyright doc/$program/changelog.Debian.gz; do
    [[ -s $root/usr/share/$file ]] || expect "/usr/share/$file" missing there
  done
done
expect "who serves" "$(in_system getent passwd rehearse-sync | cut -d : -f 1,6,7)" rehearse-sync:/var/lib/rehearse-sync:/usr/sbin/nologin
step "systemd takes the units" in_system systemd-analyze verify --man=no rehearse-sync.service rehearse-sync@8421.service
step "an administrator enables the server" in_system systemctl enable rehearse-sync.service
sed -i 's/^REHEARSE_SYNC_SERVE=.*/REHEARSE_SYNC_SERVE="--behind-proxy 127.0.0.1 --requests-per-minute 600"/' "$root/etc/default/rehearse-sync"
options=$(cksum <"$root/etc/default/rehearse-sync")

echo "-- used"
start_network
start_server
# Without a display the first start studies the decks that came with it.
expect "a card studied in the terminal" "$(printf 'A1\n' | as learner rehearse study --limit 1 2>&1 | tail -n 1)" "studied 1"
start_display 96
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
program=rehearse
run=("${alone[@]}" chroot --userspec=learner:learner "$root" env -i HOME=/home/learner PATH=/usr/bin:/bin LANG=zh_CN.UTF-8 "DISPLAY=$DISPLAY")
open_window
picture "$pictures/package-today.png"
press Return a Return
picture "$pictures/package-studied.png"
press Escape
close_window
expect "a card studied in the window" "$(reviews_of learner)" 2
printf '<!-- rehearse: 1 -->\n# 安装\n### 装好了吗？\n- **装好了**：一题\n' >"$root/home/learner/安装.deck.md"
decks=$(as learner rehearse decks --json | grep -c '"id"')
open_window /home/learner/安装.deck.md
picture "$pictures/package-file.png"
press Return
picture "$pictures/package-kept.png"
close_window
expect "a deck opened from the file manager and kept" "$(as learner rehearse decks --json | grep -c '"id"')" $((decks + 1))
step "the first account, by the invite that the server prints, and a sync" sign_in learner --invite "$(invite)"
step "a second computer signs in and syncs" sign_in second
expect "what was studied is there too" "$(reviews_of second)" 2
ops=$(at_server check | sed 's/.*, //')

echo "-- upgraded"
stop_server
apt "apt installs the newer version over it" install /srv/newer/rehearse.deb /srv/newer/rehearse-sync.deb
version=$(dpkg-deb -f "$root/srv/newer/rehearse.deb" Version)
expect "its version" "$(version_of rehearse) $(version_of rehearse-sync)" "$version $version"
expect "what the programs say it is" "$(as learner rehearse --version), $(at_server --version)" "rehearse ${version%-*}, rehearse-sync ${version%-*}"
expect "what the older version alone had is gone" "$(find "$root/usr" -name of-an-older-version)" ""
expect "the administrator's options are as they were" "$(cksum <"$root/etc/default/rehearse-sync")" "$options"
expect "the library is as it was" "$(reviews_of learner)" 2
expect "the server's data is as it was" "$(at_server check)" "sound: 1 account, $ops"
start_server
expect "a card studied in the terminal" "$(printf 'A1\n' | as learner rehearse study --limit 1 2>&1 | tail -n 1)" "studied 1"
for who in learner second; do step "$who syncs, still signed in" as "$who" rehearse sync; done
expect "the second computer has the new answer" "$(reviews_of second)" 3
expect "all data is the server's own" "$(find "$root/var/lib/rehearse-sync" -printf '%U\n' | sort -u)" "$(in_system id -u rehearse-sync)"
stop_server

echo "-- removed and purged"
apt "apt removes both" remove rehearse rehearse-sync
expect "the server's data and options stay" \
  "$(cd "$root" && ls -d var/lib/rehearse-sync/server.sqlite etc/default/rehearse-sync | paste -sd ' ')" \
  "etc/default/rehearse-sync var/lib/rehearse-sync/server.sqlite"
apt "apt purges both" purge rehearse rehearse-sync
expect "what is left" "$(traces)" ""
expect "the server's user is gone" "$(in_system getent passwd rehearse-sync | wc -l)" 0
expect "the learner's library is still there" "$(find "$root/home/learner" -name library.sqlite | wc -l)" 1

echo "-- the newer version alone, and the archive"
apt "apt installs it where nothing is" install /srv/newer/rehearse.deb
expect "the old library is taken up" "$(reviews_of learner)" 3
apt "apt purges it" purge rehearse
tar -xzf "$packages"/*.tar.gz -C "$root/usr/local" --strip-components=1
expect "the archive in /usr/local finds its decks" "$(as third /usr/local/bin/rehearse study --limit 1 <<<A1 2>&1 | tail -n 1)" "studied 1"
expect "and holds the server" "$(as third /usr/local/bin/rehearse-sync --version)" "rehearse-sync ${version%-*}"
step "systemd makes its user" in_system systemd-sysusers
step "and finds its units" in_system systemd-analyze verify --man=no rehearse-sync.service

stop_display
chown -R --reference "$(dirname "$pictures")" "$pictures"  # the folder's owner may throw them away again
((failures == 0)) || { echo "$failures of the steps failed"; exit 1; }
echo "every step passed"
