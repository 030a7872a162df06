# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev lint [--all]: every style and static check. clang-tidy reads what changed against the upstream's
# main, or in the last commit where there is no difference; --all reads everything.
set -uo pipefail
. "$FREEHOLD_CHECKOUT/tools/dev/build_functions.sh"
cd "$FREEHOLD_CHECKOUT" || exit 1
export PATH="/usr/lib/qt6/bin:$PATH"

failed=0
check() { # NAME COMMAND…
    local name=$1
    shift
    say "$name"
    if ! "$@"; then
        printf 'failed: %s\n' "$name" >&2
        failed=1
    fi
}

mapfile -t cpp < <(git ls-files '*.cpp' '*.h')
mapfile -t qml < <(git ls-files '*.qml')
mapfile -t shell < <(git ls-files 'dev' '*.sh' '.ci/run')

changed_sources() {
    if [ "${1:-}" = --all ]; then
        git ls-files '*.cpp'
        return
    fi
    local base
    base=$(git merge-base HEAD '@{upstream}' 2>/dev/null || true)
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
        base=$(git rev-parse --quiet --verify HEAD~1 || git hash-object -t tree /dev/null)
    fi
    local -a changed
    mapfile -t changed < <(git diff --name-only --diff-filter=d "$base" -- '*.cpp' '*.h'
        git ls-files --others --exclude-standard -- '*.cpp' '*.h')
    # A header is read through a source that includes it.
    printf '%s\n' "${changed[@]}" | python3 tools/dev/sources_of.py "$(build_folder dev)"
}

# The folder of the first preset that compiles a file: some are the fuzz targets', the benchmarks' or the portable build's.
database_of() {
    local preset folder
    for preset in dev sanitize release portable; do
        folder=$(build_folder "$preset")
        if grep -qs "\"file\": \"$FREEHOLD_CHECKOUT/$1\"" "$folder/compile_commands.json"; then
            printf '%s' "$folder"
            return
        fi
    done
}

format() { clang-format-19 --dry-run --Werror "${cpp[@]}"; }

qml_format() {
    local file bad=0
    for file in "${qml[@]}"; do
        if ! qmlformat "$file" | diff -q - "$file" >/dev/null; then
            printf '%s is not as qmlformat writes it\n' "$file"
            bad=1
        fi
    done
    return $bad
}

spdx() {
    local file bad=0
    for file in "${cpp[@]}" "${qml[@]}" "${shell[@]}"; do
        if ! head -3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later'; then
            printf '%s has no SPDX line\n' "$file"
            bad=1
        fi
    done
    return $bad
}

includes() {
    # A relative include would go around the layers.
    ! grep -nE '#include "\.\./' "${cpp[@]}"
}

shell_syntax() {
    local file bad=0
    for file in "${shell[@]}"; do bash -n "$file" || bad=1; done
    return $bad
}

# A file that was found clean is not read again until it, a header or the checks change.
tidy() {
    local folder stamps common file stamp
    local -a sources=() todo=()
    build_preset dev
    stamps="${XDG_CACHE_HOME:-$HOME/.cache}/freehold-tidy"
    mkdir -p "$stamps"
    common=$(cat .clang-tidy $(git ls-files '*.h') | sha256sum | cut -c1-32)
    mapfile -t sources < <(changed_sources "${1:-}")
    for file in "${sources[@]}"; do
        folder=$(database_of "$file")
        [ -n "$folder" ] || continue
        stamp="$stamps/$( (printf '%s %s' "$common" "$file"; cat "$file") | sha256sum | cut -c1-32)"
        [ -e "$stamp" ] || todo+=("$file:$folder:$stamp")
    done
    [ "${#todo[@]}" -gt 0 ] || return 0
    printf '%s\n' "${todo[@]}" | xargs -P "$(nproc)" -I{} bash -c '
        IFS=: read -r file folder stamp <<<"$1"
        # GCC made the precompiled headers, so clang leaves them out.
        if clang-tidy-19 --quiet -p "$folder" --extra-arg=-Wno-everything "$file" 2>/dev/null; then
            touch "$stamp"
        else
            exit 255
        fi' tidy {}
}

check 'clang-format' format
check 'SPDX lines' spdx
check 'includes' includes
check 'shell syntax' shell_syntax
if [ "${#qml[@]}" -gt 0 ]; then
    check 'qmlformat' qml_format
    check 'tokens' python3 tools/dev/check_tokens.py
fi
check 'clang-tidy' tidy "${1:-}"
if [ "${#qml[@]}" -gt 0 ]; then
    check 'qmllint' cmake --build "$(build_folder dev)" --target all_qmllint
fi
exit $failed
