// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/citation.h"

#include "core/record/speakers.h"
#include "ui/present/words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace onrecord::present {

namespace {

class Citation
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Citation)
};

/// Characters that Markdown would take for its own, made literal.
QString escaped(const QString &words, CitationStyle style)
{
    if (style == CitationStyle::Plain)
        return words;
    QString out;
    for (const QChar c : words) {
        if (QStringView(u"\\`*_[]<>#|").contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

QString title(const Article &row, CitationStyle style)
{
    const QString words = escaped(row.title.value.isEmpty() ? row.fileName : row.title.value, style);
    if (style == CitationStyle::Markdown && !row.url.value.isEmpty() && !row.url.value.contains(u' ') && !row.url.value.contains(u')'))
        return u'[' + words + QStringLiteral("](") + row.url.value + u')';
    return Citation::tr("“%1”", "title of an article").arg(words);
}

QString source(const Snapshot &record, ArticleId id, CitationStyle style, int paragraph)
{
    const Article *row = record.article(id);
    if (!row)
        return {};
    QStringList parts{title(*row, style)};
    if (const QString outlet = record.outletName(id); !outlet.isEmpty())
        parts.append(escaped(outlet, style));
    if (row->published.when.isKnown())
        parts.append(dateInWords(row->published.when));
    if (paragraph > 0)
        parts.append(Citation::tr("paragraph %1").arg(paragraph));
    QString out = parts.join(QStringLiteral(", ")) + u'.';
    if (style == CitationStyle::Plain && !row->url.value.isEmpty())
        out += u' ' + row->url.value;
    return out;
}

QString quoted(const QString &words, CitationStyle style)
{
    const QString marked = Citation::tr("“%1”", "quoted words").arg(escaped(words.simplified(), style));
    if (style == CitationStyle::Markdown)
        return QStringLiteral("> ") + marked + QStringLiteral("\n>\n> ");
    return marked + u' ';
}

} // namespace

QString citation(const Snapshot &record, ItemId item, CitationStyle style, int paragraph)
{
    const auto by = [&](const std::vector<AgentId> &agents) {
        const QString names = namesOf(record, agents);
        return names.isEmpty() ? QStringLiteral("— ") : QStringLiteral("— ") + escaped(names, style) + QStringLiteral(", ");
    };
    if (item.type == ItemType::Quotation) {
        const Quotation *row = record.quotation({item.value});
        return row ? quoted(row->content.exact, style) + by(speakersOf(*row)) + source(record, row->article, style, paragraph) : QString();
    }
    if (item.type == ItemType::Figure) {
        const Figure *row = record.figure({item.value});
        return row ? quoted(row->content.exact, style) + by({row->assertedBy}) + source(record, row->article, style, paragraph) : QString();
    }
    if (item.type == ItemType::Article)
        return source(record, {item.value}, style, paragraph);
    return escaped(itemName(record, item), style);
}

int paragraphAt(QStringView text, qint32 offset)
{
    const bool blankLines = text.contains(u"\n\n");
    const QStringView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    int count = 1;
    bool inside = false; // some word of the paragraph has been seen
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i] != u'\n') {
            inside |= !before[i].isSpace();
            continue;
        }
        const bool ends = !blankLines || (i + 1 < text.size() && text[i + 1] == u'\n');
        if (ends && inside) {
            ++count;
            inside = false;
        }
    }
    return count;
}

} // namespace onrecord::present
