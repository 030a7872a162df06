# SPDX-License-Identifier: GPL-3.0-or-later
# A clean Debian 13, cached, on which each test lays an overlay of its own. Sourced.

cache=${FREEHOLD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/freehold}
clean_root="$cache/debian-13-clean"
archives="$cache/debian-13-archives"

fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Built beside its place and renamed there: an interrupted build leaves nothing half-made.
make_clean_root() {
    [ -d "$clean_root" ] && return
    mkdir -p "$cache"
    local beside sources=()
    beside=$(mktemp -d "$clean_root.making.XXXXXX")
    # The environment's own mirror, where it speaks of this Debian; mmdebstrap's otherwise.
    if grep -qs '^deb .* trixie ' /etc/apt/sources.list; then sources=(/etc/apt/sources.list); fi
    mmdebstrap --mode=root --variant=minbase --include=dbus,libpam-systemd,procps,systemd-sysv --skip=cleanup/apt \
        --dpkgopt=path-exclude='/usr/share/doc/*' --dpkgopt=path-exclude='/usr/share/locale/*' \
        --dpkgopt=force-unsafe-io --aptopt='Acquire::Retries "3"' trixie "$beside" "${sources[@]}" ||
        { rm -rf "$beside"; fail "no clean Debian 13 could be made. Look above for what failed."; }
    chmod 755 "$beside"
    if ! mv -T "$beside" "$clean_root" 2>/dev/null; then
        rm -rf "$beside" # another test made it meanwhile
    fi
}

# lay_overlay FOLDER: FOLDER/root becomes the clean root, and what is written to it lies elsewhere in FOLDER.
lay_overlay() {
    mkdir "$1/upper" "$1/work" "$1/root"
    mount -t overlay overlay -o "lowerdir=$clean_root,upperdir=$1/upper,workdir=$1/work" "$1/root"
}

# run_in ROOT COMMAND…: with the network, for apt.
run_in() {
    local root=$1
    shift
    mkdir -p "$archives/partial"
    mount --bind "$archives" "$root/var/cache/apt/archives"
    mount -t proc proc "$root/proc"
    mount --bind /dev/null "$root/dev/null"
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin DEBIAN_FRONTEND=noninteractive "$@"
    umount "$root/dev/null" "$root/proc"
}

# boot ROOT SERVICE: starts ROOT's systemd in namespaces of its own; ends with the status that SERVICE gives it.
# Replaces this process.
boot() {
    exec unshare --mount --propagation unchanged --pid --fork --kill-child --cgroup --uts --ipc --net bash -c '
        set -eu
        root=$1 service=$2
        mount -t proc proc "$root/proc"
        mount -t sysfs sysfs "$root/sys"
        mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
        mount -t tmpfs -o mode=755 tmpfs "$root/run"
        mount -t tmpfs -o mode=755 tmpfs "$root/dev"
        for device in null zero full random urandom tty; do
            touch "$root/dev/$device"
            mount --bind "/dev/$device" "$root/dev/$device"
        done
        mkdir "$root/dev/pts" "$root/dev/shm"
        ln -s pts/ptmx "$root/dev/ptmx" # what makes a private /dev looks for it
        echo clean >"$root/etc/hostname"
        exec env -i container=freehold PATH=/usr/sbin:/usr/bin chroot "$root" /usr/lib/systemd/systemd \
            --system "--unit=$service" --log-target=journal --log-level=info --show-status=no </dev/null
    ' boot "$1" "$2"
}
