// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/jsonkeys.h"

#include "core/io/readers/jsonscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>
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

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

qsizetype behindDigits(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isDigit(json[at]))
        ++at;
    return at;
}

/// The place behind the number at `at`; `at` itself where none stands that is a value.
qsizetype behindNumber(QByteArrayView json, qsizetype at)
{
    const qsizetype whole = at + (json[at] == '-' ? 1 : 0);
    qsizetype end = behindDigits(json, whole);
    if (end == whole || (json[whole] == '0' && end > whole + 1))
        return at;
    if (end < json.size() && json[end] == '.') {
        const qsizetype part = end + 1;
        if (end = behindDigits(json, part); end == part)
            return at;
    }
    if (end < json.size() && (json[end] == 'e' || json[end] == 'E')) {
        qsizetype power = end + 1;
        power += power < json.size() && (json[power] == '+' || json[power] == '-') ? 1 : 0;
        if (end = behindDigits(json, power); end == power)
            return at;
    }
    const qsizetype next = behindBlanks(json, end);
    return next < json.size() && (json[next] == ',' || json[next] == ']' || json[next] == '}') ? end : at;
}

} // namespace

QString repeatedKey(QByteArrayView json)
{
    std::vector<QSet<QString>> open; // the keys of each object around this place; of a list none
    for (qsizetype at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            const qsizetype end = behindString(json, at);
            const qsizetype next = behindBlanks(json, end);
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

QByteArray withWrittenNumbers(const QByteArray &json)
{
    QByteArray out;
    qsizetype done = 0;
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] == '"') {
            at = behindString(json, at);
            continue;
        }
        const qsizetype end = json[at] == '-' || isDigit(json[at]) ? behindNumber(json, at) : at;
        if (end == at) {
            const bool isWord = json[at] == '-' || isDigit(json[at]);
            at = isWord ? std::max(at + 1, behindDigits(json, at)) : at + 1;
            continue;
        }
        out.append(QByteArrayView(json).sliced(done, at - done)).append('"');
        out.append(QByteArrayView(json).sliced(at, end - at)).append('"');
        done = at = end;
    }
    return done == 0 ? json : out.append(QByteArrayView(json).sliced(done));
}

} // namespace onrecord::io
