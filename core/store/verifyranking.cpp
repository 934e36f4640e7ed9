// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verifyranking.h"

#include "core/match/compare.h"

#include <QSet>
#include <algorithm>
#include <tuple>

namespace onrecord::store {

using namespace Qt::StringLiterals;
using match::Change;
using match::ChangeKind;
using match::Hit;
using match::Verdict;

namespace {

int tierRank(const QString &tier)
{
    static const QStringList tiers{u"exact"_s, u"folded"_s, u"words"_s, u"compared"_s, u"pieces"_s, u"reported"_s};
    return static_cast<int>(tiers.indexOf(tier));
}

/// Words that are not in both. What turns the meaning counts as several; what the quote leaves out of the printed words as one.
qsizetype differingWords(const Hit &hit)
{
    constexpr qsizetype turning = 3;
    qsizetype words = 0;
    for (const Change &change : hit.changes) {
        if (change.kind == ChangeKind::Cut) {
            ++words;
            continue;
        }
        const bool turns = change.kind == ChangeKind::Negation || change.kind == ChangeKind::Number || change.kind == ChangeKind::Unit || change.kind == ChangeKind::Name;
        words += turns && change.bearing != match::Bearing::SameValue ? turning : 0;
        for (const QString &side : {change.from, change.to})
            words += side.isEmpty() ? 0 : side.count(u' ') + 1;
    }
    return words;
}

auto rankOf(const Hit &hit)
{
    const int disagrees = (hit.speakerAgrees ? 0 : 1) + (hit.sourceAgrees ? 0 : 1) + (hit.dateAgrees ? 0 : 1);
    const bool isRough = hit.verdict == Verdict::Stitched || hit.verdict == Verdict::Paraphrase;
    return std::tuple(hit.verdict, disagrees, tierRank(hit.tier), isRough ? 0 : differingWords(hit), -hit.likeness);
}

/// The same remark with a "not" more or less, or an opposite in the place of a word: no other word that tells differs but at its ends.
bool isContrary(const Hit &hit)
{
    const auto turns = [](const Change &change) { return change.kind == ChangeKind::Negation; };
    const auto mayStand = [](const Change &change) { return change.kind == ChangeKind::Negation || change.kind == ChangeKind::Cut || change.bearing == match::Bearing::SameValue || change.kind == ChangeKind::Tense; };
    return hit.verdict == Verdict::Altered && std::ranges::any_of(hit.changes, turns) && std::ranges::all_of(hit.changes, mayStand);
}

} // namespace

void rankHits(std::vector<Hit> &hits)
{
    std::ranges::stable_sort(hits, [](const Hit &a, const Hit &b) { return rankOf(a) < rankOf(b); });
}

void sayWhatOthersPrint(match::Verification &answer)
{
    const bool isSaid = !answer.hits.empty() && (answer.hits.front().verdict <= Verdict::VerbatimOtherSource || (answer.hits.front().verdict == Verdict::Shortened && !answer.hits.front().meaningChanged));
    if (!isSaid)
        return;
    Hit &best = answer.hits.front();
    QSet<ArticleId> differing;
    QSet<ArticleId> contrary;
    for (const Hit &hit : answer.hits) {
        if (hit.article == best.article || hit.verdict != Verdict::Altered || !hit.meaningChanged)
            continue;
        differing.insert(hit.article);
        if (isContrary(hit))
            contrary.insert(hit.article);
    }
    answer.contrary = static_cast<int>(contrary.size());
    const auto say = [&best](qsizetype articles, const QString &what) {
        if (articles > 0)
            best.explanation += articles == 1 ? u" But an article below prints %1."_s.arg(what) : u" But %1 of the articles below print %2."_s.arg(articles).arg(what);
    };
    say(contrary.size(), u"the contrary"_s);
    say(differing.size() - contrary.size(), u"it with a difference that matters"_s);
}

} // namespace onrecord::store
