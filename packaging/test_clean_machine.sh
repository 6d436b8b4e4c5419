#!/usr/bin/env bash
# Proves on a bare Debian 12 (debootstrap's minbase, Python 3.11, pip, no screen) that a fresh clone
# needs two commands: python3 dev.py run and python3 dev.py test.
#
#   sudo packaging/test_clean_machine.sh [EMPTY-FOLDER]
#
# Needs debootstrap and git. Works in a folder of its own (default: a new one under /tmp, about 3 GB)
# and removes it. What the host uses to reach the network (certificates, pip's and apt's settings,
# an index on disk) is lent to the clean machine; nothing else is.
set -euo pipefail

project=$(cd "$(dirname "$0")/.." && pwd)
machine=${1:-$(mktemp -d /tmp/qpdesk-clean.XXXXXX)}
home="/home/asa/Åsas öppna planer"
mounted=()

say() { printf '\n=== %s (%d s)\n' "$*" "$SECONDS"; }
fail() {
    printf 'NOT CLEAN: %s\n' "$*" >&2
    exit 1
}

leave() {
    local place
    for place in "${mounted[@]}"; do umount --recursive --lazy "$place" || true; done
    if grep -q " $machine/" /proc/mounts; then
        echo "Something is still mounted below $machine; it is left in place." >&2
    else
        rm -rf --one-file-system "$machine"
    fi
}

lend() { # a folder of the host's, read-only
    mkdir -p "$machine$1"
    mount --bind "$1" "$machine$1"
    mounted=("$machine$1" "${mounted[@]}")
    mount -o remount,bind,ro "$machine$1"
}

build_machine() {
    chmod 755 "$machine" # it becomes the machine's root, which everybody must be able to enter
    debootstrap --variant=minbase --include=python3,python3-pip,ca-certificates bookworm \
        "$machine" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >/dev/null
    chroot "$machine" useradd --create-home --shell /bin/bash asa
    cp -L /etc/resolv.conf /etc/hosts "$machine/etc/"
    cp -L /etc/ssl/certs/ca-certificates.crt "$machine/etc/ssl/certs/"
    if [ -e /etc/pip.conf ]; then cp /etc/pip.conf "$machine/etc/"; fi
    grep -lE '^ *Acquire::' /etc/apt/apt.conf.d/* 2>/dev/null |
        xargs -r cp -t "$machine/etc/apt/apt.conf.d/"
    mount -t proc proc "$machine/proc"
    mounted=("$machine/proc")
    mount --rbind /dev "$machine/dev"
    mount --make-rslave "$machine/dev"
    mounted=("$machine/dev" "${mounted[@]}")
    local folder
    for folder in $(pip_folders); do lend "$folder"; done
}

pip_folders() { # where pip has been told to look on disk
    python3 -m pip config list 2>/dev/null | grep -E 'index-url|find-links' |
        grep -oE "(file://)?/[^ ']+" | sed 's#^file://##' | sort -u |
        while read -r folder; do if [ -d "$folder" ]; then dirname "$folder/x"; fi; done
}

as() { # as USER FOLDER COMMAND... on the clean machine, with nothing of ours in the environment
    local user=$1 folder=$2
    shift 2
    local settings=()
    mapfile -t settings < <(env | grep -E '^(PIP_[A-Z_]+|SSL_CERT_FILE|https?_proxy|no_proxy)=')
    chroot --userspec="$user" "$machine" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        HOME="$(chroot "$machine" getent passwd "$user" | cut -d: -f6)" LANG=C.UTF-8 \
        "${settings[@]}" bash -c 'cd "$1" && shift && exec "$@"' - "$folder" "$@"
}

clone_for() { # clone_for USER FOLDER
    git -c safe.directory="$project" clone --quiet --no-hardlinks "$project" "$machine$2"
    chroot "$machine" chown -R "$1:" "$2"
}

two_pdfs() { # the command said where they are, and there they are
    local count=0 path
    while read -r path; do
        [ "$(head -c 5 "$machine$path")" = "%PDF-" ] || fail "$path is no PDF"
        count=$((count + 1))
    done < <(grep -oE '/.*\.pdf' "$1")
    [ "$count" -ge 2 ] || fail "run wrote $count PDFs"
}

[ "$(id -u)" = 0 ] || fail "a chroot can only be made by root"
mkdir -p "$machine"
[ -z "$(ls -A "$machine")" ] || fail "$machine is not empty"
trap leave EXIT

say "A bare Debian 12"
build_machine
mkdir -p "$machine$home" && chroot "$machine" chown asa: "$home"
clone_for asa "$home/qpdesk"
clone_for root /srv/qpdesk
heard="$machine/heard"

say "run, as a user who may not install: one line to type"
if as asa "$home/qpdesk" python3 dev.py run >"$heard" 2>&1; then fail "it should have stopped"; fi
cat "$heard"
[ "$(wc -l <"$heard")" = 1 ] || fail "more than one line"
grep -q 'Type: su -c "apt-get update && apt-get install' "$heard" || fail "nothing to type"

say "run, as root: both PDFs"
as root /srv/qpdesk python3 dev.py run >"$heard" 2>&1 || {
    cat "$heard"
    fail "run"
}
tail -n 5 "$heard"
two_pdfs "$heard"

say "test, as root"
as root /srv/qpdesk .ci/run >"$heard" 2>&1 || {
    tail -n 200 "$heard"
    fail "test"
}
tail -n 10 "$heard"

say "run, as the user, now that the packages are there"
as asa "$home/qpdesk" python3 dev.py run >"$heard" 2>&1 || {
    cat "$heard"
    fail "run"
}
two_pdfs "$heard"
[ -z "$(as asa "$home/qpdesk" find . -newer dev.py -not -user asa)" ] || fail "strange owners"

say "Clean"
