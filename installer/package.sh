#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh BUILD OUTPUT: makes the Debian package of the built folder BUILD in the folder OUTPUT.
set -euo pipefail

build=$(cd "$1" && pwd -P)
mkdir -p "$2"
output=$(cd "$2" && pwd -P)
installer=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

cached() { sed -n "s/^$1:[A-Z]*=//p" "$build/CMakeCache.txt"; }

[ "$(cached CMAKE_INSTALL_PREFIX)" = /usr ] ||
    fail "$build was not configured to be installed in /usr. Configure it again: cmake --preset ${build##*/}."
version=$(cached CMAKE_PROJECT_VERSION)
packaged=$(dpkg-parsechangelog --file "$installer/debian/changelog" --show-field Version)
[ "$version" = "$packaged" ] ||
    fail "CMakeLists.txt says version $version and installer/debian/changelog says $packaged. Make them agree."

# dpkg-buildpackage wants debian/ at the top of a tree of its own, and leaves its results beside that tree. What a
# build needs is the environment's concern, which the built folder shows to be there.
rm -rf "$output/tree" "$output"/freehold*
mkdir "$output/tree"
cp -r "$installer/debian" "$output/tree/debian"
(cd "$output/tree" && FREEHOLD_BUILD="$build" dpkg-buildpackage --build=binary --no-sign --no-check-builddeps) \
    >"$output/build.log" 2>&1 || {
    tail -n 30 "$output/build.log" >&2
    fail "the package could not be made. All that was said stands in $output/build.log."
}
rm -rf "$output/tree"
