// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/htmlbyline.h"

#include "core/io/readers/bylinenames.h"
#include "core/text/fold.h"

#include <QRegularExpression>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int nearHeadline = 14;         // blocks between headline and byline: standfirst, picture, share buttons
constexpr qsizetype longestByline = 200; // with job and date
constexpr double leastScore = 1.0;

/// Comments, lists of other stories and boxes about the author print names as well.
bool isElsewhere(const Page &page, int node)
{
    static const QRegularExpression others(
        u"comment|reply|replies|related|recommend|sidebar|most-?(?:read|popular|viewed)|trending|teaser|promo|follow|newsletter|footer|widget"_s);
    for (int at = node; at >= 0; at = page.nodes[static_cast<size_t>(at)].parent) {
        const PageNode &one = page.nodes[static_cast<size_t>(at)];
        if (one.tag == GUMBO_TAG_BODY)
            break;
        if (one.tag == GUMBO_TAG_NAV || (!one.names.isEmpty() && others.match(one.names).hasMatch()))
            return true;
    }
    return false;
}

double markScore(const PageBlock &block, bool says)
{
    switch (block.byline) {
    case BylineMark::Author:
        return 3;
    case BylineMark::Class:
        return says ? 3 : 2;
    case BylineMark::Link:
        return says ? 2.5 : 1;
    case BylineMark::None:
        return says ? 1.5 : 0;
    }
    return 0;
}

double placeScore(const ArticlePlace &place, int at)
{
    if (place.headline >= 0 && std::abs(at - place.headline) <= nearHeadline)
        return at > place.headline ? 0.9 : 0.5;
    if (at >= place.first - 6 && at <= place.last + 6)
        return at - place.first <= nearHeadline ? 0.5 : 0;
    return -2.5;
}

bool isHouse(const QString &name, const QString &outlet)
{
    const QString a = foldedText(name);
    const QString b = foldedText(outlet);
    return !a.isEmpty() && !b.isEmpty() && (a == b || a.startsWith(b) || b.startsWith(a));
}

struct Byline {
    double score = 0;
    int at = -1;
    QStringList names;
};

Byline bylineAt(const Page &page, const ArticlePlace &place, int at)
{
    const PageBlock &block = page.blocks[static_cast<size_t>(at)];
    if (at == place.headline || block.words.size() > longestByline)
        return {};
    const bool says = opensByline(block.words);
    const double mark = markScore(block, says);
    if (mark <= 0)
        return {};
    Byline byline{mark + placeScore(place, at) - (isElsewhere(page, block.node) ? 1.5 : 0), at,
                  namesOfByline(block.words)};
    // Without a clear mark a name has at least two words, where its script has capitals.
    if (byline.names.isEmpty()
        || (block.byline != BylineMark::Author && byline.names.first()[0].isUpper()
            && !byline.names.first().contains(u' ')))
        return {};
    return byline;
}

/// Several authors may stand in blocks of their own; teasers of other stories have their words between the names.
bool isRightBehind(const Page &page, int first, int other)
{
    constexpr qsizetype job = 60; // what a byline may say of one author before it names the next
    if (other < first || other > first + 3)
        return false;
    for (int between = first + 1; between < other; ++between) {
        const PageBlock &block = page.blocks[static_cast<size_t>(between)];
        if (block.byline == BylineMark::None && block.words.size() > job)
            return false;
    }
    return true;
}

/// "Headline | by NAME | Site", as some houses name their pages.
QStringList namesInTitle(const QString &title)
{
    static const QRegularExpression part(u"\\s[|–—-]\\s+by ([^|]+?)(?=\\s+[|–—-]\\s|$)"_s, QRegularExpression::CaseInsensitiveOption);
    bool isWhole = false;
    const QStringList names = namesOfByline(part.match(title).captured(1), &isWhole);
    return isWhole ? names : QStringList{};
}

} // namespace

void addPageByline(const Page &page, const ArticlePlace &place, ReadDocument &document)
{
    const auto isOwn = [&document](const QString &name) { return isHouse(name, document.outlet.value); };
    if (!std::ranges::all_of(document.authors, isOwn)) {
        document.authors.removeIf(isOwn); // the house beside its people
        return;
    }
    Byline best;
    std::vector<Byline> all;
    for (const auto &[name, block] : page.authorNames) {
        const bool isOther = block < static_cast<int>(page.blocks.size())
            && isElsewhere(page, page.blocks[static_cast<size_t>(block)].node);
        Byline byline{3.5 + placeScore(place, block) - (isOther ? 1.5 : 0), block, namesOfByline(name)};
        byline.names.removeIf(isOwn);
        if (!byline.names.isEmpty() && byline.score > best.score)
            best = byline;
        if (!byline.names.isEmpty())
            all.push_back(std::move(byline));
    }
    for (int i = 0; i < static_cast<int>(page.blocks.size()); ++i) {
        Byline byline = bylineAt(page, place, i);
        byline.names.removeIf(isOwn);
        if (byline.names.isEmpty())
            continue;
        if (byline.score > best.score)
            best = byline;
        all.push_back(std::move(byline));
    }
    if (best.score < leastScore) {
        if (const QStringList names = namesInTitle(page.title); !names.isEmpty()) {
            document.authors = names;
            document.authorsBasis = Basis::Stated;
        }
        return;
    }
    QStringList names = best.names;
    for (const Byline &other : all) { // several authors, each in a block of the same kind
        if (isRightBehind(page, best.at, other.at) && std::abs(other.score - best.score) < 0.5) {
            for (const QString &name : other.names) {
                if (!names.contains(name, Qt::CaseInsensitive))
                    names << name;
            }
        }
    }
    document.authors = names;
    document.authorsBasis = Basis::Stated;
}

} // namespace onrecord::io
