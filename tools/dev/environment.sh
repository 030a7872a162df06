# SPDX-License-Identifier: GPL-3.0-or-later
# The build environment: natively on Debian 13 and newer, through a private Debian 13 root on anything
# older. Sourced by ./dev; sets up and enters, and says every long step.

cache="${XDG_CACHE_HOME:-$HOME/.cache}/freehold"
packages_file="$checkout/tools/dev/packages.txt"

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Prints the packages of a list, without its comments.
package_list() { grep -hvE '^[[:space:]]*(#|$)' "$@"; }

# True where the running system itself is Debian 13 or newer.
is_new_enough() {
    [ -r /etc/os-release ] || return 1
    (
        . /etc/os-release
        [ "${ID:-}" = debian ] || exit 1
        case "${VERSION_ID:-testing}" in
            testing) exit 0 ;;
            *) [ "${VERSION_ID%%.*}" -ge 13 ] ;;
        esac
    )
}

# Runs a command as root: directly, or through sudo after the person has said yes.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
        return
    fi
    command -v sudo >/dev/null || fail "this needs root rights and sudo is not installed. Run as root: $*"
    if [ -t 0 ]; then
        printf 'Freehold needs your password for: sudo %s\nGo on? [y/N] ' "$*" >&2
        read -r answer
        [ "$answer" = y ] || fail "not done, as you chose. The packages needed stand in tools/dev/packages.txt."
    else
        fail "this needs root rights and there is no terminal to ask on. Run first: sudo $*"
    fi
    sudo "$@"
}

missing_packages() {
    local name
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || printf '%s\n' "$name"
    done
}

# A machine that is fresh, or was off for long, has no list of packages, or one that names versions that are gone.
install_packages() {
    as_root apt-get install -y --no-install-recommends "$@" >&2 ||
        { as_root apt-get update >&2 && as_root apt-get install -y --no-install-recommends "$@" >&2; }
}

setup_native() {
    local missing
    # uidmap gives the tests of an ordinary user their namespaces.
    mapfile -t missing < <(missing_packages $(package_list "$packages_file") uidmap)
    [ "${#missing[@]}" -eq 0 ] && return
    say "Installing ${#missing[@]} packages of the build environment"
    install_packages "${missing[@]}" || fail "the packages could not be installed. Look above for why."
}

# Lines for sources.list that name this machine's own mirrors with the suites of Debian 13.
mirror_lines() {
    apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 2>/dev/null | sort -u |
        while read -r uri codename; do
            case "$codename" in
                *-security) printf 'deb %s trixie-security main\n' "$uri" ;;
                *-updates | *-backports | '') ;;
                *) printf 'deb %s trixie main\n' "$uri" ;;
            esac
        done | sort -u
}

root_folder() {
    local hash
    hash=$(package_list "$packages_file" | sort | sha256sum | cut -c1-16)
    printf '%s/debian-13-%s' "$cache" "$hash"
}

