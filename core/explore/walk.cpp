// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/walk.h"

#include "core/record/spelling.h"
#include "core/text/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onrecord::explore {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, ItemType>, 7> referenceTypes{{
    {"person"_L1, ItemType::Agent},
    {"organisation"_L1, ItemType::Agent},
    {"outlet"_L1, ItemType::Outlet},
    {"event"_L1, ItemType::Event},
    {"article"_L1, ItemType::Article},
    {"quotation"_L1, ItemType::Quotation},
    {"figure"_L1, ItemType::Figure},
}};

/// Commas outside quotation marks part the references of a line.
QStringList parts(QStringView line)
{
    QStringList out;
    QString part;
    bool inside = false;
    for (const QChar c : line) {
        if (c == u'"')
            inside = !inside;
        if (c == u',' && !inside)
            out.append(std::exchange(part, {}).trimmed());
        else
            part.append(c);
    }
    out.append(part.trimmed());
    out.removeAll(QString());
    return out;
}

std::optional<Reference> parseReference(QStringView words)
{
    const qsizetype space = words.indexOf(u' ');
    if (space < 0)
        return std::nullopt;
    const QStringView type = words.first(space);
    QStringView rest = words.sliced(space + 1).trimmed();
    Reference out;
    if (type == u"kind") {
        out.kind = kindFromSpelling(rest);
        return out.kind ? std::optional(out) : std::nullopt;
    }
    const auto row = std::ranges::find_if(referenceTypes, [type](const auto &known) { return type == known.first; });
    if (row == referenceTypes.end())
        return std::nullopt;
    out.type = row->second;
    if (out.type == ItemType::Article && !rest.startsWith(u'"')) {
        out.file = rest.toString();
        return out;
    }
    const qsizetype close = rest.lastIndexOf(u'"');
    if (!rest.startsWith(u'"') || close <= 0)
        return std::nullopt;
    out.words = rest.sliced(1, close - 1).toString();
    rest = rest.sliced(close + 1).trimmed();
    if (rest.startsWith(u"in "))
        out.file = rest.sliced(3).trimmed().toString();
    else if (!rest.isEmpty())
        return std::nullopt;
    return out;
}

class Parser
{
public:
    Result<Walk> run(QStringView text)
    {
        qsizetype number = 0;
        for (const QStringView line : text.split(u'\n')) {
            ++number;
            if (!take(line.trimmed()))
                return fail(Fault::Malformed, u"line %1: %2"_s.arg(number).arg(line.trimmed()));
        }
        endParagraph();
        if (m_walk.stops.empty())
            return fail(Fault::Empty, u"no stops"_s);
        return std::move(m_walk);
    }

private:
    bool take(QStringView line)
    {
        if (line.isEmpty()) {
            endParagraph();
            return true;
        }
        if (line.startsWith(u"## ")) {
            endParagraph();
            m_walk.stops.push_back({});
            m_walk.stops.back().title = line.sliced(3).trimmed().toString();
            m_head = true;
            return true;
        }
        if (line.startsWith(u"# ")) {
            m_walk.title = line.sliced(2).trimmed().toString();
            return m_walk.stops.empty();
        }
        if (m_head && m_paragraph.isEmpty()) {
            bool understood = false;
            if (takeSetting(line, understood))
                return understood;
        }
        m_head = false;
        if (!m_paragraph.isEmpty())
            m_paragraph += u' ';
        m_paragraph += line;
        return true;
    }

