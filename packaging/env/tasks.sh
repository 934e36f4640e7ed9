# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./dev does once the packages are there, natively or inside the build root. Sourced by ./dev; uses say, die, here.

# Several checkouts on one machine share what ccache holds, whatever folder they lie in.
use_compiler_cache() {
    export CCACHE_DIR=${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/onrecord/ccache}
    export CCACHE_BASEDIR=$here CCACHE_NOHASHDIR=1 CCACHE_COMPILERCHECK=content
    # What ccache asks for to keep files that read precompiled headers.
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

# What a build folder was made for: another system, place, preset file or choice needs a fresh one.
configuration_stamp() {
    cat /etc/onrecord-root /etc/os-release "$here/CMakePresets.json" 2>/dev/null || true
    printf '%s\n' "$here" "$@"
}

# configure PRESET : does nothing when the build folder is as it should be; ninja itself sees changed CMakeLists.
configure() {
    local preset=$1 folder=$here/build/$1 stamp fatal=OFF
    [ -e "$here/CMakeLists.txt" ] || die "there is no CMakeLists.txt in $here yet"
    # The compiler of Debian 13 is the one whose warnings the house has answered.
    if [ "$preset" != dev ] && [ "$preset" != fuzz ] && { [ "${CI:-}" = true ] || [ -e /etc/onrecord-root ] || is_debian_13; }; then
        fatal=ON
    fi
    stamp=$(configuration_stamp "$fatal")
    [ -e "$folder/build.ninja" ] && [ "$stamp" = "$(cat "$folder/.dev-stamp" 2>/dev/null)" ] && return
    say "configuring $preset"
    mkdir -p "$folder"
    if ! (cd "$here" && cmake --fresh --preset "$preset" "-DONRECORD_WARNINGS_FATAL=$fatal") \
        >"$folder/configure.log" 2>&1 </dev/null; then
        cat "$folder/configure.log" >&2
        die "configuring $preset failed"
    fi
    [ ! -e "$folder/.ninja_log" ] || ninja -C "$folder" -t clean >/dev/null
    printf '%s\n' "$stamp" >"$folder/.dev-stamp"
}

is_debian_13() { [ "$host_id" = debian ] && [ "$host_version" = 13 ]; }

# build PRESET [TARGETS…] : quiet when there is nothing to do. All it says goes to stderr.
build() {
    local preset=$1 folder=$here/build/$1 lock
    shift
    use_compiler_cache
    mkdir -p "$folder"
    exec {lock}>"$folder/.dev-lock"
    if ! flock -n "$lock"; then
        say "waiting for another build of $preset"
        flock "$lock"
    fi
    configure "$preset"
    if ! ninja -C "$folder" -n "$@" 2>/dev/null | grep -q 'no work to do'; then
        say "building $preset${*:+ ($*)}"
        ninja -C "$folder" "$@" 1>&2 </dev/null {lock}>&- || die "building $preset failed"
    fi
    exec {lock}>&-
}

program() { printf '%s\n' "$here/build/release/bin/$1"; }

# Put before a command: a virtual display of its own.
virtual_display=(env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb
    xvfb-run --auto-servernum --server-args='-screen 0 1920x1200x24')

has_display() {
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then
        case $WAYLAND_DISPLAY in
        /*) [ -S "$WAYLAND_DISPLAY" ] && return ;;
        *) [ -S "${XDG_RUNTIME_DIR:-/nowhere}/$WAYLAND_DISPLAY" ] && return ;;
        esac
    fi
    [ -n "${DISPLAY:-}" ] && xdpyinfo >/dev/null 2>&1
}

task_build() {
    local preset=${1:-dev}
    [ $# -eq 0 ] || shift
    [ "$preset" = dev ] || [ "$preset" = asan ] || [ "$preset" = release ] ||
        usage_error "unknown preset '$preset': dev, asan or release"
    build "$preset" "$@"
    # Where editors look for it.
    if [ "$preset" = dev ]; then ln -sfn build/dev/compile_commands.json "$here/compile_commands.json"; fi
}

task_run() {
    build release onrecord onrecord-reader
    [ $# -gt 0 ] || set -- --view story
    has_display && exec "$(program onrecord)" "$@"
    say "there is no display here (neither WAYLAND_DISPLAY nor DISPLAY leads to one)." \
        "Instead of a window: a picture of it and the bundled story as text."
    build release onrecord-cli
    local picture=$here/build/onrecord.png work
    "${virtual_display[@]}" "$(program onrecord)" --screenshot "$picture" "$@" || die "the window could not be drawn"
    work=$(mktemp -d)
    # shellcheck disable=SC2064  # the value of now
    trap "rm -rf '$work'" EXIT
    "$(program onrecord-cli)" new "$work/story.onrecord" >&2 || die "no project could be made in $work"
    "$(program onrecord-cli)" story "$work/story.onrecord" >&2 || die "the bundled story could not be read"
    local what
    for what in articles people organisations quotations figures events; do
        printf '\n%s\n' "${what^}"
        "$(program onrecord-cli)" list "$work/story.onrecord" "$what" || die "the $what could not be listed"
    done
    printf '\nPicture of the window: %s\n' "$picture"
}

task_screenshot() {
    [ $# -ge 1 ] || usage_error "screenshot needs the name of the picture, e.g. ./dev screenshot story.png"
    build release onrecord onrecord-reader
    "${virtual_display[@]}" "$(program onrecord)" --screenshot "$@"
}

task_cli() {
    build release onrecord-cli onrecord-reader
    exec "$(program onrecord-cli)" "$@"
}

task_bench() {
    build release onrecord onrecord-cli onrecord-reader onrecord-bench
    has_display || exec "${virtual_display[@]}" "$(program onrecord-bench)" "$@"
    exec "$(program onrecord-bench)" "$@"
}

fuzz_readers() { sed -n 's/^    {"\([a-z]*\)", fuzz[A-Z].*/\1/p' "$here/tests/fuzz/fuzz.cpp"; }

# How long an input may grow, in bytes: what costs more to read gets less, so that every reader gets through many.
longest_input() {
    case $1 in
    archive) echo 16384 ;;
    any | entities) echo 2048 ;;
    *) echo 4096 ;;
    esac
}

