#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# gates.sh OUTPUT: what is judged without installing the package that lies in the folder OUTPUT.
set -euo pipefail

output=$1
most_exposure=1.6 # of 10; what is left is reaching the network, netlink and the TPM, which is the service's purpose

fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
package=$(ls "$output"/freehold_*.deb)
dpkg-deb --extract "$package" "$unpacked"

lintian --allow-root --fail-on error,warning --display-info "$output"/freehold_*.changes ||
    fail "lintian is not content with the package."

has() { [ -e "$unpacked/$1" ] || fail "the package has no $1."; }
for program in freeholdctl freeholdd; do
    has usr/bin/$program
    has usr/share/man/man1/$program.1.gz
done
has usr/share/bash-completion/completions/freeholdctl
has usr/share/zsh/site-functions/_freeholdctl
has usr/share/fish/vendor_completions.d/freeholdctl.fish
has usr/lib/systemd/system/freeholdd.service
has usr/lib/systemd/user/freehold-engine.service
has usr/lib/sysusers.d/freehold.conf
if [ -e "$unpacked/usr/bin/freehold" ]; then
    has usr/share/man/man1/freehold.1.gz
    has usr/share/icons/hicolor/scalable/apps/freehold.svg
    # The project has no page of its own on the network yet.
    appstreamcli validate-tree --no-net --override=url-homepage-missing=info "$unpacked" ||
        fail "the desktop entry or the AppStream metainfo is not valid."
fi

unit="$unpacked/usr/lib/systemd/system/freeholdd.service"
report=$(systemd-analyze security --offline=true --no-pager "$unit") || fail "freeholdd.service can't be read."
exposure=$(sed -n 's/.*Overall exposure level for freeholdd.service: \([0-9.]*\).*/\1/p' <<<"$report")
[ -n "$exposure" ] || fail "systemd-analyze told no exposure of freeholdd.service."
printf 'exposure of freeholdd.service: %s (at most %s)\n' "$exposure" "$most_exposure"
awk -v is="$exposure" -v most="$most_exposure" 'BEGIN { exit !(is <= most) }' ||
    fail "freeholdd.service is exposed by $exposure, more than $most_exposure: systemd-analyze security says by what."
capabilities=$(sed -n 's/^CapabilityBoundingSet=//p' "$unit")
[ "$capabilities" = "CAP_NET_ADMIN CAP_NET_BIND_SERVICE" ] || fail "freeholdd.service may have $capabilities."
