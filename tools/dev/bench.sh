# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev bench [NAME…] [--json]: our numbers, each beside its peer's from the same run.
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"

# Programs to be measured beside ours. Into the private root they go by themselves; whoever's own system
# this is decides that alone.
peers=(kdeconnect openssh-server syncthing)
missing=()
for peer in "${peers[@]}"; do
    dpkg-query -W -f '${db:Status-Status}' "$peer" 2>/dev/null | grep -qx installed || missing+=("$peer")
done
if [ "${#missing[@]}" -gt 0 ]; then
    if ischroot; then
        say "Installing ${missing[*]} to measure beside ours"
        { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
            "${missing[@]}"; } >&2 || say "peer not available: ${missing[*]}"
    else
        say "peer not available: ${missing[*]} (apt-get install ${missing[*]} to see them)"
    fi
fi

build_preset release freehold_bench
exec "$(build_folder release)/tests/bench/freehold_bench" "$@"
