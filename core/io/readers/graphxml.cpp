// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graphxml.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostNodes = 200'000;
constexpr size_t mostEdges = 500'000;
constexpr qsizetype mostSaid = 20;
constexpr qsizetype mostBytes = 200'000'000; // of all values: a few defaults of attributes make many

bool isForbidden(uint c)
{
    const bool isControl = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    return isControl || (c >= 0xD800 && c < 0xE000) || c == 0xFFFE || c == 0xFFFF || c > 0x10FFFF;
}

/// As UTF-8 without a declaration; `forbidden` counts what XML forbids.
QByteArray cleanXml(const QString &text, int &forbidden)
{
    static const QRegularExpression declaration(u"^\\s*<\\?xml\\b[^>]*\\?>"_s);
    static const QRegularExpression reference(u"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));"_s);
    QString out = text;
    if (const auto m = declaration.match(text.first(std::min<qsizetype>(text.size(), 1000))); m.hasMatch())
        out.remove(0, m.capturedEnd());
    for (QChar &c : out) {
        if (!c.isSurrogate() && isForbidden(c.unicode())) {
            c = QChar::ReplacementCharacter;
            ++forbidden;
        }
    }
    if (!out.contains("&#"_L1))
        return out.toUtf8();
    QString clean;
    qsizetype at = 0;
    for (auto all = reference.globalMatch(out); all.hasNext();) {
        const auto m = all.next();
        const bool isDecimal = m.captured(1).isEmpty();
        const qulonglong c = m.captured(isDecimal ? 2 : 1).toULongLong(nullptr, isDecimal ? 10 : 16);
        if (c <= 0x10FFFF && !isForbidden(static_cast<uint>(c)))
            continue;
        clean += QStringView(out).sliced(at, m.capturedStart() - at);
        clean += QChar::ReplacementCharacter;
        at = m.capturedEnd();
        ++forbidden;
    }
    clean += QStringView(out).sliced(at);
    return clean.toUtf8();
}

} // namespace

GraphXml::GraphXml(const QString &text) : m_guard(cleanXml(text, m_forbidden)) {}

Result<void> GraphXml::read(const QString &fileName, ReadDocument &document)
{
    while (m_fault.isEmpty() && m_guard.next()) {
        if (xml().isStartElement()) {
            begin();
        } else if (xml().isEndElement()) {
            end(xml().name());
            if (!m_open.empty() && m_open.back().depth == m_guard.depth() + 1)
                close();
        }
    }
    if (const auto whole = m_guard.outcome(); !whole)
        return whole;
    if (!m_fault.isEmpty())
        return fail(Fault::TooLarge, m_fault);
    if (m_forbidden > 0)
        document.remarks.push_back({RemarkKind::ControlCharacters, {QString::number(m_forbidden)}});
    return readGraph(std::move(m_graph), fileName, document);
}

void GraphXml::says(const QString &what, const QString &words)
{
    if (!words.isEmpty() && m_graph.says.size() < mostSaid)
        m_graph.says << what + u": "_s + words.left(1000);
}

QString GraphXml::cut(const QString &value)
{
    if (value.size() <= longestValue)
        return value;
    ++m_graph.left[u"ends of values of more than %1 letters"_s.arg(longestValue)];
    return value.left(longestValue) + u'…';
}

GraphItem GraphXml::itemHere(bool isEdge)
{
    GraphItem item;
    item.id = attribute("id"_L1).trimmed();
    item.line = xml().lineNumber();
    if (isEdge) {
        item.source = attribute("source"_L1).trimmed();
        item.target = attribute("target"_L1).trimmed();
    }
    return item;
}

void GraphXml::open(GraphItem item, bool isEdge)
{
    m_open.push_back({std::move(item), isEdge, m_guard.depth()});
    m_openEdges += isEdge ? 1 : 0;
}

/// Adds to the size of the graph, and finds fault with one beyond all measure.
void GraphXml::measure(const GraphItem &item)
{
    constexpr qsizetype aValue = 40; // what one takes besides its letters
    m_size += 2 * (item.id.size() + item.label.size() + item.source.size() + item.target.size());
    for (const auto &[name, values] : item.attributes) {
        for (const QString &value : values)
            m_size += aValue + 2 * value.size();
    }
    for (const GraphTime &time : item.times)
        m_size += aValue + 2 * (time.start.size() + time.end.size() + time.words.size());
    if (m_size > mostBytes)
        m_fault = u"the values of the graph take more than %1 MB"_s.arg(mostBytes / 1'000'000);
}

void GraphXml::close()
{
    auto [item, isEdge, depth] = std::move(m_open.back());
    m_open.pop_back();
    m_openEdges -= isEdge ? 1 : 0;
    QSet<QString> stated;
    for (const auto &[name, values] : item.attributes)
        stated.insert(name);
    for (const auto &[name, value] : fallbacks(isEdge)) {
        if (stated.contains(name))
            continue;
        stated.insert(name);
        if (std::ssize(item.attributes) < mostProperties && !name.isEmpty())
            item.attributes.emplace_back(name, QStringList{value});
        else
            item.add(name, value);
    }
    std::vector<GraphItem> &items = isEdge ? m_graph.edges : m_graph.nodes;
    const size_t most = isEdge ? mostEdges : mostNodes;
    if (items.size() >= most) {
        m_fault = u"more than %1 %2"_s.arg(most).arg(isEdge ? u"edges"_s : u"nodes"_s);
        return;
    }
    measure(item);
    item.number = static_cast<int>(items.size()) + 1;
    items.push_back(std::move(item));
}

} // namespace onrecord::io
