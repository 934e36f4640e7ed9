#!/bin/bash
# SPDX-FileCopyrightText: 2026 The OnRecord authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# rooms.sh CHECKOUT : reads every #include line and fails on one that points upward or sideways between rooms, on a
# library a room must not see, and on a source file that does not open with the two licence lines. Prints each as
# FILE:LINE: what is wrong.
set -euo pipefail
cd "$1"

mapfile -d '' files < <(find app core ui tests -type f \( -name '*.cpp' -o -name '*.h' \) -print0 2>/dev/null | sort -z)
if [ ${#files[@]} -eq 0 ]; then
    echo "no source file under $1" >&2
    exit 1
fi

awk '
function complain(text) { printf "%s:%d: %s\n", FILENAME, FNR, text; bad = 1 }
function room_of(path,   part) { split(path, part, "/"); return part[1] "/" part[2] }

BEGIN {
    # Lowest first: a room includes itself and those before it.
    n = split("base text record extract match io store ingest explore models", order, " ")
    for (i = 1; i <= n; i++) rank["core/" order[i]] = i
    # Pure over text: nothing of files, processes or storage.
    n = split("base text record extract match", low, " ")
    for (i = 1; i <= n; i++) pure["core/" low[i]] = 1
    # Panes know what is below them and never each other; only the shell knows them all.
    n = split("timeline graph source details lists check boards claims coverage draft story", panes, " ")
    for (i = 1; i <= n; i++) pane["ui/" panes[i]] = 1
}

FNR == 1 {
    room = room_of(FILENAME)
    top = FILENAME; sub("/.*", "", top)
    if ($0 != "// SPDX-FileCopyrightText: 2026 The OnRecord authors") complain("the first line is not the SPDX copyright line")
}
FNR == 2 && $0 != "// SPDX-License-Identifier: GPL-3.0-or-later" { complain("the second line is not the SPDX licence line") }

/^[ \t]*#[ \t]*include[ \t]*["<]/ {
    header = $0
    sub(/^[ \t]*#[ \t]*include[ \t]*["<]/, "", header)
    sub(/[">].*/, "", header)
    to = room_of(header)
    to_top = header; sub("/.*", "", to_top)

    if (header ~ /^(QtNetwork|QNetwork|QTcp|QUdp|QSsl|QHost|QAbstractSocket|QLocalSocket|QLocalServer|QDns)/)
        complain("OnRecord never touches the network: <" header ">")
    if (top == "tests") next

    if (header ~ /^(sqlite3(ext)?\.h|SQLiteCpp\/)/ && room != "core/store")
        complain("only core/store sees SQLite: <" header ">")
    if (header ~ /^(QtSql|QSql)/) complain("SQLite is reached through core/store, not Qt SQL: <" header ">")

    if (top == "core") {
        if (to_top == "ui" || to_top == "app") complain("core does not know " to_top ": \"" header "\"")
        if (header ~ /^(QtGui|QtWidgets|QColor|QFont|QPixmap|QImage|QIcon|QBrush|QPen|QPainter|QPalette|QTextDocument|QTextCursor|QWidget|QApplication|QGuiApplication|KSyntaxHighlighting)/)
            complain("core has no windows: <" header ">")
        if ((to in rank) && (room in rank)) {
            if (rank[to] > rank[room]) complain(room " is below " to ": \"" header "\"")
            if ((room in pure) && !(to in pure)) complain(room " is pure and does not know " to ": \"" header "\"")
        } else if (to_top == "core") {
            complain("no such room: " to)
        }
    }
    if (top == "ui") {
        if (to_top == "app") complain("ui does not know app: \"" header "\"")
        if ((to in pane) && to != room && room != "ui/shell") complain(room " does not know " to ": \"" header "\"")
        if (to == "ui/shell" && room != "ui/shell") complain(room " is below ui/shell: \"" header "\"")
    }
}

top == "core" && /(^|[^A-Za-z0-9_.>])(tr|translate)\(/ && !/^[ \t]*(\/\/|\*)/ { complain("core has no words for people: tr() belongs to ui") }

END { exit bad }
' "${files[@]}"
