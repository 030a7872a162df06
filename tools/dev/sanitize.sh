# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev sanitize: the core's tests under ASan and UBSan.
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"
build_preset sanitize
cd "$(build_folder sanitize)"
exec ctest --output-on-failure --no-tests=error -j "$(nproc)" "${core_tests[@]}"
