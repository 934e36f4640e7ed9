// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/statedfields.h"

#include "core/io/readers/articlewords.h"
#include "core/io/readers/bylinenames.h"
#include "core/io/readers/writtendate.h"

#include <QRegularExpression>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int bylineLines = 12; // a byline stands near the top
constexpr qsizetype longestTitle = 160;
constexpr qsizetype longestByline = 160;

struct Line {
    Span span; ///< without surrounding white space
    QString words;
};

std::vector<Line> linesOf(const QString &text)
{
    std::vector<Line> lines;
    for (qsizetype start = 0; start <= text.size();) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        qsizetype from = start;
        qsizetype to = end;
        while (from < to && text[from].isSpace())
            ++from;
        while (to > from && text[to - 1].isSpace())
            --to;
        if (to > from)
            lines.push_back({{static_cast<qint32>(from), static_cast<qint32>(to)}, text.sliced(from, to - from)});
        start = end + 1;
    }
    return lines;
}

/// Adds regions to those a document has already (in order, apart), leaving out what would overlap one of them.
class Regions
{
public:
    explicit Regions(ReadDocument &document) : m_document(document) {}

    void add(Span span, RegionKind kind, bool struck = false)
    {
        if (!overlapsAny(m_document.regions, span) && (m_added.empty() || m_added.back().span.end <= span.start))
            m_added.push_back({span, kind, struck});
    }

    void finish()
    {
        m_document.regions.insert(m_document.regions.end(), m_added.begin(), m_added.end());
        std::ranges::sort(m_document.regions, {}, &Region::span);
    }

private:
    ReadDocument &m_document;
    std::vector<Region> m_added;
};

void setAuthors(ReadDocument &document, const QStringList &names)
{
    if (document.authors.isEmpty() && !names.isEmpty()) {
        document.authors = names;
        document.authorsBasis = Basis::Stated;
    }
}

