// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clirun.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <optional>
#include <vector>

/// What a run of onrecord-cli asked of the system.
namespace onrecord::test {

using namespace Qt::StringLiterals;

struct Call {
    int process = 0;
    QString name;
    QStringList paths; ///< every string among the arguments, made absolute
    QString line;
};

inline QString absolute(const QString &folder, const QString &path)
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

/// strace -f -y: "123 openat(AT_FDCWD</cwd>, "a.html", O_RDONLY) = 3</cwd/a.html>". A call that another process
/// interrupts is in two lines; its arguments are in the first.
inline std::vector<Call> callsIn(const QString &log, const QString &folder)
{
    static const QRegularExpression line(u"^(\\d+) +(\\w+)\\((.*)$"_s);
    static const QRegularExpression base(u"AT_FDCWD<([^>]*)>"_s);
    static const QRegularExpression string(u"\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    std::vector<Call> calls;
    for (const QString &words : log.split(u'\n')) {
        const auto m = line.match(words);
        if (!m.hasMatch())
            continue;
        Call call{m.captured(1).toInt(), m.captured(2), {}, words};
        const auto at = base.match(words);
        for (auto it = string.globalMatch(m.captured(3)); it.hasNext();)
            call.paths << absolute(at.hasMatch() ? at.captured(1) : folder, it.next().captured(1));
        calls.push_back(std::move(call));
    }
    return calls;
}

inline bool opens(const Call &call)
{
    return call.name == "open"_L1 || call.name == "openat"_L1 || call.name == "openat2"_L1 || call.name == "creat"_L1;
}

} // namespace onrecord::test
