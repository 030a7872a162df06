# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev screens [DIR [PATTERN]]: pictures of every page, PAGE-STATE-THEME-WIDTH.png
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"
folder=${1:-$FREEHOLD_CHECKOUT/build/screens}
build_preset dev freehold_screens
say "Drawing to $folder"
exec "$(build_folder dev)/tests/bin/freehold_screens" "$folder" "${2:-}"
