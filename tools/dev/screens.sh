# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev screens [DIR [PATTERN]]: pictures of every page, PAGE-STATE-THEME-WIDTH.png
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"
folder=${1:-$FREEHOLD_CHECKOUT/build/screens}
build_preset dev freehold_screens
say "Drawing to $folder"
program="$(build_folder dev)/tests/bin/freehold_screens"
"$program" "$folder" "${2:-}"
# On a screen of twice as many points an inch, for what blurs or is drawn too small there.
if [ $# -lt 2 ]; then "$program" "$folder" -ordinary 2; fi
