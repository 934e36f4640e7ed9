// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/struck.h"

#include <QRegularExpression>

namespace onrecord {

using namespace Qt::StringLiterals;

QString withoutStruck(const QString &text, const std::vector<Region> &regions)
{
    QString out;
    qint32 at = 0;
    for (const Region &region : regions) {
        if (!region.struck || region.span.start < at || region.span.end > text.size())
            continue;
        out += QStringView(text).sliced(at, region.span.start - at);
        at = region.span.end;
    }
    if (at == 0)
        return text;
    out += QStringView(text).sliced(at);
    static const QRegularExpression gap(u"\\n[ \\t]*\\n\\s*\\n"_s);
    return out.replace(gap, u"\n\n"_s).trimmed();
}

} // namespace onrecord
