// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/pageregions.h"

#include "core/io/readers/articlewords.h"
#include "core/io/readers/bylinenames.h"
#include "core/io/readers/writtendate.h"
#include "core/text/fold.h"

#include <QRegularExpression>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestStandfirst = 600;
constexpr int nearHeadline = 8; // blocks behind it

/// Class and id of the block's element and of those around it that hold little else.
QString namesAround(const Page &page, int node)
{
    const qsizetype words = page.nodes[static_cast<size_t>(node)].words;
    QString names;
    for (int at = node, level = 0; at >= 0 && level < 3; at = page.nodes[static_cast<size_t>(at)].parent, ++level) {
        const PageNode &one = page.nodes[static_cast<size_t>(at)];
        if (one.words > words + 80)
            break;
        names += one.names + u' ' + one.itemprop.toLower() + u' ';
    }
    return names;
}

bool isStandfirst(const Page &page, const ArticlePlace &place, int at, const QString &names)
{
    const PageBlock &block = page.blocks[static_cast<size_t>(at)];
    if (place.headline < 0 || at <= place.headline || at > place.headline + nearHeadline
        || block.words.size() > longestStandfirst || block.words.size() < 20)
        return false;
    static const QRegularExpression classes(
        u"standfirst|sub-?head|sub-?title|\\bdeck\\b|\\bdek\\b|[-_]de(?:c)?k\\b|strapline|summary|(?:^|[\\s_-])(?:lead|lede|intro|teaser|excerpt|abstract|description|chapo|vorspann|unterzeile|alternativeheadline)(?:$|[\\s_-])"_s);
    if (classes.match(names).hasMatch())
        return true;
    const GumboTag tag = page.nodes[static_cast<size_t>(block.node)].tag;
    if (at == place.headline + 1 && tag == GUMBO_TAG_H2)
        return true;
    const QString described =
        foldedText((page.properties.value(u"og:description"_s) + page.meta.value(u"description"_s)).value(0));
    const QString words = foldedText(block.words);
    return words.size() >= 40 && at <= place.headline + 4 && tag != GUMBO_TAG_P && words == described;
}

bool isCaption(const Page &page, const PageBlock &block, const QString &names)
{
    if (isWithin(page, block.node, GUMBO_TAG_FIGCAPTION)
        || page.nodes[static_cast<size_t>(block.node)].tag == GUMBO_TAG_CAPTION)
        return true;
    static const QRegularExpression classes(
        u"caption|(?:image|photo|picture|img|media)[-_]?(?:credit|source|byline|description)|\\bcredit\\b|bildunterschrift|legende"_s);
    return block.words.size() <= 400 && classes.match(names).hasMatch();
}

/// The day of printing in a line that says nothing else, or beside the names in a byline: "By Ann Ray | 3 May 2025, 14:05", "27.01.2025, 14:05 Uhr".
std::optional<PartialDate> dayOfPrinting(const QString &line)
{
    constexpr qsizetype longest = 200;
    static const QRegularExpression between(u"\\s*[|•·]\\s*|\\n"_s);
    static const QRegularExpression around(u"^(?:first published|published|posted|veröffentlicht|publié)(?:\\s+(?:on|at|am|le))?\\s*:?\\s*|\\s*Uhr$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression changed(u"^(?:last\\s|updated|modified|changed|stand\\b|aktualisiert|zuletzt|geändert|mis à jour)"_s, QRegularExpression::CaseInsensitiveOption);
    if (line.size() > longest)
        return std::nullopt;
    for (const QString &part : line.split(between, Qt::SkipEmptyParts)) {
        if (changed.match(part).hasMatch())
            continue;
        if (const auto date = writtenDate(QString(part).remove(around)); date && date->isKnown() && date->from().precision >= Precision::Day)
            return date;
    }
    return std::nullopt;
}

bool isDateline(const QString &words)
{
    static const QRegularExpression opening(
        u"^(?:first published|published|updated|posted|last (?:updated|modified)|stand|veröffentlicht|publié)(?:\\s+(?:on|at|am|le))?\\s*:?\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (words.size() > 80 || words.size() < 6)
        return false;
    const QString rest = QString(words).remove(opening);
    return writtenDate(rest).has_value() && rest.size() > 4; // a year alone is any number
}

} // namespace

void addPrintedDate(const Page &page, const ArticlePlace &place, ReadDocument &document)
{
    if (document.published.when.isKnown() || place.headline < 0)
        return;
    const int end = std::min(place.headline + nearHeadline, static_cast<int>(page.blocks.size()));
    for (int i = place.headline + 1; i < end; ++i) {
        const QString words = page.blocks[static_cast<size_t>(i)].words.simplified();
        if (const auto date = dayOfPrinting(words)) {
            document.published = {*date, Basis::Stated, words};
            return;
        }
    }
}

bool isHeading(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

bool isWithin(const Page &page, int node, GumboTag tag)
{
    for (int at = node; at >= 0; at = page.nodes[static_cast<size_t>(at)].parent) {
        if (page.nodes[static_cast<size_t>(at)].tag == tag)
            return true;
    }
    return false;
}

std::optional<RegionKind> regionOf(const Page &page, const ArticlePlace &place, int at)
{
    const PageBlock &block = page.blocks[static_cast<size_t>(at)];
    const QString names = namesAround(page, block.node);
    const QString words = block.words.simplified();
    if (isCorrectionLine(words) || (words.size() < 1200 && names.contains(u"correction"_s)))
        return RegionKind::Correction;
    if (isCaption(page, block, names))
        return RegionKind::Caption;
    if (words.size() <= 200
        && (block.byline == BylineMark::Author
            || ((block.byline != BylineMark::None || opensByline(words)) && !namesOfByline(words).isEmpty()
                && at < place.first + 20)))
        return RegionKind::Byline;
    if (isDateline(words))
        return RegionKind::Dateline;
    if (isStandfirst(page, place, at, names))
        return RegionKind::Standfirst;
    if (isHeading(page.nodes[static_cast<size_t>(block.node)].tag))
        return RegionKind::Heading;
    if (isWithin(page, block.node, GUMBO_TAG_BLOCKQUOTE))
        return RegionKind::BlockQuote;
    if (isBoxLine(words))
        return RegionKind::Boilerplate;
    return std::nullopt;
}

} // namespace onrecord::io
