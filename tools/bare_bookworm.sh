#!/usr/bin/env bash
# Shows that ./run works on a fresh Debian 12 with nothing but git: makes one in a folder with debootstrap,
# clones the committed state of this repository into it, starts ./run there and asks /health.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/steps.sh"

usage() {
    cat <<'TEXT'
usage: tools/bare_bookworm.sh [--folder DIR] [--port N] [--tests] [--shell]

  --folder DIR  where the Debian is made (default /tmp/samvei-bookworm; 4 GB; its base is kept for next time)
  --port N      the port that ./run serves on (default 8097)
  --tests       runs ./test there as well
  --shell       leaves you in a shell there at the end
Only root can do this. What this machine needs to reach Debian and npm (name servers, certificates, apt's
proxy) is taken along.
TEXT
}

folder=/tmp/samvei-bookworm port=8097 tests=no shell=no
while [ $# -gt 0 ]; do
    case $1 in
    --folder) folder=$2; shift 2 ;;
    --port) port=$2; shift 2 ;;
    --tests) tests=yes; shift ;;
    --shell) shell=yes; shift ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
    esac
done
[ "$(id -u)" -eq 0 ] || refuse 'Only root can make a Debian in a folder.'
base=$folder/base.tar room=$folder/room

# inside COMMAND...: runs it in the room, with an empty environment as after a fresh login.
inside() { (become_inside "$@"); }
become_inside() {
    exec chroot "$room" /usr/bin/env -i HOME=/root \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" "$@"
}

make_base() {
    command -v debootstrap >/dev/null || apt-get -q -y -o DPkg::Lock::Timeout=600 install debootstrap
    rm -rf "$folder/new"
    debootstrap --variant=minbase bookworm "$folder/new"
    tar -C "$folder/new" -cf "$base.part" .
    mv "$base.part" "$base"
    rm -rf "$folder/new"
}

server=
leave() {
    if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
    # Services that the packages started (PostgreSQL) run inside the room: end those, and only those.
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/root" 2>/dev/null)" = "$room" ]; then kill "${process#/proc/}" 2>/dev/null || true; fi
    done
    for mounted in dev/shm dev/pts dev proc; do umount -l "$room/$mounted" 2>/dev/null || true; done
}

# The room: a fresh copy of the base, with what this machine needs to reach Debian and npm.
make_room() {
    leave
    if mountpoint -q "$room/proc" || mountpoint -q "$room/dev"; then
        echo "$room still has something mounted"; return 1
    fi
    rm -rf "$room"
    mkdir -p "$room"
    tar -C "$room" -xf "$base"
    mount -t proc proc "$room/proc"
    mount --bind /dev "$room/dev"
    mount --make-private "$room/dev" # else what is mounted below it would show outside too
    mount --bind /dev/pts "$room/dev/pts"
    mount -t tmpfs tmpfs "$room/dev/shm"
    cp /etc/resolv.conf /etc/hosts "$room/etc/"
    if [ -f /etc/apt/sources.list.d/debian.sources ]; then
        rm -f "$room/etc/apt/sources.list"
        cp /etc/apt/sources.list.d/debian.sources "$room/etc/apt/sources.list.d/"
    fi
    grep -lE '^ *Acquire::(Check|https?|Retries)' /etc/apt/apt.conf.d/* 2>/dev/null |
        xargs -r cp -t "$room/etc/apt/apt.conf.d/"
    mkdir -p "$room/usr/local/share/ca-certificates" "$room/usr/etc"
    find /usr/local/share/ca-certificates -name '*.crt' -exec cp -t "$room/usr/local/share/ca-certificates" {} +
    inside apt-get -q -y update
    inside apt-get -q -y install --no-install-recommends git ca-certificates
    git clone -q --no-hardlinks "$samvei_root" "$room/root/samvei"
}

mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P) base=$folder/base.tar room=$folder/room
trap leave EXIT
[ -f "$base" ] || step 'Making a bare Debian 12' bare-base make_base
step 'Laying it out with git and a clone' bare-room make_room

healthy() {
    inside python3 -c "import urllib.request as u; print(u.urlopen('http://127.0.0.1:$port/health').read().decode())" \
        2>/dev/null
}

# start_and_stop: ./run until /health answers, and a stop as with Ctrl-C.
start_and_stop() {
    local began=$SECONDS
    become_inside /root/samvei/run --port "$port" &
    server=$!
    until healthy; do
        kill -0 "$server" 2>/dev/null || refuse '--- ./run ended before it served.'
        sleep 0.5
    done
    echo "--- served after $((SECONDS - began)) s"
    kill "$server"
    wait "$server" || refuse "--- the server stopped with exit code $?"
    server=
}

if healthy >/dev/null; then refuse "Something serves port $port already; choose another with --port."; fi
echo "--- ./run --port $port, inside"
start_and_stop
echo '--- a second start'
start_and_stop

if [ "$tests" = yes ]; then
    echo '--- ./test, inside'
    inside /root/samvei/test
fi
if [ "$shell" = yes ]; then inside bash -c 'cd /root/samvei && exec bash'; fi
