// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/report.h"

#include <algorithm>

namespace onrecord::ingest {

using namespace Qt::StringLiterals;

int ImportReport::count(FileState state) const
{
    return static_cast<int>(std::ranges::count(files, state, &FileOutcome::state));
}

QString ImportReport::toText(const std::function<QString(const Error &)> &sentence) const
{
    QString text;
    for (const FileOutcome &file : files) {
        text += QString(spelling(file.state)).leftJustified(10) + file.file;
        if (file.state == FileState::Refused)
            text += u": "_s + sentence(file.reason);
        for (const QString &remark : file.remarks)
            text += u"\n            "_s + remark;
        text += u'\n';
    }
    text += u"\noffered %1 = imported %2 + duplicate %3 + version %4 + refused %5\n"_s.arg(offered())
                .arg(count(FileState::Imported))
                .arg(count(FileState::Duplicate))
                .arg(count(FileState::Version))
                .arg(count(FileState::Refused));
    if (hidden > 0)
        text += u"hidden files left out: %1\n"_s.arg(hidden);
    if (wasCancelled)
        text += u"cancelled: what was imported before is kept\n"_s;
    return text;
}

QLatin1StringView spelling(FileState state)
{
    switch (state) {
    case FileState::Imported:
        return "imported"_L1;
    case FileState::Duplicate:
        return "duplicate"_L1;
    case FileState::Version:
        return "version"_L1;
    case FileState::Refused:
        break;
    }
    return "refused"_L1;
}

} // namespace onrecord::ingest
