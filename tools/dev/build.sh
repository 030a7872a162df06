# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev build [PRESET]
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"
build_preset "${1:-dev}"
