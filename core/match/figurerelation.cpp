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

FigurePair answer(FigureRelation relation, FigureReason reason, const QString &first = {}, const QString &second = {})
{
    FigurePair out;
    out.relation = relation;
    out.reason = reason;
    out.first = first;
    out.second = second;
    return out;
}

FigurePair compareAmounts(const Amount &a, const Amount &b)
{
    constexpr double far = 2;
    if (a.isVague && b.isVague)
        return answer(FigureRelation::Unknown, FigureReason::OnlyVague);
    if (a.low == b.low && a.high == b.high)
        return answer(FigureRelation::Agree, FigureReason::SameNumber);
    const bool overlap = a.low <= b.high && b.low <= a.high;
    if (a.isVague || b.isVague)
        return overlap ? answer(FigureRelation::Agree, FigureReason::VagueHolds)
                       : answer(FigureRelation::Conflict, FigureReason::NumbersDiffer);
    if (a.isBound || b.isBound) {
        if (!overlap)
            return answer(FigureRelation::Conflict, FigureReason::BoundBroken);
        const double x = std::isinf(a.high) ? a.low : a.high;
        const double y = std::isinf(b.high) ? b.low : b.high;
        const bool near = std::max(x, y) <= far * std::min(x, y);
        return near ? answer(FigureRelation::Agree, FigureReason::BoundHolds) : answer(FigureRelation::Unknown, FigureReason::BoundFar);
    }
    if ((a.low <= b.low && b.high <= a.high) || (b.low <= a.low && a.high <= b.high))
        return answer(FigureRelation::Agree, FigureReason::Contains);
    if (overlap)
        return answer(FigureRelation::Agree, FigureReason::Overlaps);
    const double gap = std::max(a.low - b.high, b.low - a.high);
    if (gap <= std::max(a.grain, b.grain))
        return answer(FigureRelation::Agree, FigureReason::Rounded);
    return answer(FigureRelation::Conflict, FigureReason::NumbersDiffer);
}

FigurePair compareRelative(const Relative &a, const Relative &b)
{
    if (a.measure != b.measure) {
        if (a.measure.isEmpty() || b.measure.isEmpty())
            return answer(FigureRelation::Unknown, FigureReason::UnclearMeasure, a.measure, b.measure);
        return answer(FigureRelation::NotComparable, FigureReason::OtherMeasure, a.measure, b.measure);
    }
    if (a.against != b.against) {
        if (a.against.isEmpty() || b.against.isEmpty())
            return answer(FigureRelation::Unknown, FigureReason::UnclearBase, a.againstPrinted, b.againstPrinted);
        return answer(FigureRelation::NotComparable, FigureReason::OtherBase, a.againstPrinted, b.againstPrinted);
    }
    constexpr double tolerance = 0.05;
    const bool overlap = a.low <= b.high * (1 + tolerance) && b.low <= a.high * (1 + tolerance);
    if (!overlap)
        return answer(FigureRelation::Conflict, FigureReason::NumbersDiffer);
    return answer(FigureRelation::Agree, a.low == b.low && a.high == b.high ? FigureReason::SameNumber : FigureReason::Rounded);
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
    return !amount.isVague && !amount.isBound && (amount.isMoney() || std::abs(amount.low) >= 1000);
}

QString headNames(const FigureClause &clause)
{
    QStringList out;
    for (const Topic &topic : clause.about) {
        if (topic.isHead && topic.isName)
            out << topic.printed;
    }
    return out.join(u' ');
}

/// What both count: "nurses" and "people", dollars, metres. Other currencies are one kind of thing as well.
bool countsOneThing(const BoardValue &a, const BoardValue &b, const FigureClause &sayA, const FigureClause &sayB)
{
    if (sayA.noun.isEmpty() || sayB.noun.isEmpty())
        return sayA.noun.isEmpty() == sayB.noun.isEmpty() && (a.amount.dimension == b.amount.dimension || (a.amount.isMoney() && b.amount.isMoney()));
    if (a.amount.dimension == b.amount.dimension || isSameThing(sayA.noun, sayB.noun))
        return true;
    if (thingOf(sayA.noun) != thingOf(sayB.noun))
        return false;
    // "people" who march are "demonstrators"; "people" who are employed need not be nurses.
    const auto isToldBy = [](const FigureClause &s, const FigureClause &other) { return isAnybody(s.noun) && (isAnybody(other.noun) || conceptOf(other.noun) == other.deed); };
    // 4,200 passengers and 4,200 people stranded; two injured firefighters are not all that are hurt.
    constexpr double telling = 100; // three campers and three people may be others
    const bool isSameEvent = isEventDeed(sayA.deed) && a.amount.low >= telling && (isAnybody(sayA.noun) || isAnybody(sayB.noun)) && a.amount.low == b.amount.low && a.amount.high == b.amount.high;
    return isSameEvent || isToldBy(sayA, sayB) || isToldBy(sayB, sayA);
}

