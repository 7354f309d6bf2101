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

# The words of the unit are the program's: it starts with them.
read -ra start < <(sed -n 's|^ExecStart=/usr/bin/rehearse-sync ||p' "$folder/rehearse-sync.service" | tail -1)
"$program" "${start[@]}" --help >/dev/null

if command -v systemd-analyze >/dev/null; then
  sed "s|/usr/bin/rehearse-sync|$program|" "$folder/rehearse-sync.service" >"$scratch/rehearse-sync.service"
  systemd-analyze verify --man=no "$scratch/rehearse-sync.service"
  # Tenths of its scale from 0, nothing open, to 10.
  if systemd-analyze security --help | grep -q -- --offline; then
    systemd-analyze security --offline=true --threshold=20 --no-pager "$scratch/rehearse-sync.service" >"$scratch/rating" ||
      { cat "$scratch/rating"; exit 1; }
  fi
fi

if command -v nginx >/dev/null; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=sync.example.org \
    -keyout "$scratch/privkey.pem" -out "$scratch/fullchain.pem" 2>/dev/null
  sed "s|/etc/letsencrypt/live/sync.example.org|$scratch|" "$folder/nginx.conf" >"$scratch/site.conf"
  printf 'pid %s/pid; error_log stderr; events {}\nhttp { access_log off; include %s/site.conf; }\n' "$scratch" "$scratch" \
    >"$scratch/nginx.conf"
  nginx -t -q -c "$scratch/nginx.conf"
fi
