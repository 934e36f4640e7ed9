// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/appearances.h"

#include "core/record/syndication.h"

#include <QHash>
#include <algorithm>
#include <tuple>

namespace onrecord::match {

namespace {

/// The day of capture says when somebody saved an article, not when it came out.
bool isEvidence(DatedBy by)
{
    return by == DatedBy::Said || by == DatedBy::Published;
}

auto placeOf(const Appearance &row)
{
    return std::tuple(isEvidence(row.by) ? DatedBy::Said : row.by, row.when.isKnown() ? row.when.earliest() : 0, row.quotation);
}

/// Whoever printed the words before all others, by the days of publication alone.
void findFirstPrint(const Snapshot &record, Appearances &out)
{
    std::vector<std::pair<PartialDate, const Quotation *>> prints;
    for (const Appearance &row : out.order) {
        const Quotation *quotation = record.quotation(row.quotation);
        const Article *article = record.article(quotation->article);
        if (!article || !article->published.when.isKnown())
            return; // may have been the first
        prints.emplace_back(article->published.when, quotation);
    }
    for (const auto &[when, quotation] : prints) {
        const bool isFirst = std::ranges::all_of(prints, [&](const auto &other) { return other.second->article == quotation->article || isCertainlyBefore(when, other.first); });
        if (isFirst) {
            out.firstPrinted = quotation->id;
            out.printed = when;
            return;
        }
    }
}

} // namespace

Appearance appearanceOf(const Snapshot &record, const Quotation &row)
{
    Appearance out{row.id, {}, DatedBy::Nothing, false};
    const Article *article = record.article(row.article);
    if (row.said.when.isKnown()) {
        out.when = row.said.when;
        out.by = DatedBy::Said;
    } else if (article && article->published.when.isKnown()) {
        out.when = article->published.when;
        out.by = DatedBy::Published;
    } else if (article && article->capturedAt.isValid()) {
        const QDate day = article->capturedAt.toUTC().date();
        out.when = PartialDate::day(day.year(), day.month(), day.day());
        out.by = DatedBy::Captured;
    }
    return out;
}

void sortByAppearance(std::vector<Appearance> &rows)
{
    std::ranges::sort(rows, {}, placeOf);
}

Appearances appearancesOf(const Snapshot &record, UtteranceId utterance)
{
    Appearances out;
    for (const QuotationId id : record.variantsOf(utterance)) {
        const Quotation *row = record.quotation(id);
        if (row && row->status != Status::Rejected)
            out.order.push_back(appearanceOf(record, *row));
    }
    sortByAppearance(out.order);
    QHash<ArticleId, ArticleId> texts; // by a text's first print: the article that stands for it here
    for (Appearance &row : out.order) {
        const ArticleId article = record.quotation(row.quotation)->article;
        const auto group = record.syndicationGroup(article);
        const ArticleId text = group.empty() ? article : group.front();
        const auto stands = texts.constFind(text);
        row.isCopy = stands != texts.cend() && *stands != article;
        if (stands == texts.cend())
            texts.insert(text, article);
    }
    out.sources = static_cast<int>(texts.size());
    out.firstIsSure = !out.order.empty() && isEvidence(out.order.front().by)
        && std::all_of(out.order.begin() + 1, out.order.end(), [&](const Appearance &row) {
               return isEvidence(row.by) && isCertainlyBefore(out.order.front().when, row.when);
           });
    if (out.order.size() > 1)
        findFirstPrint(record, out);
    return out;
}

} // namespace onrecord::match