/// 0 when it is not known.
int yearOf(const BoardValue &value)
{
    return value.when.when.from().precision != Precision::Unknown ? value.when.when.from().year : 0;
}

/// The years it speaks of; "last year" from the day of publication.
std::vector<int> yearsOf(const FigureClause &clause, const BoardValue &value)
{
    std::vector<int> out = clause.years;
    if (const int published = yearOf(value)) {
        for (const int ago : clause.ago)
            out.push_back(published - ago);
    }
    return out;
}

/// Two times that cannot be one: named years apart, or a named year that is past where the other speaks of its day.
std::optional<FigurePair> otherTime(const BoardValue &a, const BoardValue &b, const FigureClause &sayA, const FigureClause &sayB)
{
    const std::vector<int> one = yearsOf(sayA, a);
    const std::vector<int> other = yearsOf(sayB, b);
    if (one.empty() && other.empty())
        return {};
    if (!one.empty() && !other.empty()) {
        if (std::ranges::any_of(one, [&](int year) { return std::ranges::contains(other, year); }))
            return {};
        return answer(FigureRelation::NotComparable, FigureReason::OtherTime, QString::number(one.front()), QString::number(other.front()));
    }
    const auto &named = one.empty() ? other : one;
    const int day = yearOf(one.empty() ? a : b);
    if (day == 0 || std::ranges::contains(named, day))
        return {};
    return answer(FigureRelation::Unknown, FigureReason::UnclearTime);
}

/// Counts that grow: those of two days are not of one time.
bool isOtherHour(const BoardValue &a, const BoardValue &b, const FigureClause &sayA, const FigureClause &sayB)
{
    return (sayA.isRunning || sayB.isRunning) && a.when.when.isKnown() && b.when.when.isKnown() && a.when.when != b.when.when;
}

} // namespace

std::optional<FigurePair> compareClauses(const BoardValue &a, const BoardValue &b, const FigureClause &sayA, const FigureClause &sayB)
{
    if (a.relative.isValid() || b.relative.isValid() || !countsOneThing(a, b, sayA, sayB))
        return {};
    const DeedTie deed = deedTie(sayA, sayB);
    if (deed == DeedTie::Other)
        return {};
    const SubjectTie subject = subjectTie(sayA, sayB);
    if (subject == SubjectTie::Unclear)
        return {};
    if (deed == DeedTie::Unclear) {
        // The same number of the same rare thing of one subject is the same count, however it is put.
        const bool isSame = subject == SubjectTie::Same && !a.amount.isGeneric && a.amount.low == b.amount.low && a.amount.high == b.amount.high && !a.amount.isVague;
        return isSame ? std::optional(answer(FigureRelation::Agree, FigureReason::SameNumber)) : std::nullopt;
    }
    if (subject == SubjectTie::Other)
        return answer(FigureRelation::NotComparable, FigureReason::OtherSubject, headNames(sayA), headNames(sayB));
    const FigurePair numbers = compareAmounts(a.amount, b.amount);
    if (auto time = otherTime(a, b, sayA, sayB)) {
        const bool isOneNumber = time->reason == FigureReason::UnclearTime && numbers.reason == FigureReason::SameNumber && isTelling(a.amount);
        return isOneNumber ? numbers : *time;
    }
    if (a.amount.isMoney() && a.amount.dimension != b.amount.dimension)
        return answer(FigureRelation::NotComparable, FigureReason::OtherUnit, a.amount.dimension, b.amount.dimension);
    if (numbers.relation != FigureRelation::Conflict)
        return numbers;
    if (isOtherHour(a, b, sayA, sayB))
        return answer(FigureRelation::NotComparable, FigureReason::OtherTime, a.when.when.toEdtf(), b.when.when.toEdtf());
    if (a.article == b.article && a.assertedBy == b.assertedBy)
        return answer(FigureRelation::Unknown, FigureReason::OneSource);
    return numbers;
}

