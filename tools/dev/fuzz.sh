# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev fuzz [NAME [SECONDS]]: lists the fuzz targets, or runs one on its corpus for SECONDS (60).
# What it finds new is kept in build/sanitize/fuzz-corpus/NAME and is where the next run begins.
set -euo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"

name=${1:-} seconds=${2:-60}
folder=$(build_folder sanitize)
configure_preset sanitize
if [ -z "$name" ]; then
    for target in "$folder"/fuzz/*.corpus; do basename "$target" .corpus; done
    exit
fi
[ -e "$folder/fuzz/$name.corpus" ] || fail "there is no fuzz target \"$name\". \"./dev fuzz\" lists them."
[[ "$seconds" =~ ^[1-9][0-9]*$ ]] || fail "\"$seconds\" is no number of seconds."

build_preset sanitize "fuzz-$name"
corpus=$(cat "$folder/fuzz/$name.corpus")
found="$folder/fuzz-corpus/$name"
mkdir -p "$found"
say "Fuzzing $name for $seconds seconds"
exec "$folder/fuzz/fuzz-$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$found-" "$found" "$corpus"
