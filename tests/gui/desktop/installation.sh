#!/usr/bin/env bash
# What `cmake --install` puts down is whole: the program finds its decks beside itself, and a desktop understands the
# rest. What this system has no tool for is left to the others.
#   installation.sh BUILD_FOLDER
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/usr
cmake --install "$1" --prefix "$root" >/dev/null

expected='bin/rehearse
bin/rehearse-sync
lib/systemd/system/rehearse-sync.service
lib/systemd/system/rehearse-sync@.service
lib/sysusers.d/rehearse-sync.conf
share/applications/rehearse.desktop
share/bash-completion/completions/rehearse
share/bash-completion/completions/rehearse-sync
share/doc/rehearse-sync/CHANGELOG.md
share/doc/rehearse-sync/LICENSE
share/doc/rehearse-sync/README.md
share/doc/rehearse-sync/nginx.conf
share/doc/rehearse-sync/rehearse-sync.default
share/doc/rehearse/CHANGELOG.md
share/doc/rehearse/LICENSE
share/doc/rehearse/README.md
share/doc/rehearse/decks/README.md
share/doc/rehearse/gui/import.png
share/doc/rehearse/gui/statistics.png
share/doc/rehearse/gui/study.png
share/doc/rehearse/gui/today.png
share/icons/hicolor/128x128/apps/rehearse.png
share/icons/hicolor/16x16/apps/rehearse.png
share/icons/hicolor/256x256/apps/rehearse.png
share/icons/hicolor/32x32/apps/rehearse.png
share/icons/hicolor/48x48/apps/rehearse.png
share/icons/hicolor/64x64/apps/rehearse.png
share/icons/hicolor/scalable/apps/rehearse.svg
share/man/man1/rehearse-sync.1
share/man/man1/rehearse.1
share/man/zh_CN/man1/rehearse-sync.1
share/man/zh_CN/man1/rehearse.1
share/mime/packages/rehearse.xml
share/zsh/site-functions/_rehearse
share/zsh/site-functions/_rehearse-sync'
diff -u <(echo "$expected") <(cd "$root" && find . -type f -printf '%P\n' | grep -v '^share/rehearse/decks/' | LC_ALL=C sort)

# A library that is empty starts with the decks that were installed.
run() { env -u DISPLAY -u WAYLAND_DISPLAY "$root/bin/rehearse" --library "$scratch/library" "$@" </dev/null; }
run >"$scratch/said" 2>&1 || { cat "$scratch/said"; exit 1; }
decks=$(run decks --json | grep -c '"id"')
files=$(find "$root/share/rehearse/decks" -name '*.md' | wc -l)
((decks == files && files > 0)) || { echo "$files decks are installed, $decks were found"; exit 1; }

if command -v desktop-file-validate >/dev/null; then desktop-file-validate "$root/share/applications/rehearse.desktop"; fi
python3 - "$root/share" <<'PYTHON'
import struct, sys, xml.dom.minidom
share = sys.argv[1]
declared = {node.getAttribute("type")
            for node in xml.dom.minidom.parse(share + "/mime/packages/rehearse.xml").getElementsByTagName("mime-type")}
with open(share + "/applications/rehearse.desktop", encoding="utf-8") as file:
    opened = next(line for line in file if line.startswith("MimeType=")).strip()[9:].split(";")
assert declared <= set(opened), f"no menu entry opens {declared - set(opened)}"
for size in 16, 32, 48, 64, 128, 256:
    with open(f"{share}/icons/hicolor/{size}x{size}/apps/rehearse.png", "rb") as file:
        assert struct.unpack(">II", file.read(24)[16:]) == (size, size), f"the icon of {size} pixels has another size"
xml.dom.minidom.parse(share + "/icons/hicolor/scalable/apps/rehearse.svg")
PYTHON

# Which files are decks, by the rules desktops go by.
if command -v update-mime-database >/dev/null && command -v gio >/dev/null; then
  update-mime-database "$root/share/mime" 2>/dev/null
  printf '<!-- rehearse: 1 -->\n# A\n' >"$scratch/remark"
  printf -- '---\ntitle: A\nrehearse: 1\n---\n' >"$scratch/matter"
  printf -- '---\ntitle: A\n---\n' >"$scratch/other"
  printf '# A\n' >"$scratch/name.deck.md"
  for file in remark:yes matter:yes name.deck.md:yes other:no; do
    kind=$(XDG_DATA_HOME=$root/share gio info -a standard::content-type "$scratch/${file%:*}" | grep -c text/x-rehearse-deck || true)
    [[ ${file#*:}$kind == yes1 || ${file#*:}$kind == no0 ]] || { echo "${file%:*} is taken for a deck: $kind"; exit 1; }
  done
fi
