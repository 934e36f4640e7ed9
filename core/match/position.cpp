// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/position.h"

#include "core/match/compare.h"
#include "core/match/sameutterance.h"
#include "core/text/fold.h"

#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

bool isPosition(const Quotation &row)
{
    return row.status != Status::Rejected && row.kind != Kind::Scare && row.kind != Kind::Title && row.kind != Kind::Hypothetical;
}

/// Every word of the topic begins a word here: "chip" is in "chips", "art" is not in "smart".
bool isAbout(const QString &words, const QStringList &topic)
{
    return std::ranges::all_of(topic, [&words](const QString &word) {
        for (qsizetype at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
            if (at == 0 || !words[at - 1].isLetterOrNumber())
                return true;
        }
        return false;
    });
}

void findTurn(const Snapshot &record, std::vector<Position> &order, size_t at)
{
    const QString words = record.quotation(order[at].appearance.quotation)->content.exact;
    for (size_t earlier = at; earlier-- > 0;) {
        const Comparison answer = compare(record.quotation(order[earlier].appearance.quotation)->content.exact, words);
        if (!answer.same || !answer.meaningChanged)
            continue;
        order[at].against = order[earlier].appearance.quotation;
        std::ranges::copy_if(answer.changes, std::back_inserter(order[at].changes), [](const Change &change) { return isConflict(change); });
        return;
    }
}

} // namespace

Positions positionsOf(const Snapshot &record, AgentId agent, const QString &topic, size_t most)
{
    const QStringList wanted = foldedText(topic).split(u' ', Qt::SkipEmptyParts);
    std::vector<Appearance> found;
    for (const QuotationId id : record.quotationsBy(agent)) {
        const Quotation &row = *record.quotation(id);
        if (isPosition(row) && (wanted.isEmpty() || isAbout(foldedText(row.content.exact), wanted)))
            found.push_back(appearanceOf(record, row));
    }
    sortByAppearance(found);
    Positions out;
    QString wordsBefore;
    for (const Appearance &appearance : found) {
        const QString words = comparableWords(record.quotation(appearance.quotation)->content.exact);
        const bool isRepeated = !out.order.empty() && words == wordsBefore && appearance.when == out.order.back().appearance.when;
        wordsBefore = words;
        if (isRepeated)
            continue;
        ++out.found;
        if (out.order.size() < most)
            out.order.push_back({appearance, {}, {}});
    }
    for (size_t at = 1; at < out.order.size(); ++at)
        findTurn(record, out.order, at);
    return out;
}

} // namespace onrecord::match
