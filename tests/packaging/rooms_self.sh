#!/bin/bash
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# rooms.sh finds what it is there to find: each case is one file in an otherwise empty tree.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# expect good|bad FILE LINE : whether a file with that line may be there.
expect() {
    rm -rf "${work:?}"/*
    mkdir -p "$work/$(dirname "$2")"
    printf '%s\n' '// SPDX-FileCopyrightText: 2026 The OnRecord authors' \
        '// SPDX-License-Identifier: GPL-3.0-or-later' "$3" >"$work/$2"
    local found=good
    "$here/rooms.sh" "$work" >/dev/null || found=bad
    [ "$found" = "$1" ] || { echo "FAIL: expected $1: $2: $3"; failed=1; }
}

expect good core/store/a.cpp '#include <sqlite3.h>'
expect good core/match/a.cpp '#include "core/extract/b.h"'
expect good core/models/a.cpp '#include "core/explore/b.h"'
expect good ui/shell/a.cpp '#include "ui/graph/b.h"'
expect good ui/graph/a.cpp '#include "ui/widgets/b.h"'
expect good app/window/a.cpp '#include "ui/shell/b.h"'
expect bad core/text/a.cpp '#include "core/store/b.h"'
expect bad core/extract/a.cpp '#include "core/io/b.h"'
expect bad core/base/a.cpp '#include "ui/widgets/b.h"'
expect bad core/models/a.cpp '#include <QColor>'
expect bad core/models/a.cpp '    return tr("Articles");'
expect bad core/models/a.cpp '#include <SQLiteCpp/Database.h>'
expect bad core/nowhere/a.cpp '#include "core/elsewhere/b.h"'
expect bad ui/graph/a.cpp '#include "ui/timeline/b.h"'
expect bad ui/graph/a.cpp '#include "ui/shell/b.h"'
expect bad ui/lists/a.cpp '#  include <sqlite3.h>'
expect bad app/window/a.cpp '#include <QLocalServer>'

rm -rf "${work:?}"/*
mkdir -p "$work/core/base"
echo 'int a;' >"$work/core/base/a.cpp"
if "$here/rooms.sh" "$work" >/dev/null; then echo "FAIL: a file without licence lines passed"; failed=1; fi
exit "$failed"
