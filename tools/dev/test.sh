# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev test [--long] [PATTERN]: builds, and runs every test, or those whose name matches.
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"

long=
if [ "${1:-}" = --long ]; then
    long=yes
    shift
fi
pattern=${1:-}

run_tests() { # PRESET [CTEST-ARG…]
    local folder
    folder=$(build_folder "$1")
    shift
    say "Testing ${folder##*/}"
    (cd "$folder" && ctest --output-on-failure --no-tests=error -j "$(nproc)" "$@")
}

if [ -n "$long" ]; then
    export FREEHOLD_LONG_TESTS=1 RC_PARAMS='max_success=10000' FREEHOLD_FUZZ_SECONDS="${FREEHOLD_FUZZ_SECONDS:-300}"
    for preset in portable thread-sanitize sanitize release dev; do
        build_preset "$preset"
        case "$preset" in
            *sanitize) run_tests "$preset" "${core_tests[@]}" ${pattern:+-R "$pattern"} ;;
            # The histories of houses (tests/simulation) are long where they are quickest.
            release) FREEHOLD_HISTORIES=100000 run_tests "$preset" ${pattern:+-R "$pattern"} ;;
            *) run_tests "$preset" ${pattern:+-R "$pattern"} ;;
        esac
    done
    exit
fi
if [ -n "$pattern" ]; then
    build_preset dev
    preset=dev
    # The fuzz targets are built under the sanitizers alone.
    if (cd "$(build_folder dev)" && ctest -N -R "$pattern") | grep -qx 'Total Tests: 0'; then
        build_preset sanitize
        preset=sanitize
    fi
    run_tests "$preset" -R "$pattern"
    exit
fi
# What runs under the sanitizers is the core; the whole runs as it is built for working.
build_preset sanitize
run_tests sanitize "${core_tests[@]}"
build_preset dev
run_tests dev
