# shellcheck shell=bash
# Sourced by the scripts beside it: a Debian in a folder, of the release this is run on, that has nothing yet.
# $scratch is the caller's; $root is the system.

# Mounts and processes of our own: whatever happens, none outlives the script. $@: the script and its arguments
apart() {
  ((EUID == 0)) || { echo "$(basename "$1"): a system in a folder needs root"; exit 1; }
  [[ ${APART:-} ]] ||
    APART=yes exec unshare --mount --propagation unchanged --pid --fork --kill-child --mount-proc "$@"
  mount --make-rprivate / 2>/dev/null || true  # refused in a folder that is a system itself, such as is made here
}

# What a step printed is shown only if it failed. $1: the step in words  $2…: a command
step() {
  local said=$scratch/step.log
  if "${@:2}" >"$said" 2>&1 </dev/null; then echo "ok: $1"; else
    echo "FAILED: $1"
    tail -n 30 "$said"
    exit 1
  fi
}

# $1…: more packages than the least there can be
make_system() {
  local release mirror file more
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
  more=$(IFS=,; echo "$*")
  root=$scratch/system
  step "a fresh Debian $release" debootstrap --variant=minbase ${more:+--include="$more"} "$release" "$root" "$mirror"
  # The way to the mirror, as this machine goes it.
  apt-config dump Acquire >"$root/etc/apt/apt.conf.d/90way"
  for file in /etc/resolv.conf /etc/hosts; do [[ ! -e $file ]] || cat "$file" >"$root$file"; done
  mkdir -p "$root/dev/shm" "$root/tmp/.X11-unix"
  mount -t proc proc "$root/proc"
  mount -t tmpfs shm "$root/dev/shm"
  in_system apt-get -qq update
}

# Without its mounts first: what is bound into the system is not ours to remove.
remove_system() {
  umount -l "$root"/{proc,dev/shm,tmp/.X11-unix} 2>/dev/null || true
  rm -rf --one-file-system "$scratch"
}

in_system() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

# apt as an administrator types it. $1: the step in words  $2…: what apt does
apt() { step "$1" in_system apt-get -qq -y -o Dpkg::Use-Pty=0 "${@:2}"; }

# ---- what runs in the system, once all is installed ----

# A network of its own: the server's port is nobody else's there, and nothing goes further than this machine.
start_network() {
  unshare --net sleep infinity &
  local process=$! lead=(nsenter --net="/proc/$!/ns/net")
  until [[ $(readlink "/proc/$process/ns/net") != "$(readlink /proc/self/ns/net)" ]]; do sleep 0.05; done
  # SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP: the loopback of a new network is down.
  "${lead[@]}" python3 -c '
import fcntl, socket, struct
name, request = b"lo", socket.socket()
flags, = struct.unpack("16xh", fcntl.ioctl(request, 0x8913, struct.pack("16sh", name, 0))[:18])
fcntl.ioctl(request, 0x8914, struct.pack("16sh", name, flags | 1))'
  alone=("${lead[@]}")
}

# $1: a user of the system  $2…: a command, as he types it
as() { "${alone[@]}" chroot --userspec="$1:$1" "$root" env -i HOME="/home/$1" PATH=/usr/bin:/bin LANG=C.UTF-8 "${@:2}"; }

reviews_of() { as "$1" rehearse stats --json | sed -n 's/^ *"reviews": \([0-9]*\),*$/\1/p'; }
