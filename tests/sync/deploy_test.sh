#!/usr/bin/env bash
# What is shipped for systemd and nginx, held against the two programs where they are installed.
#   deploy_test.sh FOLDER PROGRAM     FOLDER: sync/deploy; PROGRAM: rehearse-sync
set -euo pipefail
folder=$1 program=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if ! command -v systemd-analyze >/dev/null && ! command -v nginx >/dev/null; then
  echo "skipped: neither systemd nor nginx is installed"
  exit 77
fi

# What the two units let the server do is the same.
rights() { sed -n '/^User=/,$p' "$folder/$1"; }
diff <(rights rehearse-sync.service) <(rights rehearse-sync@.service)

# What an administrator finds in the file is what holds without it.
[[ $(sed -n 's/^REHEARSE_SYNC_SERVE="\(.*\)"$/\1/p' "$folder/rehearse-sync.default") == \
   $(sed -n 's/^.*"REHEARSE_SYNC_SERVE=\(.*\)"$/\1/p' "$folder/rehearse-sync.service") ]]

port=8421
echo postgresql://rehearse@/rehearse >"$scratch/store"
for unit in rehearse-sync.service rehearse-sync@.service; do
  # systemd itself fills in the port, and the folder of the credential.
  named=$scratch/${unit/@/@$port}
  sed "s|^ExecStart=rehearse-sync|ExecStart=$program|" "$folder/$unit" >"$named"
  # The words of the unit are the program's, with the options that stand in it and with each that the file offers.
  while IFS= read -r serve; do
    read -ra start < <(sed -n 's|^ExecStart=rehearse-sync ||p' "$folder/$unit" |
      sed "s|%d|$scratch|; s|%i|$port|; s|\$REHEARSE_SYNC_SERVE|$serve|")
    "$program" "${start[@]}" --help >/dev/null
  done < <(sed -n 's/^.*"REHEARSE_SYNC_SERVE=\(.*\)"$/\1/p' "$folder/$unit"
           sed -n 's/^#*REHEARSE_SYNC_SERVE="\(.*\)"$/\1/p' "$folder/rehearse-sync.default")
  command -v systemd-analyze >/dev/null || continue
  systemd-analyze verify --man=no "$named"
  # Tenths of its scale from 0, nothing open, to 10.
  if systemd-analyze security --help | grep -q -- --offline; then
    systemd-analyze security --offline=true --threshold=20 --no-pager "$named" >"$scratch/rating" ||
      { cat "$scratch/rating"; exit 1; }
  fi
done

if command -v nginx >/dev/null; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=sync.example.org \
    -keyout "$scratch/privkey.pem" -out "$scratch/fullchain.pem" 2>/dev/null
  printf 'pid %s/pid; error_log stderr; events {}\nhttp { access_log off; include %s/site.conf; }\n' "$scratch" "$scratch" \
    >"$scratch/nginx.conf"
  # As it is shipped, and with more servers: their lines are there, and are no comments then.
  for servers in 1 3; do
    sed "s|/etc/letsencrypt/live/sync.example.org|$scratch|" "$folder/nginx.conf" >"$scratch/site.conf"
    ((servers == 1)) || sed -i 's|^  #server |  server |' "$scratch/site.conf"
    (($(grep -c '^  server 127' "$scratch/site.conf") == servers))
    nginx -t -q -c "$scratch/nginx.conf"
  done
fi