# fuzz READER SECONDS | fuzz READER NUMBERruns | fuzz READER coverage. What is found is kept in build/fuzz/corpus and taken up again; how much was run in
# build/fuzz/runs.
task_fuzz() {
    local reader=${1:-} amount=${2:-60} folder=$here/build/fuzz corpus seeds end
    if [ -z "$reader" ]; then
        fuzz_readers
        return
    fi
    fuzz_readers | grep -qxF -- "$reader" || usage_error "no fuzzing of '$reader': ./dev fuzz lists the readers"
    [[ $amount =~ ^[0-9]+(runs)?$ || $amount = coverage ]] || usage_error "how many seconds or runs? e.g. ./dev fuzz html 60, ./dev fuzz html 100000runs"
    build fuzz fuzz_readers fuzz_seeds
    corpus=$folder/corpus/$reader seeds=$folder/seeds/$reader
    mkdir -p "$corpus" "$seeds" "$folder/findings/$reader" "$folder/runs"
    # Freed memory is watched for a while, not for ever; leaks are looked for at the end.
    export ASAN_OPTIONS=detect_leaks=1:quarantine_size_mb=16:malloc_context_size=6:${ASAN_OPTIONS:-} UBSAN_OPTIONS=print_stacktrace=1:${UBSAN_OPTIONS:-}
    export LSAN_OPTIONS=print_suppressions=0:suppressions=$here/tests/fuzz/leaks.supp
    "$folder/bin/fuzz_seeds" "$folder/seeds"
    if [ "$amount" = coverage ]; then
        build fuzz fuzz_coverage
        LLVM_PROFILE_FILE=$folder/$reader.profraw "$folder/bin/fuzz_coverage" "--reader=$reader" -runs=0 "$corpus" "$seeds" >&2
        llvm-profdata merge -sparse "$folder/$reader.profraw" -o "$folder/$reader.profdata"
        llvm-cov report "$folder/bin/fuzz_coverage" "-instr-profile=$folder/$reader.profdata" "$here/core/io"
        return
    fi
    case $amount in
    *runs) end=-runs=${amount%runs} ;;
    *) end=-max_total_time=$amount ;;
    esac
    nice -n 19 "$folder/bin/fuzz_readers" "--reader=$reader" "$end" -timeout=10 -rss_limit_mb=2048 -detect_leaks=0 "-max_len=$(longest_input "$reader")" \
        "-dict=$here/tests/fuzz/dictionaries/$reader.dict" -print_final_stats=1 -verbosity=1 "-artifact_prefix=$folder/findings/$reader/" "$corpus" "$seeds" \
        2> >(tee >(sed -n 's/^stat::number_of_executed_units: *//p' >>"$folder/runs/$reader") >&2)
}

# One number out of ctest's JUnit file: junit_count FILE ATTRIBUTE
junit_count() {
    local value
    value=$(grep -o -m 1 -E "^[[:space:]]*$2=\"[0-9]+\"|<testsuite [^>]* $2=\"[0-9]+\"" "$1" 2>/dev/null |
        grep -o -E "$2=\"[0-9]+\"" | tr -dc '0-9')
    printf '%s\n' "${value:-0}"
}

