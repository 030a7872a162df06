#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# life.sh OUTPUT: lives with the package that lies in the folder OUTPUT, on a clean Debian 13 whose first process is
# systemd, so that the units' own hardening is what the engine runs under. What is done there stands in steps.sh.
set -euo pipefail

output=$1
scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$scripts/clean_root.sh"

# Root of a user namespace may not mount what an init needs.
if [ "$(id -u)" -ne 0 ] || ! grep -qE '^ +0 +0 +4294967295$' /proc/self/uid_map; then
    echo "skipped: a Debian with a first process of its own needs the machine's root." >&2
    exit 77
fi
make_clean_root
place=$(mktemp -d "$cache/package-life.XXXXXX")
trap 'rm -rf "$place"' EXIT

mkdir "$place/packages"
cp "$output"/freehold_*.deb "$place/packages/newer.deb"
# The version before: the same files under a lower number.
dpkg-deb --raw-extract "$place/packages/newer.deb" "$place/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$place/older/DEBIAN/control"
dpkg-deb --root-owner-group --build -Znone "$place/older" "$place/packages/older.deb" >/dev/null
rm -rf "$place/older"

prepare_and_boot() {
    lay_overlay "$place"
    local root="$place/root"
    mkdir "$root/packages"
    cp "$place/packages"/*.deb "$scripts/steps.sh" "$root/packages"
    cp "$scripts/package-life.service" "$root/etc/systemd/system"
    ln -s /dev/null "$root/etc/systemd/system/timers.target"
    # The network's part; the rest is done without one.
    run_in "$root" sh -c 'apt-get -qq update &&
        apt-get -qq -y --no-install-recommends --download-only install /packages/newer.deb' ||
        fail "what the package depends on could not be fetched. Look above for why."
    boot "$root" package-life.service
}
# Every mount ends with its namespace. In a root below another's, which has a namespace already, / is no mount.
propagation=private
mountpoint --quiet / || propagation=unchanged
export -f prepare_and_boot lay_overlay run_in boot fail
export place scripts clean_root archives
status=0
unshare --mount --propagation "$propagation" bash -euo pipefail -c prepare_and_boot || status=$?
cat "$place/upper/packages/log" || true
[ "$status" -eq 0 ] || fail "living with the package failed (status $status). The last step above is where."
grep -qx 'every step done' "$place/upper/packages/log" || fail "the steps did not come to their end."
