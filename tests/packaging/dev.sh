#!/bin/bash
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./dev hands arguments, standard input, folder and exit status through untouched, and keeps stdout for the program.
# Runs on a small checkout of its own, in a folder with a difficult name, so that the project need not be built.
set -uo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
checkout="$work/a b/ünï (q)/project"
mkdir -p "$checkout/packaging" "$work/else where"
cp -r "$here/dev" "$here/CMakePresets.json" "$checkout"
cp -r "$here/packaging/env" "$here/packaging/packages" "$checkout/packaging"

cat >"$checkout/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(Probe LANGUAGES C)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
foreach(program onrecord onrecord-cli onrecord-reader)
    add_executable(${program} probe.c)
endforeach()
enable_testing()
add_test(NAME passes COMMAND onrecord-cli leave 0)
add_test(NAME skips COMMAND onrecord-cli leave 77)
set_tests_properties(passes skips PROPERTIES LABELS unit SKIP_RETURN_CODE 77)
add_test(NAME sees_display COMMAND onrecord-cli display)
add_test(NAME fails COMMAND onrecord-cli leave 1)
set_tests_properties(sees_display fails PROPERTIES LABELS window)
END
cat >"$checkout/probe.c" <<'END'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int main(int count, char **words)
{
    char folder[4096];
    int c;
    if (count > 2 && strcmp(words[1], "leave") == 0)
        return atoi(words[2]);
    if (count > 1 && strcmp(words[1], "display") == 0)
        return getenv("DISPLAY") == NULL;
    if (count > 2 && strcmp(words[1], "--screenshot") == 0) {
        FILE *picture = fopen(words[2], "w");
        fprintf(picture, "drawn on %s", getenv("DISPLAY") ? "a display" : "nothing");
        return fclose(picture);
    }
    for (int i = 1; i < count; i++)
        printf("[%s]", words[i]);
    printf("\n%s\n", getcwd(folder, sizeof folder));
    while ((c = getchar()) != EOF)
        putchar(c);
    return 0;
}
END

count=0 failed=0
# check NAME EXPECTED FOUND
check() {
    count=$((count + 1))
    [ "$2" = "$3" ] && return
    failed=$((failed + 1))
    printf 'FAIL: %s\n  expected: %q\n  found:    %q\n' "$1" "$2" "$3"
}

dev="$checkout/dev"
cd "$work/else where" || exit 1

check "help names every command" 10 "$("$dev" help 2>/dev/null | grep -c -E '^  (run|test|build|cli|bench|screenshot|lint|format|shell|help) ')"
check "no command is help" "$("$dev" help 2>&1)" "$("$dev" 2>&1)"
"$dev" help >/dev/null 2>&1; check "help ends with 0" 0 $?
"$dev" frobnicate >"$work/out" 2>"$work/err"; check "an unknown command ends with 64" 64 $?
check "an unknown command says nothing on stdout" '' "$(cat "$work/out")"
check "an unknown command is named" 1 "$(grep -c "'frobnicate'" "$work/err")"
"$dev" screenshot >/dev/null 2>&1; check "screenshot without a name ends with 64" 64 $?
"$dev" build fast >/dev/null 2>&1; check "an unknown preset ends with 64" 64 $?

# shellcheck disable=SC2016  # they are to stay as they are
words=('a b' "it's" '"quoted"' '$HOME' '`id`' '\n' '*' '' 'ünï→💬' '--flag=x y')
expected=$(printf '[%s]' "${words[@]}"; printf '\n%s\nline 1\nline 2' "$work/else where")
check "cli keeps arguments, folder and stdin" "$expected" "$(printf 'line 1\nline 2' | "$dev" cli "${words[@]}" 2>"$work/err")"
check "a first call says what is being done" 1 "$(grep -c 'building release' "$work/err")"
check "cli adds nothing to stdout or stderr the second time" "$expected" \
    "$(printf 'line 1\nline 2' | "$dev" cli "${words[@]}" 2>&1)"
check "shell keeps arguments" "$(printf '[%s]' "${words[@]}")" "$("$dev" shell printf '[%s]' "${words[@]}" 2>/dev/null)"
check "shell keeps the folder" "$work/else where" "$("$dev" shell pwd -P 2>/dev/null)"
check "a link to dev works" "$work/else where" "$(ln -s "$dev" link && ./link shell pwd -P 2>/dev/null)"

for status in 0 1 3 4 77 255; do
    "$dev" cli leave "$status" >/dev/null 2>&1
    check "cli ends with $status" "$status" $?
    "$dev" shell bash -c "exit $status" >/dev/null 2>&1
    check "shell ends with $status" "$status" $?
done

echo relative >"file in folder"
check "files keep their relative names" relative "$("$dev" shell cat 'file in folder' 2>/dev/null)"
check "two calls at once both work" "[x]
$work/else where
[x]
$work/else where" "$({ "$dev" cli x </dev/null & "$dev" cli x </dev/null; wait; } 2>/dev/null)"

"$dev" screenshot 'a picture.png' >/dev/null 2>&1; check "screenshot ends with 0" 0 $?
check "screenshot draws on a display into the file named" 'drawn on a display' "$(cat 'a picture.png')"
env -u DISPLAY -u WAYLAND_DISPLAY "$dev" run </dev/null >"$work/out" 2>"$work/err"; check "run without a display ends with 0" 0 $?
check "run without a display says so" 1 "$(grep -c 'no display' "$work/err")"
check "run without a display lists the story" 1 "$(grep -c '^\[list\].*\[quotations\]$' "$work/out")"
picture=$(sed -n 's/^Picture of the window: //p' "$work/out")
check "run without a display draws a picture" 'drawn on a display' "$(cat "$picture")"

"$dev" test >"$work/out" 2>"$work/err"; check "a failed test ends with 1" 1 $?
check "the last line counts both runs" '2 passed, 1 failed, 1 skipped' "$(tail -n 1 "$work/out")"
"$dev" test -E fails >"$work/out" 2>"$work/err"; check "passed tests end with 0" 0 $?
check "arguments reach ctest" '2 passed, 0 failed, 1 skipped' "$(tail -n 1 "$work/out")"
"$dev" test -R nothing >"$work/out" 2>"$work/err"; check "no test at all is a failure" 70 $?

echo 'broken' >>"$checkout/probe.c"
"$dev" cli leave 0 >"$work/out" 2>"$work/err"; check "a build that fails ends with 70" 70 $?
check "a build that fails says so on stderr" 1 "$(grep -c 'dev: building release (.*) failed\|dev: building release failed' "$work/err")"
check "a build that fails keeps stdout empty" '' "$(cat "$work/out")"

[ "$failed" -eq 0 ] || exit 1
echo "dev: $count checks hold"