FigurePair compareFigures(const BoardValue &a, const BoardValue &b, const FigureContext &contextA,
                          const FigureContext &contextB)
{
    if (a.relative.isValid() && b.relative.isValid())
        return compareRelative(a.relative, b.relative);
    if (const auto said = compareClauses(a, b, contextA.clause, contextB.clause))
        return *said;
    if (a.relative.isValid() != b.relative.isValid() || a.amount.dimension != b.amount.dimension)
        return answer(FigureRelation::NotComparable, FigureReason::OtherUnit, a.amount.dimension, b.amount.dimension);

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
    const FigurePair numbers = compareAmounts(a.amount, b.amount);
    if (numbers.reason == FigureReason::SameNumber && isTelling(a.amount) && (!bothConcepts || a.deed == b.deed))
        return numbers;
    if (known && a.deed != b.deed)
        return answer(FigureRelation::NotComparable, FigureReason::OtherPredicate, a.predicate, b.predicate);
    if (ofTimes(contextA.years, contextB.years))
        return answer(FigureRelation::NotComparable, FigureReason::OtherTime, QString::number(contextA.years.front()),
                      QString::number(contextB.years.front()));
    const QStringList subjectA = subjects(contextA);
    const QStringList subjectB = subjects(contextB);
    if (!subjectA.isEmpty() && !subjectB.isEmpty() && !meet(subjectA, subjectB))
        return answer(FigureRelation::NotComparable, FigureReason::OtherSubject, printedSubject(contextA),
                      printedSubject(contextB));
    if (numbers.relation == FigureRelation::Unknown)
        return numbers;
    if (!known)
        return answer(FigureRelation::Unknown, FigureReason::UnclearPredicate, a.predicate, b.predicate);
    if (numbers.relation != FigureRelation::Conflict)
        return numbers;
    if (a.article == b.article && a.assertedBy == b.assertedBy)
        return answer(FigureRelation::Unknown, FigureReason::OneSource);
    if (a.amount.isGeneric && sharedTopics(contextA, contextB) < enoughTopics)
        return answer(FigureRelation::Unknown, FigureReason::UnclearSubject);
    return numbers;
}

QString explanation(const FigurePair &c)
{
    const QString first = c.first.isEmpty() ? u"?"_s : c.first;
    const QString second = c.second.isEmpty() ? u"?"_s : c.second;
    switch (c.reason) {
    case FigureReason::SameNumber:
        return u"The same number."_s;
    case FigureReason::Contains:
        return u"The range holds the other number."_s;
    case FigureReason::Overlaps:
        return u"The ranges overlap."_s;
    case FigureReason::Rounded:
        return u"The same number after rounding."_s;
    case FigureReason::BoundHolds:
        return u"The number keeps within the stated limit."_s;
    case FigureReason::VagueHolds:
        return u"The vague quantity holds the number."_s;
    case FigureReason::NumbersDiffer:
        return u"The numbers differ and neither holds the other."_s;
    case FigureReason::BoundBroken:
        return u"The number breaks the stated limit."_s;
    case FigureReason::OtherUnit:
        return u"Different units: “%1” and “%2”."_s.arg(first, second);
    case FigureReason::OtherMeasure:
        return u"Different things are measured: %1 and %2."_s.arg(first, second);
    case FigureReason::OtherBase:
        return u"Compared with different things: “%1” and “%2”."_s.arg(first, second);
    case FigureReason::OtherPredicate:
        return u"Different statements: “%1” and “%2”."_s.arg(first, second);
    case FigureReason::OtherSubject:
        return u"Of different things: %1 and %2."_s.arg(first, second);
    case FigureReason::OtherTime:
        return u"Of different times: %1 and %2."_s.arg(first, second);
    case FigureReason::UnclearPredicate:
        return u"It is not clear that both state the same."_s;
    case FigureReason::UnclearSubject:
        return u"It is not clear that both are about the same."_s;
    case FigureReason::UnclearTime:
        return u"It is not clear that both are of one time."_s;
    case FigureReason::UnclearMeasure:
        return u"It is not clear what is measured."_s;
    case FigureReason::UnclearBase:
        return u"It is not clear what is compared with."_s;
    case FigureReason::OneSource:
        return u"One source states both, so they are likely about different things."_s;
    case FigureReason::OnlyVague:
        return u"Neither gives a number."_s;
    case FigureReason::BoundFar:
        return u"The stated limit allows the number but says little."_s;
    }
    return {};
}

QStringList wordsOf(const Board &board, FigureReason reason)
{
    QStringList out;
    for (const BoardValue &value : board.values) {
        const QString word = reason == FigureReason::OtherPredicate ? value.predicate
            : reason == FigureReason::OtherMeasure                  ? value.relative.measure
            : reason == FigureReason::OtherBase                     ? value.relative.againstPrinted
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
    for (const FigurePair &c : board.reasons) {
        const QStringList words = wordsOf(board, c.reason);
        const QString list = u"“"_s + words.join(u"”, “"_s) + u"”"_s;
        if (words.size() < 2)
            out << explanation(c);
        else if (c.reason == FigureReason::OtherPredicate)
            out << u"Different statements: %1."_s.arg(list);
        else if (c.reason == FigureReason::OtherMeasure)
            out << u"Different things are measured: %1."_s.arg(list);
        else
            out << u"Compared with different things: %1."_s.arg(list);
    }
    return out.join(u' ');
}

} // namespace onrecord::match
