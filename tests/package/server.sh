# shellcheck shell=bash disable=SC2154  # $scratch, $root and $alone are system.sh's
# Sourced by try.sh: the sync server under its unit file, where no systemd runs.

unit() { sed -n "s/^$1=//p" "$root/usr/lib/systemd/system/rehearse-sync.service"; }

# Starts what ExecStart says as systemd would: as the unit's user, with its folder, its environment and the options of
# the administrator's file, and waits until it is ready.
start_server() {
  local user folder environment options command
  user=$(unit User)
  folder=$root/var/lib/$(unit StateDirectory)
  in_system install --directory --mode="$(unit StateDirectoryMode)" --owner="$user" --group="$user" "${folder#"$root"}"
  options=$(unit EnvironmentFile)
  mapfile -t environment < <({ unit Environment; grep -v '^#' "$root${options#-}"; } | xargs -n 1)
  # Of a name that is given twice the later counts, as in systemd.
  options=$(printf '%s\n' "${environment[@]}" | sed -n 's/^REHEARSE_SYNC_SERVE=//p' | tail -n 1)
  command=$(unit ExecStart)
  read -ra command <<<"${command/\$REHEARSE_SYNC_SERVE/$options}"
  "${alone[@]}" chroot --userspec="$user:$user" "$root" env -i PATH=/usr/local/bin:/usr/bin:/bin "${environment[@]}" \
    "${command[@]}" >"$scratch/server.log" 2>&1 &
  server_process=$!
  for _ in {1..300}; do
    [[ $(server_says /readyz 2>/dev/null) != *' 200 '*ready* ]] || { echo "ok: the server serves: ${command[*]}"; return 0; }
    sleep 0.1
  done
  cat "$scratch/server.log"
  echo "FAILED: the server was not ready within half a minute"
  exit 1
}

# What it answers at a path.
server_says() {
  "${alone[@]}" bash -c 'exec 3<>/dev/tcp/127.0.0.1/8420
    printf "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" "$1" >&3; cat <&3' - "$1"
}

# As systemd stops it.
stop_server() {
  [[ ${server_process:-} ]] || return 0
  local code=0
  kill -TERM "$server_process"
  wait "$server_process" || code=$?
  server_process=
  expect "the server ends when it is told to" "$code" 0
}

# Another command, as an administrator types it.
at_server() { in_system rehearse-sync --data /var/lib/rehearse-sync "$@"; }

invite() { sed -n 's/^there is no account yet.*: //p' "$scratch/server.log"; }

# $1: a user of the system  $2…: more of the command
sign_in() {
  printf 'correct horse battery\n' | as "$1" rehearse login http://127.0.0.1:8420 --user learner --device "$1" "${@:2}" >/dev/null
  as "$1" rehearse sync >/dev/null
}
