// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restrikeplan.h"

#include "core/record/struck.h"
#include "core/text/quotemarks.h"

#include <algorithm>

namespace onrecord::store {

namespace {

/// The same words but for an end that somebody moved.
bool isMuchTheSame(Span a, Span b)
{
    const qint32 common = std::min(a.end, b.end) - std::max(a.start, b.start);
    return common * 2 > std::max(a.length(), b.length());
}

/// `spans` by their starts.
bool isMovedFrom(const std::vector<Span> &spans, Span found)
{
    // Two that are much the same are less than either's length apart.
    auto one = std::ranges::upper_bound(spans, found.start - found.length(), {}, &Span::start);
    for (; one != spans.end() && one->start < found.end; ++one) {
        if (isMuchTheSame(*one, found))
            return true;
    }
    return false;
}

} // namespace

RestrikePlan planOf(const std::vector<Placed> &rows, const std::vector<Span> &found, const RestrikePlaces &places)
{
    RestrikePlan plan;
    const std::set<Span> isFound(found.begin(), found.end());
    std::set<Span> isThere;
    std::vector<Span> left;
    std::vector<Span> decided; // and found no more as they stand
    qint32 leftTo = 0;
    for (const Placed &row : rows) {
        isThere.insert(row.content);
        if (row.isDecided) {
            plan.kept += row.status != Status::Rejected && isTouched(places.changed, row.content) ? 1 : 0;
            if (!isFound.contains(row.content))
                decided.push_back(row.content);
        } else if (!isFound.contains(row.content) && (row.content.end <= leftTo || isTouched(places.changed, withQuoteMarks(places.marked, row.content)))) {
            plan.gone.insert(row.id);
            left.push_back(row.content);
            leftTo = std::max(leftTo, row.content.end);
        }
    }
    const std::vector<Span> whereLeft = spansApart(left);
    std::vector<Span> come;
    qint32 comeTo = 0;
    for (size_t i = 0; i < found.size(); ++i) {
        const bool isNews = found[i].end <= comeTo || isTouched(places.changed, withQuoteMarks(places.marked, found[i])) || isTouched(places.news, found[i])
            || isTouched(whereLeft, found[i]);
        if (!isNews || isThere.contains(found[i]) || isMovedFrom(decided, found[i]))
            continue;
        plan.come.push_back(i);
        come.push_back(found[i]);
        comeTo = std::max(comeTo, found[i].end);
    }
    const std::vector<Span> whereCome = spansApart(come);
    for (const Placed &row : rows) {
        if (!row.isDecided && !isFound.contains(row.content) && !isTouched(places.changed, row.content) && isTouched(whereCome, row.content) && plan.gone.insert(row.id).second)
            left.push_back(row.content);
    }
    left.insert(left.end(), come.begin(), come.end());
    plan.touched = spansApart(std::move(left));
    return plan;
}

} // namespace onrecord::store