/// The day that words such as "Published on 3 May 2025" name; nothing for a bare "2021", which in a line is any number.
std::optional<PartialDate> statedDay(const QString &words)
{
    static const QRegularExpression opening(u"^(?:published|(?:last )?updated|posted)\\s*:?\\s*(?:on\\s+)?"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    auto when = writtenDate(QString(words).remove(opening));
    return when && when->precision() >= Precision::Month ? when : std::nullopt;
}

/// True for words that are a date. When something was changed is not when it was published.
bool setPublished(ReadDocument &document, const QString &words)
{
    const auto when = statedDay(words);
    if (!when)
        return false;
    if (!document.published.when.isKnown() && !words.contains("updated"_L1, Qt::CaseInsensitive))
        document.published = {*when, Basis::Stated, words};
    return true;
}

/// "Northport, 30 January 2025. By NAME" without its place, when a date follows that; the words themselves otherwise.
QString withoutPlace(const QString &words)
{
    static const QRegularExpression place(u"^\\p{Lu}[\\p{L}\\p{M}.'’\\-]+(?:[ /]\\p{Lu}?[\\p{L}\\p{M}.'’\\-]+){0,3},\\s+(?=\\S.*\\d{4})"_s);
    const auto m = place.match(words);
    static const QRegularExpression byline(u"^(?:by|von|par)\\s"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression date(u"^(.{4,45}?\\d{4})(?:$|[.,|·–—-]*\\s)"_s);
    if (!m.hasMatch() || byline.match(words).hasMatch())
        return words;
    const QString rest = words.sliced(m.capturedEnd());
    const auto when = date.match(rest);
    return when.hasMatch() && statedDay(when.captured(1)) ? rest : words;
}

/// "date 2025-01-30 By NAME", "By NAME, 30 January 2025", "By NAME", "Published 30 January 2025", a date alone; a place may come first.
bool readByline(ReadDocument &document, const Line &line)
{
    static const QRegularExpression dateThenName(
        u"^(?:(?:date|dated|am)\\s*:?\\s*)?(.{4,52}?)[\\s|·–—.,-]+(?:by|von|par)\\s+(.+)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression nameThenDate(
        u"^(?:by|von|par|written by|author:|autor:)\\s+(.+?)\\s*[|·,–—-]+\\s*((?:published|updated|posted)?\\s*:?\\s*\\S.*\\d{4}.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression nameOnly(u"^(?:by|von|par|written by|author:|autor:)\\s+(.+)$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression dateOnly(
        u"^(?:(?:date|dated|datum)\\s*:?\\s*(?:on\\s+)?)?(.{4,45})$"_s,
        QRegularExpression::CaseInsensitiveOption);

    const QString words = withoutPlace(line.words);
    if (const auto m = dateThenName.match(words); m.hasMatch() && statedDay(m.captured(1))) {
        const QStringList names = namesOfByline(m.captured(2));
        setPublished(document, m.captured(1));
        setAuthors(document, names);
        return true;
    }
    if (const auto m = nameThenDate.match(line.words); m.hasMatch()) {
        const QStringList names = namesOfByline(m.captured(1));
        if (!names.isEmpty() && setPublished(document, m.captured(2))) {
            setAuthors(document, names);
            return true;
        }
    }
    if (const auto m = nameOnly.match(line.words); m.hasMatch()) {
        const QStringList names = namesOfByline(m.captured(1));
        setAuthors(document, names);
        return !names.isEmpty();
    }
    if (const auto m = dateOnly.match(words); m.hasMatch())
        return setPublished(document, m.captured(1));
    return false;
}

/// "© 2025 NAME": who holds the right wrote or published it. A name of two or three capitalised words is taken for a
/// person.
bool readCopyright(ReadDocument &document, const Line &line)
{
    static const QRegularExpression shape(
        u"^(?:©|\\(c\\)|copyright)\\s*(?:©|\\(c\\))?\\s*(\\d{4})(?:\\s*[-–]\\s*\\d{4})?\\s+(.+?)[\\s.|]*(?:all rights reserved.*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto m = shape.match(line.words);
    if (!m.hasMatch())
        return false;
    const QString holder = m.captured(2).simplified();
    static const QRegularExpression company(
        u"\\b(?:inc|ltd|llc|gmbh|ag|corp|company|media|news|times|group|press|post)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (company.match(holder).hasMatch()) {
        if (document.outlet.value.isEmpty())
            document.outlet = {holder, Basis::Stated};
    } else {
        setAuthors(document, namesOfByline(holder));
    }
    if (!document.published.when.isKnown())
        document.published = {PartialDate::year(m.captured(1).toInt()), Basis::Stated, m.captured(0)};
    return true;
}

/// A first line set apart from prose by its length and by not ending as a sentence does, with prose after it.
bool isHeadline(const std::vector<Line> &lines, size_t at)
{
    if (at + 1 >= lines.size())
        return false;
    const QString &first = lines[at].words;
    const qsizetype words = first.count(u' ') + 1;
    if (first.size() > longestTitle || words < 2 || words > 24 || first.contains(u"://"_s))
        return false;
    const QChar begin = QStringView(u"“‘„«\"'").contains(first[0]) ? first[1] : first[0];
    if (!begin.isLetterOrNumber() || begin.isLower() || QStringView(u".,;:…-–—").contains(first.back()))
        return false;
    const auto next = lines.begin() + static_cast<qsizetype>(at) + 1;
    return std::any_of(next, next + std::min<qsizetype>(4, lines.end() - next),
                       [](const Line &line) { return line.words.size() >= 80; });
}

} // namespace

bool overlapsAny(const std::vector<Region> &regions, Span span)
{
    const auto behind =
        std::ranges::upper_bound(regions, span.start, {}, [](const Region &region) { return region.span.end; });
    return behind != regions.end() && behind->span.overlaps(span);
}

void addStatedFields(ReadDocument &document)
{
    std::ranges::sort(document.regions, {}, &Region::span);
    Regions regions(document);
    const std::vector<Line> lines = linesOf(document.text);
    const auto first = std::ranges::find_if_not(lines, isBoxLine, &Line::words);
    const auto at = static_cast<size_t>(first - lines.begin());
    const bool hasHeadline = document.title.value.isEmpty() && isHeadline(lines, at);
    if (hasHeadline)
        document.title = {first->words, Basis::Stated};
    for (size_t i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        const qsizetype dateline = i < bylineLines ? datelineLength(line.words) : 0;
        if (hasHeadline && i == at)
            regions.add(line.span, RegionKind::Headline);
        else if (dateline > 0)
            regions.add({line.span.start, line.span.start + static_cast<qint32>(dateline)}, RegionKind::Dateline);
        else if (isCorrectionLine(line.words))
            regions.add(line.span, RegionKind::Correction);
        else if (isBoxLine(line.words))
            regions.add(line.span, RegionKind::Boilerplate, true);
        else if (i < bylineLines && line.words.size() <= longestByline && readByline(document, line))
            regions.add(line.span, RegionKind::Byline);
        else if (line.words.size() <= longestByline && readCopyright(document, line))
            regions.add(line.span, RegionKind::Boilerplate, true);
    }
    regions.finish();
}

} // namespace onrecord::io
