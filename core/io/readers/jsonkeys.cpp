// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/jsonkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <vector>

namespace onrecord::io {

namespace {

/// The words between two quotes, with escapes resolved: a key may be spelled in many ways.
QString keyIn(QByteArrayView quoted)
{
    if (!quoted.contains('\\'))
        return QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
    return QJsonDocument::fromJson("[" + quoted.toByteArray() + "]").array().at(0).toString();
}

/// The place behind the string that opens at `at`.
qsizetype behindString(QByteArrayView json, qsizetype at)
{
    for (++at; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

} // namespace

QString repeatedKey(QByteArrayView json)
{
    std::vector<QSet<QString>> open; // the keys of each object around this place; of a list none
    for (qsizetype at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            const qsizetype end = behindString(json, at);
            qsizetype next = end;
            while (next < json.size() && (json[next] == ' ' || json[next] == '\t' || json[next] == '\n' || json[next] == '\r'))
                ++next;
            if (next < json.size() && json[next] == ':' && !open.empty()) {
                const QString key = keyIn(json.sliced(at, end - at));
                if (open.back().contains(key))
                    return key;
                open.back().insert(key);
            }
            at = end;
            continue;
        }
        if (c == '{' || c == '[')
            open.emplace_back();
        else if ((c == '}' || c == ']') && !open.empty())
            open.pop_back();
        ++at;
    }
    return {};
}

} // namespace onrecord::io
