# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev shell [COMMAND…]: a shell, or one command, with the built programs on PATH.
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"
PATH="$(build_folder dev)/bin:$PATH"
export PATH
if [ $# -eq 0 ]; then exec bash; fi
exec "$@"
