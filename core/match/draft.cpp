// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/draft.h"

#include "core/match/figureties.h"

#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

constexpr double enough = 0.5; ///< of the names' weights multiplied, and of the topics': the two are about one thing

double strongestShared(const std::vector<Tie> &a, const std::vector<Tie> &b)
{
    double out = 0;
    for (const Tie &tie : a) {
        const auto other = std::ranges::find(b, tie.word, &Tie::word);
        if (other != b.end())
            out = std::max(out, tie.weight * other->weight);
    }
    return out;
}

bool isSameNumber(const Amount &a, const Amount &b)
{
    return a.dimension == b.dimension && a.low == b.low && a.high == b.high && !a.isVague;
}

bool isAboutOneThing(const FigureContext &a, const FigureContext &b, const Amount &amountA, const Amount &amountB)
{
    // A number that large is hardly printed twice by chance, also where "we" hides whose it is.
    const bool isTelling = isSameNumber(amountA, amountB) && (amountA.isMoney() || amountA.low >= 1000);
    if (isTelling && strongestShared(a.topics, b.topics) >= enough)
        return true;
    if (strongestShared(a.names, b.names) < enough)
        return false;
    if (a.relative.isValid() && b.relative.isValid())
        return true;
    return amountA.dimension == amountB.dimension
        && (isSameNumber(amountA, amountB) || strongestShared(a.topics, b.topics) >= enough);
}

/// The surest answer first; one that decides before one that does not.
int rank(const FigurePair &pair)
{
    switch (pair.relation) {
    case FigureRelation::Agree:
        return pair.reason == FigureReason::SameNumber ? 0 : 1;
    case FigureRelation::Conflict:
        return 2;
    case FigureRelation::Unknown:
        return 3;
    case FigureRelation::NotComparable:
        return 4;
    }
    return 5;
}

} // namespace

DraftFigure supportOf(const Figure &own, const FigureContext &ownContext, const Snapshot &snapshot,
                      std::span<const FigureContext> contexts)
{
    DraftFigure out;
    out.span = own.content.span;
    out.text = own.content.exact;
    const BoardValue value = boardValue(own, ownContext, snapshot);
    int best = 6;
    bool conflicts = false;
    for (const FigureContext &context : contexts) {
        const Figure *figure = snapshot.figure(context.figure);
        if (!figure || figure->status == Status::Rejected)
            continue;
        const BoardValue other = boardValue(*figure, context, snapshot);
        const auto said = compareClauses(value, other, ownContext.clause, context.clause);
        if (!said && !isAboutOneThing(ownContext, context, value.amount, other.amount))
            continue;
        const FigurePair pair = said ? *said : compareFigures(value, other, ownContext, context);
        conflicts = conflicts || pair.relation == FigureRelation::Conflict;
        if (rank(pair) < best) {
            best = rank(pair);
            out.source = figure->id;
            out.pair = pair;
        }
    }
    if (out.source && out.pair.relation == FigureRelation::Agree) {
        out.state = Support::Supported;
        out.isDisputed = conflicts;
    } else if (out.source && out.pair.relation == FigureRelation::Conflict) {
        out.state = Support::Conflicting;
    }
    return out;
}

QString explanation(const DraftFigure &figure, const Snapshot &snapshot)
{
    const Figure *source = snapshot.figure(figure.source);
    if (!source)
        return u"No figure of the record is about this."_s;
    const QString words = u"“%1”: "_s.arg(source->content.exact.simplified()) + explanation(figure.pair);
    switch (figure.state) {
    case Support::Supported:
        return words + (figure.isDisputed ? u" Another figure of the record conflicts."_s : QString());
    case Support::Conflicting:
        return words;
    case Support::Unsupported:
        break;
    }
    return u"No figure of the record states this. Nearest "_s + words;
}

} // namespace onrecord::match
