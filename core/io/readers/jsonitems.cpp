// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/jsonitems.h"

#include "core/io/readers/jsonscan.h"

#include <algorithm>

namespace onrecord::io {

namespace {

/// The place behind the value at `at`: behind its brackets, or before the next comma or closing bracket.
qsizetype behindValue(QStringView text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u'"') {
            at = behindString(text, at);
            continue;
        }
        if (c == u'{' || c == u'[')
            ++depth;
        else if ((c == u'}' || c == u']') && --depth <= 0)
            return depth < 0 ? at : at + 1;
        else if (c == u',' && depth == 0)
            return at;
        ++at;
    }
    return text.size();
}

/// The place behind the object that opens at `at`, over as many lines as it takes; minus the length passed when it is
/// not closed, so that its first line is damaged. Unless `isAll`, it does not reach over a line that begins with an
/// object: whoever breaks objects into lines moves those within it in.
qsizetype behindClosed(QStringView text, qsizetype at, bool isAll)
{
    const qsizetype begin = at;
    int depth = 0;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'"') {
            const qsizetype end = behindString(text, at);
            if (!isAll && text.sliced(at, end - at).contains(u'\n'))
                break; // a string that is never closed
            at = end - 1;
        } else if (c == u'{' || c == u'[') {
            if (!isAll && c == u'{' && at > begin && text[at - 1] == u'\n')
                break;
            ++depth;
        } else if ((c == u'}' || c == u']') && --depth <= 0) {
            return at + 1;
        }
    }
    return begin - at;
}

class Lines
{
public:
    explicit Lines(QStringView text) : m_text(text) {}
    int at(qsizetype place)
    {
        m_line += static_cast<int>(m_text.sliced(m_place, place - m_place).count(u'\n'));
        m_place = place;
        return m_line;
    }

private:
    QStringView m_text;
    qsizetype m_place = 0;
    int m_line = 1;
};

std::vector<JsonItem> members(QStringView text, qsizetype at, size_t most)
{
    std::vector<JsonItem> items;
    Lines lines(text);
    for (at = behindBlanks(text, at + 1); at < text.size() && text[at] != u']' && items.size() <= most;) {
        const qsizetype end = behindValue(text, at);
        if (end > at)
            items.push_back({text.sliced(at, end - at).trimmed(), lines.at(at)});
        // What stands between a value and the next comma belongs to neither: it is passed, as a damaged list may hold
        // anything.
        at = behindBlanks(text, end);
        at = behindBlanks(text, at < text.size() && (text[at] == u',' || end == at) && text[at] != u']' ? at + 1 : at);
    }
    return items;
}

} // namespace

std::vector<JsonItem> jsonItems(QStringView text, size_t most)
{
    const qsizetype begin = behindBlanks(text, 0);
    if (begin == text.size())
        return {};
    if (text[begin] == u'[')
        return members(text, begin, most);
    Lines lines(text);
    if (const qsizetype end = behindClosed(text, begin, true); end >= 0 && behindBlanks(text, end) == text.size())
        return {{text.sliced(begin, end - begin), lines.at(begin)}};
    std::vector<JsonItem> items;
    qsizetype patience = 8 * text.size(); // for objects that are damaged, and seem to go on behind their line
    for (qsizetype at = begin; at < text.size() && items.size() <= most; at = behindBlanks(text, at)) {
        const qsizetype next = text.indexOf(u'\n', at);
        const qsizetype lineEnd = next < 0 ? text.size() : next;
        const qsizetype end = text[at] == u'{' && patience > 0 ? behindClosed(text, at, false) : -1;
        patience += std::min<qsizetype>(end, 0);
        items.push_back({text.sliced(at, (end > lineEnd ? end : lineEnd) - at).trimmed(), lines.at(at)});
        at = std::max(end, lineEnd);
    }
    return items;
}

QSet<QString> firstKeys(QStringView text)
{
    constexpr int deepest = 3; // an object in a list of an object
    QSet<QString> keys;
    qsizetype at = behindBlanks(text, 0);
    if (at == text.size() || (text[at] != u'{' && text[at] != u'['))
        return keys;
    int depth = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u'"') {
            const qsizetype end = behindString(text, at);
            const qsizetype next = behindBlanks(text, end);
            if (next < text.size() && text[next] == u':' && depth <= deepest && end - at <= 60)
                keys.insert(text.sliced(at + 1, end - at - 2).toString());
            at = end;
            continue;
        }
        if (c == u'{' || c == u'[')
            ++depth;
        else if ((c == u'}' || c == u']') && --depth == 0)
            break;
        ++at;
    }
    return keys;
}

} // namespace onrecord::io
