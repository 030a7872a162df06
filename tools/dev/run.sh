# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev run [--sample] [ARG…]: the desktop app, or the engine alone where there is no display.
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"

sample=
if [ "${1:-}" = --sample ]; then
    sample=yes
    shift
fi
build_preset dev all
programs="$(build_folder dev)/bin"
export PATH="$programs:$PATH"
has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -x "$programs/freehold" ]; }

if [ -z "$sample" ] && has_display; then exec "$programs/freehold" "$@"; fi

look_around() {
    freeholdctl status
    say "Looking around for 3 seconds"
    sleep 3
    freeholdctl device list
}
if [ -z "$sample" ] && [ $# -eq 0 ] && freeholdctl status >/dev/null 2>&1; then
    say "An engine runs on this machine already"
    look_around
    exit
fi

# From here on an engine of this call's own, which ends with it.
place=$(mktemp -d)
engine=
finish() {
    if [ -n "$engine" ]; then
        kill "$engine" 2>/dev/null || true
        wait "$engine" 2>/dev/null || true
    fi
    rm -rf "$place"
}
trap finish EXIT
trap 'exit 0' INT TERM

if [ -n "$sample" ]; then
    say "A made-up house, thrown away at the end"
    # Preferences and the single window are the sample's own, too.
    export FREEHOLD_SOCKET="$place/engine.sock" XDG_CONFIG_HOME="$place/config"
    "$(build_folder dev)/tests/bin/freehold_sample" "$place/data" "$FREEHOLD_SOCKET" &
else
    say "There is no display: the engine alone, until you press Ctrl+C"
    export FREEHOLD_SOCKET="${FREEHOLD_SOCKET:-${XDG_RUNTIME_DIR:-$place}/freehold/engine.sock}"
    previous=
    for word in "$@"; do
        if [ "$previous" = --socket ]; then FREEHOLD_SOCKET=$word; fi
        previous=$word
    done
    freeholdd --socket "$FREEHOLD_SOCKET" "$@" &
fi
engine=$!
until freeholdctl status >/dev/null 2>&1; do
    kill -0 "$engine" 2>/dev/null || fail "the engine ended before it was ready. Its own words stand above."
    sleep 0.1
done
if [ -n "$sample" ] && has_display; then
    "$programs/freehold" "$@"
    exit
fi
look_around
say "In another terminal: FREEHOLD_SOCKET=$FREEHOLD_SOCKET ./dev shell freeholdctl --help"
wait "$engine"
