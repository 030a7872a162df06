#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz_once.sh PROGRAM CORPUS: replays the corpus, then looks for new findings for FREEHOLD_FUZZ_SECONDS (5).
# New inputs go to a temporary folder; a finding is kept there, named, and fails.
set -euo pipefail

program=$1 corpus=$2 seconds=${FREEHOLD_FUZZ_SECONDS:-5}
[ -d "$corpus" ] || { printf 'error: no corpus folder %s\n' "$corpus" >&2; exit 1; }

findings=$(mktemp -d "${TMPDIR:-/tmp}/fuzz-findings.XXXXXX")
keep=no
trap '[ "$keep" = yes ] || rm -rf "$findings"' EXIT
mkdir "$findings/new"

run() {
    "$program" -artifact_prefix="$findings/" -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 "$@" || {
        keep=yes
        printf 'error: %s found a fault. The input lies in %s; put it into %s once it is mended.\n' \
            "$(basename "$program")" "$findings" "$corpus" >&2
        exit 1
    }
}

run -runs=0 "$corpus"
run -max_total_time="$seconds" "$findings/new" "$corpus"
