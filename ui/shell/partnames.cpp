// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/partnames.h"

#include <QFileInfo>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

QString shortPartName(const QString &part, const QString &fileName)
{
    for (const QString &file : {fileName, QString(QFileInfo(fileName).completeBaseName() + u".csv"_s)}) {
        if (const QString end = u" of "_s + file; part.endsWith(end))
            return part.chopped(end.size());
    }
    return part;
}

PartRefusal partRefusal(const QString &refusal, const QString &name)
{
    const QString plain = name + u": "_s;
    if (refusal.startsWith(plain))
        return {{}, refusal.sliced(plain.size())};
    const QString more = name + u" ("_s;
    const qsizetype end = refusal.startsWith(more) ? refusal.indexOf(u"): "_s) : -1;
    if (end < 0)
        return {{}, refusal};
    return {refusal.sliced(more.size(), end - more.size()).replace(u") ("_s, u", "_s), refusal.sliced(end + 3)};
}

} // namespace onrecord::ui
