# SPDX-License-Identifier: GPL-3.0-or-later
# Building a preset, for the commands that need built programs. Sourced inside the environment.

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

build_folder() { printf '%s/build/%s' "$FREEHOLD_CHECKOUT" "$1"; }

# configure_preset PRESET: once, and again when the presets change; the build itself notices other changes.
configure_preset() {
    local made
    made="$(build_folder "$1")/build.ninja"
    [ -e "$made" ] && [ ! "$FREEHOLD_CHECKOUT/CMakePresets.json" -nt "$made" ] && return
    say "Configuring $1"
    (cd "$FREEHOLD_CHECKOUT" && cmake --preset "$1" >&2) ||
        fail "configuring $1 failed. Look above for what is missing."
}

# build_preset PRESET [TARGET…]: builds what changed.
build_preset() {
    local preset=$1
    shift
    configure_preset "$preset"
    say "Building $preset"
    cmake --build "$(build_folder "$preset")" ${1:+--target "$@"} >&2 ||
        fail "the build of $preset failed. The first error above says where."
}

# Under the sanitizers, all but what is about whole programs, which are killed, traced and timed there, and the
# locking of memory, which ASan turns off.
core_tests=(-LE 'network|package' -E '^(backup_faults|kill|members_faults|members_power_cut|power_cut|process_memory|surroundings)_test$')