    /// True when the line is a setting; `understood` tells whether it is a good one.
    bool takeSetting(QStringView line, bool &understood)
    {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0)
            return false;
        Stop &stop = m_walk.stops.back();
        const QStringView key = line.first(colon);
        const QStringView value = line.sliced(colon + 1).trimmed();
        understood = true;
        if (key == u"show") {
            for (const QString &part : parts(value)) {
                const auto reference = parseReference(part);
                understood = understood && reference;
                if (reference)
                    stop.show.push_back(*reference);
            }
        } else if (key == u"select") {
            stop.select = parseReference(value);
            understood = stop.select.has_value();
        } else if (key == u"time") {
            const auto time = PartialDate::fromEdtf(value);
            understood = time.has_value();
            stop.time = time.value_or(PartialDate());
        } else if (key == u"panes") {
            stop.panes = parts(value);
        } else {
            return false;
        }
        return true;
    }

    void endParagraph()
    {
        if (m_paragraph.isEmpty())
            return;
        const QString paragraph = std::exchange(m_paragraph, {});
        if (m_walk.stops.empty()) {
            m_walk.introduction.append(paragraph);
            return;
        }
        static constexpr QStringView why = u"Why it matters:";
        if (paragraph.startsWith(why))
            m_walk.stops.back().why = paragraph.sliced(why.size()).trimmed();
        else
            m_walk.stops.back().paragraphs.append(paragraph);
    }

    Walk m_walk;
    QString m_paragraph;
    bool m_head = false;
};

bool inFile(const Snapshot &record, ArticleId id, const QString &file)
{
    const Article *article = record.article(id);
    return file.isEmpty() || (article && article->fileName == file);
}

template<class Row>
ItemId holding(const std::vector<Row> &rows, const Reference &reference, const Snapshot &record)
{
    const QString wanted = foldedText(reference.words);
    const auto it = std::ranges::find_if(rows, [&](const Row &row) {
        return inFile(record, row.article, reference.file) && foldedText(row.content.exact).contains(wanted);
    });
    return it == rows.end() ? ItemId() : ItemId(it->id);
}

template<class Row, class NameOf>
ItemId named(const std::vector<Row> &rows, NameOf nameOf, const QString &words, bool whole)
{
    const QString wanted = foldedText(words);
    const auto it = std::ranges::find_if(rows, [&](const Row &row) {
        const QString name = foldedText(nameOf(row));
        return whole ? name == wanted : name.startsWith(wanted);
    });
    return it == rows.end() ? ItemId() : ItemId(it->id);
}

} // namespace

Result<Walk> parseWalk(QStringView text)
{
    return Parser().run(text);
}

ItemId resolve(const Reference &reference, const Snapshot &record)
{
    switch (reference.type) {
    case ItemType::Agent:
        return named(record.agents(), [](const Agent &row) { return row.name; }, reference.words, true);
    case ItemType::Outlet:
        return named(record.outlets(), [](const Outlet &row) { return row.name; }, reference.words, true);
    case ItemType::Event:
        return named(record.events(), [](const Event &row) { return row.name; }, reference.words, false);
    case ItemType::Article:
        if (!reference.file.isEmpty()) {
            const auto it = std::ranges::find(record.articles(), reference.file, &Article::fileName);
            return it == record.articles().end() ? ItemId() : ItemId(it->id);
        }
        return named(record.articles(), [](const Article &row) { return row.title.value; }, reference.words, false);
    case ItemType::Quotation:
        return holding(record.quotations(), reference, record);
    case ItemType::Figure:
        return holding(record.figures(), reference, record);
    default:
        return {};
    }
}

Filter filterOf(const Stop &stop, const Snapshot &record, int *missing)
{
    Filter filter;
    for (const Reference &reference : stop.show) {
        Term term;
        if (reference.kind) {
            term.facet = Facet::Kind;
            term.value = static_cast<qint64>(*reference.kind);
        } else {
            const ItemId id = resolve(reference, record);
            const bool usable = id.type == ItemType::Agent || id.type == ItemType::Outlet || id.type == ItemType::Article;
            if (!usable) {
                if (missing)
                    ++*missing;
                continue;
            }
            term.facet = id.type == ItemType::Agent ? Facet::Agent : id.type == ItemType::Outlet ? Facet::Outlet : Facet::Article;
            term.value = id.value;
        }
        filter = filter.with(term);
    }
    return filter;
}

} // namespace onrecord::explore