# run_ctest PRESET CMD… : one ctest run whose counts are added to the totals.
run_ctest() {
    local folder=$here/build/$1 report status=0
    shift
    report=$folder/ctest.xml
    rm -f "$report"
    # Tests see neither the settings nor the data of whoever runs them.
    "${test_env[@]}" "$@" --test-dir "$folder" --output-on-failure --output-junit "$report" --parallel "$(nproc)" \
        "${ctest_args[@]}" </dev/null || status=$?
    local ran failed skipped
    ran=$(junit_count "$report" tests)
    failed=$(junit_count "$report" failures)
    skipped=$(($(junit_count "$report" skipped) + $(junit_count "$report" disabled)))
    total_failed=$((total_failed + failed))
    total_skipped=$((total_skipped + skipped))
    total_passed=$((total_passed + ran - failed - skipped))
    # A run that ended badly without naming a failed test counts as one.
    [ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || total_failed=$((total_failed + 1))
}

# The unit tests with sanitizers, everything else optimised on a virtual display. Arguments go to both ctest runs.
task_test() {
    local ctest_args=("$@") total_passed=0 total_failed=0 total_skipped=0 work test_env
    build asan
    build release
    work=$(mktemp -d)
    # shellcheck disable=SC2064  # the value of now
    trap "rm -rf '$work'" EXIT
    mkdir -p "$work"/{config,data,cache,state}
    test_env=(env "XDG_CONFIG_HOME=$work/config" "XDG_DATA_HOME=$work/data" "XDG_CACHE_HOME=$work/cache"
        "XDG_STATE_HOME=$work/state" LANG=C.UTF-8 LC_ALL=C.UTF-8
        "ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:${ASAN_OPTIONS:-}"
        "UBSAN_OPTIONS=print_stacktrace=1:${UBSAN_OPTIONS:-}")
    if [ -d "$here/../shared" ]; then
        test_env+=("ONRECORD_SHARED=$(cd "$here/../shared" && pwd -P)")
    else
        say "there is no ../shared here: tests of the shared corpus will say that they are skipped"
    fi
    say "unit tests with address and undefined-behaviour sanitizers"
    QT_QPA_PLATFORM=offscreen run_ctest asan ctest --label-regex '^unit$'
    say "all other tests, optimised, on a virtual display"
    run_ctest release "${virtual_display[@]}" ctest --label-exclude '^unit$'
    local line="$total_passed passed, $total_failed failed"
    [ "$total_skipped" -eq 0 ] || line+=", $total_skipped skipped"
    printf '\n%s\n' "$line"
    [ "$total_failed" -eq 0 ] || exit 1
    [ "$total_passed" -gt 0 ] || die "no test ran"
}

task_format() {
    local files
    mapfile -d '' files < <(source_files)
    if [ "${1:-}" = --check ]; then
        say "checking the format of ${#files[@]} files"
        clang-format --dry-run --Werror "${files[@]}"
    else
        clang-format -i "${files[@]}"
    fi
}

# The project's C++ files, zero-separated.
source_files() {
    (cd "$here" && find app core ui tests resources -type f \( -name '*.cpp' -o -name '*.h' \) -print0 2>/dev/null |
        sed -z "s|^|$here/|" | sort -z)
}

# lint [--all | FILES…] : files that differ from main by default.
task_lint() {
    local failed=0 files=() file
    say "shell scripts"
    shellcheck -x -a "$here/dev" "$here/.ci/run" "$here"/tests/packaging/*.sh || failed=1
    say "include directions"
    "$here/tests/packaging/rooms.sh" "$here" || failed=1
    while IFS= read -r -d '' file; do
        say "$file"
        case $file in
        *.desktop) desktop-file-validate "$file" || failed=1 ;;
        *) appstreamcli validate --no-net "$file" || failed=1 ;;
        esac
    done < <(find "$here/packaging" \( -name '*.desktop' -o -name '*.metainfo.xml' -o -name '*.appdata.xml' \) -print0)
    case ${1:-} in
    --all) mapfile -d '' files < <(source_files | grep -z '\.cpp$') ;;
    '') mapfile -t files < <(changed_sources) ;;
    *) files=("$@") ;;
    esac
    if [ ${#files[@]} -gt 0 ]; then
        build dev
        say "clang-tidy on ${#files[@]} files"
        printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p "$here/build/dev" \
            --extra-arg=-Wno-unknown-warning-option || failed=1
    else
        say "clang-tidy: no C++ file differs from main (./dev lint --all takes every one)"
    fi
    return "$failed"
}

changed_sources() {
    (
        cd "$here" || exit
        {
            git diff --name-only --diff-filter=d "$(git merge-base HEAD main 2>/dev/null || echo HEAD)"
            git ls-files --others --exclude-standard
        } | grep '\.cpp$' | sort -u | sed "s|^|$here/|"
    )
}
