// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/jsonoutline.h"

#include "core/io/readers/jsonitems.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestKept = 200;

/// Behind its closing quotation mark, or at the end of the line where it has none.
qsizetype behindString(QStringView text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == u'"')
            return at + 1;
        else if (text[at] == u'\n')
            return at;
    }
    return text.size();
}

} // namespace

QString jsonOutline(QStringView text, qsizetype most)
{
    QString out;
    for (qsizetype at = 0; at < text.size() && out.size() < most;) {
        if (text[at] != u'"') {
            out += text[at++];
            continue;
        }
        const qsizetype end = std::min(behindString(text, at), text.size());
        out += end - at > longestKept ? QStringView(u"\"…\"") : text.sliced(at, end - at);
        at = end;
    }
    return out;
}

bool isJsonData(const QString &outline, bool isNamedJson)
{
    static const QRegularExpression beginning(u"^\\s*(?:\\[\\s*)?\\{\\s*(?:\"(?:[^\"\\\\\\n]|\\\\.){0,200}\"\\s*:|\\})"_s);
    if (!beginning.match(outline).hasMatch())
        return false;
    const auto items = isNamedJson ? std::vector<JsonItem>() : jsonItems(outline, 3);
    return std::ranges::all_of(items.begin(), items.begin() + std::min<std::ptrdiff_t>(3, std::ssize(items)), [](const JsonItem &item) { return QJsonDocument::fromJson(item.json.toUtf8()).isObject(); });
}

} // namespace onrecord::io
