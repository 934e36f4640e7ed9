// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figureboard.h"
#include "core/match/figurewords.h"

#include <algorithm>
#include <cmath>

/// Two figures and the rule that says how they stand to each other.
namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

constexpr int enoughTopics = 3;       ///< words shared beside the unit, for dollars and people to be the same ones
constexpr double namedSubject = 1.15; ///< a tie as strong as this is the clause's own subject

Comparison answer(Relation relation, Reason reason, const QString &first = {}, const QString &second = {})
{
    Comparison out;
    out.relation = relation;
    out.reason = reason;
    out.first = first;
    out.second = second;
    return out;
}

Comparison compareAmounts(const Amount &a, const Amount &b)
{
    constexpr double far = 2;
    if (a.isVague && b.isVague)
        return answer(Relation::Unknown, Reason::OnlyVague);
    if (a.low == b.low && a.high == b.high)
        return answer(Relation::Agree, Reason::SameNumber);
    const bool overlap = a.low <= b.high && b.low <= a.high;
    if (a.isVague || b.isVague)
        return overlap ? answer(Relation::Agree, Reason::VagueHolds)
                       : answer(Relation::Conflict, Reason::NumbersDiffer);
    if (a.isBound || b.isBound) {
        if (!overlap)
            return answer(Relation::Conflict, Reason::BoundBroken);
        const double x = std::isinf(a.high) ? a.low : a.high;
        const double y = std::isinf(b.high) ? b.low : b.high;
        const bool near = std::max(x, y) <= far * std::min(x, y);
        return near ? answer(Relation::Agree, Reason::BoundHolds) : answer(Relation::Unknown, Reason::BoundFar);
    }
    if ((a.low <= b.low && b.high <= a.high) || (b.low <= a.low && a.high <= b.high))
        return answer(Relation::Agree, Reason::Contains);
    if (overlap)
        return answer(Relation::Agree, Reason::Overlaps);
    const double gap = std::max(a.low - b.high, b.low - a.high);
    if (gap <= std::max(a.grain, b.grain))
        return answer(Relation::Agree, Reason::Rounded);
    return answer(Relation::Conflict, Reason::NumbersDiffer);
}

Comparison compareRelative(const Relative &a, const Relative &b)
{
    if (a.measure != b.measure) {
        if (a.measure.isEmpty() || b.measure.isEmpty())
            return answer(Relation::Unknown, Reason::UnclearMeasure, a.measure, b.measure);
        return answer(Relation::NotComparable, Reason::OtherMeasure, a.measure, b.measure);
    }
    if (a.against != b.against) {
        if (a.against.isEmpty() || b.against.isEmpty())
            return answer(Relation::Unknown, Reason::UnclearBase, a.againstPrinted, b.againstPrinted);
        return answer(Relation::NotComparable, Reason::OtherBase, a.againstPrinted, b.againstPrinted);
    }
    constexpr double tolerance = 0.05;
    const bool overlap = a.low <= b.high * (1 + tolerance) && b.low <= a.high * (1 + tolerance);
    if (!overlap)
        return answer(Relation::Conflict, Reason::NumbersDiffer);
    return answer(Relation::Agree, a.low == b.low && a.high == b.high ? Reason::SameNumber : Reason::Rounded);
}

/// The names that are the clause's subject.
QStringList subjects(const FigureContext &context)
{
    QStringList out;
    for (const Tie &tie : context.names) {
        if (tie.weight >= namedSubject)
            out << tie.word;
    }
    return out;
}

bool meet(const QStringList &a, const QStringList &b)
{
    return std::ranges::any_of(a, [&](const QString &w) { return b.contains(w); });
}

QString printedSubject(const FigureContext &context)
{
    QStringList out;
    for (const Tie &tie : context.names) {
        if (tie.weight >= namedSubject)
            out << tie.printed;
    }
    return out.join(u' ');
}

int sharedTopics(const FigureContext &a, const FigureContext &b)
{
    return static_cast<int>(std::ranges::count_if(
        a.topics, [&](const Tie &tie) { return std::ranges::find(b.topics, tie.word, &Tie::word) != b.topics.end(); }));
}

/// A number that two people hardly print by chance.
bool isTelling(const Amount &amount)
{
    return !amount.isVague && !amount.isBound && (amount.dimension.size() == 3 || std::abs(amount.low) >= 1000);
}

} // namespace