# Builds the private root beside its place and renames it there, so that an interrupted
# build leaves nothing half-made.
setup_root() {
    local root beside mode packages
    root=$(root_folder)
    [ -d "$root" ] && return
    mkdir -p "$cache"
    local needs=(mmdebstrap)
    if [ "$(id -u)" -eq 0 ]; then mode=root; else mode=unshare needs+=(bubblewrap uidmap); fi
    local missing
    mapfile -t missing < <(missing_packages "${needs[@]}")
    if [ "${#missing[@]}" -gt 0 ]; then
        say "Installing ${missing[*]}"
        install_packages "${missing[@]}" || fail "${missing[*]} could not be installed. Look above for why."
    fi
    beside=$(mktemp -d "$root.making.XXXXXX")
    trap "remove_root '$beside'" EXIT
    trap 'exit 130' INT TERM HUP
    packages=$(package_list "$packages_file" | paste -sd,)
    say "Making a private Debian 13 for building (once, about 3 minutes, 3 GiB, in $root)"
    local lines
    lines=$(mirror_lines)
    if ! printf '%s\n' "$lines" | mmdebstrap --mode="$mode" --variant=minbase --include="$packages" \
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Retries "3"' \
        --dpkgopt=path-exclude='/usr/share/doc/*' --dpkgopt=path-exclude='/usr/share/locale/*' \
        trixie "$beside" ${lines:+-} >&2; then
        fail "the private Debian 13 could not be made. Look above for what failed; ./dev can be called again at once."
    fi
    chmod 755 "$beside"
    # Where another call made it meanwhile, this one is left over.
    mv -T "$beside" "$root" 2>/dev/null || remove_root "$beside"
    trap - EXIT INT TERM HUP
    remove_unused_roots
}

# Those of lists of packages that no checkout has used for two weeks.
remove_unused_roots() {
    local used
    while read -r used; do
        say "Removing ${used%.used}, which was not used for two weeks"
        remove_root "${used%.used}"
        rm -f "$used"
    done < <(find "$cache" -maxdepth 1 -name 'debian-13-????????????????.used' -mtime +14)
}

# Made inside a namespace, its files have owners that only the same mapping can remove.
remove_root() {
    [ -d "$1" ] || return 0
    local become=()
    [ "$(id -u)" -eq 0 ] || become=(unshare --user --map-root-user --map-auto)
    "${become[@]}" rm -rf --one-file-system "$1"
}

# Sockets of the session that discovery, the tray and windows need, and the key to an X display (of "ssh -X").
session_places() {
    local place
    for place in "${XDG_RUNTIME_DIR:-}" /run/dbus /run/avahi-daemon /run/udev "${XAUTHORITY:-}"; do
        if [ -n "$place" ] && [ -e "$place" ]; then printf '%s\n' "$place"; fi
    done
}

# The person's own places: a house must not lie in a cache.
personal_places() {
    printf '%s\n' "${XDG_DATA_HOME:-$HOME/.local/share}/freehold" "${XDG_CONFIG_HOME:-$HOME/.config}/freehold"
}

# Replaces this process by the command, inside the environment.
enter() {
    if [ "${FREEHOLD_ENVIRONMENT:-}" = inside ]; then exec "$@"; fi
    export FREEHOLD_ENVIRONMENT=inside FREEHOLD_CACHE="$cache"
    export CCACHE_DIR="${CCACHE_DIR:-$cache/ccache}"
    # Paths relative to the checkout, so that clones share what they compile; precompiled headers need the rest.
    export CCACHE_BASEDIR="$checkout" CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    mkdir -p "$CCACHE_DIR"
    if [ -z "${XAUTHORITY:-}" ] && [ -e "$HOME/.Xauthority" ]; then export XAUTHORITY="$HOME/.Xauthority"; fi
    # Tests make namespaces: whoever is not root is it in a user namespace of their own, with all the ids of a system.
    local -a become=()
    if [ "$(id -u)" -ne 0 ] && [ -n "${FREEHOLD_NEEDS_ROOT:-}" ]; then
        become=(unshare --user --map-root-user --map-auto --mount)
    fi
    if is_new_enough; then
        setup_native
        exec "${become[@]}" "$@"
    fi
    setup_root
    local root
    root=$(root_folder)
    touch "$root.used"
    local inside_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    local places personal
    mapfile -t places < <(session_places; personal_places)
    mkdir -p "$cache/home"
    mapfile -t personal < <(personal_places)
    mkdir -p "${personal[@]}"
    # What the environment does not hold has no current folder in it.
    local work=$PWD place
    for place in /tmp "$checkout" "$cache" "${places[@]}"; do
        case "$work/" in "$place"/*) work= ;; esac
    done
    if [ -n "$work" ]; then work=$checkout; else work=$PWD; fi
    export XDG_DATA_HOME="${XDG_DATA_HOME:-$HOME/.local/share}"
    export XDG_CONFIG_HOME="${XDG_CONFIG_HOME:-$HOME/.config}"
    if [ "$(id -u)" -eq 0 ] || [ "${#become[@]}" -gt 0 ]; then
        # The session's mounts end with the private namespace: nothing to clean up.
        exec "${become[@]}" unshare --mount --propagation private bash -c '
            set -eu
            root=$1 checkout=$2 cache=$3 count=$4
            shift 4
            for place in /dev /proc /sys /tmp; do mount --rbind "$place" "$root$place"; done
            mount -t tmpfs -o mode=755 freehold-run "$root/run"
            mkdir -p "$root/run/lock"
            bind() {
                if [ -d "$1" ]; then mkdir -p "$root$1"; else mkdir -p "$root${1%/*}"; touch "$root$1"; fi
                mount --rbind "$1" "$root$1"
            }
            bind "$checkout"
            bind "$cache"
            for ((i = 0; i < count; i++)); do bind "$1"; shift; done
            cp --dereference /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || rm -f "$root/etc/resolv.conf"
            work=$1
            shift
            exec chroot "$root" env --chdir="$work" "$@"
        ' enter "$root" "$checkout" "$cache" "${#places[@]}" "${places[@]}" "$work" \
            PATH="$inside_path" HOME="$cache/home" "$@"
    fi
    local binds=(--bind "$root" / --dev-bind /dev /dev --proc /proc --ro-bind /sys /sys --bind /tmp /tmp
        --tmpfs /run --bind "$checkout" "$checkout" --bind "$cache" "$cache")
    for place in "${places[@]}"; do binds+=(--bind "$place" "$place"); done
    exec bwrap "${binds[@]}" --chdir "$work" --setenv PATH "$inside_path" --setenv HOME "$cache/home" "$@"
}
