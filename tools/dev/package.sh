# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev package: the Debian package of the release preset, in build/package.
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"
build_preset release freehold freeholdctl freeholdd freehold_pages
say "Packaging"
output="$FREEHOLD_CHECKOUT/build/package"
bash "$FREEHOLD_CHECKOUT/installer/package.sh" "$(build_folder release)" "$output"
printf '%s\n' "$output"/*.deb