Comparison compareFigures(const BoardValue &a, const BoardValue &b, const FigureContext &contextA,
                          const FigureContext &contextB)
{
    if (a.relative.isValid() && b.relative.isValid())
        return compareRelative(a.relative, b.relative);
    if (a.relative.isValid() != b.relative.isValid() || a.amount.dimension != b.amount.dimension)
        return answer(Relation::NotComparable, Reason::OtherUnit, a.amount.dimension, b.amount.dimension);

    const auto ofTimes = [](const std::vector<int> &x, const std::vector<int> &y) {
        return !x.empty() && !y.empty()
            && std::ranges::none_of(x, [&](int year) { return std::ranges::find(y, year) != y.end(); });
    };
    // To have dollars or people may be anything; to have chips is not.
    const auto tells = [](const BoardValue &value) {
        return !value.deed.isEmpty() && !(value.amount.isGeneric && value.deed == u"have");
    };
    const bool known = tells(a) && tells(b);
    const bool bothConcepts = known && conceptOf(a.deed) == a.deed && conceptOf(b.deed) == b.deed;
    const Comparison numbers = compareAmounts(a.amount, b.amount);
    if (numbers.reason == Reason::SameNumber && isTelling(a.amount) && (!bothConcepts || a.deed == b.deed))
        return numbers;
    if (known && a.deed != b.deed)
        return answer(Relation::NotComparable, Reason::OtherPredicate, a.predicate, b.predicate);
    if (ofTimes(contextA.years, contextB.years))
        return answer(Relation::NotComparable, Reason::OtherTime, QString::number(contextA.years.front()),
                      QString::number(contextB.years.front()));
    const QStringList subjectA = subjects(contextA);
    const QStringList subjectB = subjects(contextB);
    if (!subjectA.isEmpty() && !subjectB.isEmpty() && !meet(subjectA, subjectB))
        return answer(Relation::NotComparable, Reason::OtherSubject, printedSubject(contextA),
                      printedSubject(contextB));
    if (numbers.relation == Relation::Unknown)
        return numbers;
    if (!known)
        return answer(Relation::Unknown, Reason::UnclearPredicate, a.predicate, b.predicate);
    if (numbers.relation != Relation::Conflict)
        return numbers;
    if (a.article == b.article && a.assertedBy == b.assertedBy)
        return answer(Relation::Unknown, Reason::OneSource);
    if (a.amount.isGeneric && sharedTopics(contextA, contextB) < enoughTopics)
        return answer(Relation::Unknown, Reason::UnclearSubject);
    return numbers;
}

QString explanation(const Comparison &c)
{
    const QString first = c.first.isEmpty() ? u"?"_s : c.first;
    const QString second = c.second.isEmpty() ? u"?"_s : c.second;
    switch (c.reason) {
    case Reason::SameNumber:
        return u"The same number."_s;
    case Reason::Contains:
        return u"The range holds the other number."_s;
    case Reason::Overlaps:
        return u"The ranges overlap."_s;
    case Reason::Rounded:
        return u"The same number after rounding."_s;
    case Reason::BoundHolds:
        return u"The number keeps within the stated limit."_s;
    case Reason::VagueHolds:
        return u"The vague quantity holds the number."_s;
    case Reason::NumbersDiffer:
        return u"The numbers differ and neither holds the other."_s;
    case Reason::BoundBroken:
        return u"The number breaks the stated limit."_s;
    case Reason::OtherUnit:
        return u"Different units: “%1” and “%2”."_s.arg(first, second);
    case Reason::OtherMeasure:
        return u"Different things are measured: %1 and %2."_s.arg(first, second);
    case Reason::OtherBase:
        return u"Compared with different things: “%1” and “%2”."_s.arg(first, second);
    case Reason::OtherPredicate:
        return u"Different statements: “%1” and “%2”."_s.arg(first, second);
    case Reason::OtherSubject:
        return u"Of different things: %1 and %2."_s.arg(first, second);
    case Reason::OtherTime:
        return u"Of different times: %1 and %2."_s.arg(first, second);
    case Reason::UnclearPredicate:
        return u"It is not clear that both state the same."_s;
    case Reason::UnclearSubject:
        return u"It is not clear that both are about the same."_s;
    case Reason::UnclearMeasure:
        return u"It is not clear what is measured."_s;
    case Reason::UnclearBase:
        return u"It is not clear what is compared with."_s;
    case Reason::OneSource:
        return u"One source states both, so they are likely about different things."_s;
    case Reason::OnlyVague:
        return u"Neither gives a number."_s;
    case Reason::BoundFar:
        return u"The stated limit allows the number but says little."_s;
    }
    return {};
}

QStringList wordsOf(const Board &board, Reason reason)
{
    QStringList out;
    for (const BoardValue &value : board.values) {
        const QString word = reason == Reason::OtherPredicate ? value.predicate
            : reason == Reason::OtherMeasure                  ? value.relative.measure
            : reason == Reason::OtherBase                     ? value.relative.againstPrinted
                                                              : QString();
        if (!word.isEmpty() && !out.contains(word))
            out << word;
    }
    constexpr qsizetype most = 6;
    if (out.size() > most) {
        out.resize(most);
        out << u"…"_s;
    }
    return out;
}

QString explanation(const Board &board)
{
    QStringList out;
    for (const Comparison &c : board.reasons) {
        const QStringList words = wordsOf(board, c.reason);
        const QString list = u"“"_s + words.join(u"”, “"_s) + u"”"_s;
        if (words.size() < 2)
            out << explanation(c);
        else if (c.reason == Reason::OtherPredicate)
            out << u"Different statements: %1."_s.arg(list);
        else if (c.reason == Reason::OtherMeasure)
            out << u"Different things are measured: %1."_s.arg(list);
        else
            out << u"Compared with different things: %1."_s.arg(list);
    }
    return out.join(u' ');
}

} // namespace onrecord::match
