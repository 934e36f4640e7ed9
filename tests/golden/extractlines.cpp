// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/extractionjson.h"

#include <QFile>
#include <cstdio>

/// Standard input to standard output, a document a line (see extractionjson.h). Ends with 3 when a line was refused.
int main()
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    int refused = 0;
    while (!in.atEnd()) {
        const QByteArray line = in.readLine();
        if (line.trimmed().isEmpty())
            continue;
        const auto answer = onrecord::io::extractLine(line);
        if (answer) {
            out.write(*answer);
            out.write("\n");
        } else {
            ++refused;
            std::fprintf(stderr, "refused: %s\n", qPrintable(answer.error().detail));
        }
    }
    return refused > 0 ? 3 : 0;
}
