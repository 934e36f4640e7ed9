// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figurewords.h"
#include "core/match/figureclause.h"

#include <algorithm>

/// Two statements: are they of one thing? An unclear answer is better than a wrong one.
namespace onrecord::match {

namespace {

/// "wildfire" and "fire"; German compounds end in what they are.
bool isSameWord(const QString &a, const QString &b)
{
    constexpr qsizetype least = 4;
    if (a == b)
        return true;
    const QString &small = a.size() < b.size() ? a : b;
    const QString &large = a.size() < b.size() ? b : a;
    return small.size() >= least && large.endsWith(small);
}

bool isAbout(const FigureClause &s, const Topic &topic)
{
    return std::ranges::any_of(s.about, [&](const Topic &t) { return isSameWord(t.word, topic.word); });
}

bool isNear(const FigureClause &s, const Topic &topic)
{
    return std::ranges::any_of(s.near, [&](const QString &w) { return isSameWord(w, topic.word); });
}

int countShared(const QStringList &a, const QStringList &b)
{
    return static_cast<int>(std::ranges::count_if(a, [&](const QString &w) { return b.contains(w); }));
}

/// Something that one statement is plainly about, or limited to, and of which the other has no trace.
bool hasOwn(const FigureClause &of, const FigureClause &other)
{
    return std::ranges::any_of(of.about, [&](const Topic &t) { return (t.isHead || t.isScope) && !isAbout(other, t) && !isNear(other, t); });
}

/// The same of its names: of another house or place.
bool hasOwnName(const FigureClause &of, const FigureClause &other)
{
    return std::ranges::any_of(of.about, [&](const Topic &t) { return t.isName && !isAbout(other, t) && !isNear(other, t); });
}

bool haveOtherNames(const FigureClause &a, const FigureClause &b)
{
    const auto heads = [](const FigureClause &s) {
        std::vector<Topic> out;
        std::ranges::copy_if(s.about, std::back_inserter(out), [](const Topic &t) { return t.isHead && t.isName; });
        return out;
    };
    const auto ofA = heads(a);
    const auto ofB = heads(b);
    if (ofA.empty() || ofB.empty())
        return false;
    return std::ranges::none_of(ofA, [&](const Topic &t) { return isAbout(b, t); }) && std::ranges::none_of(ofB, [&](const Topic &t) { return isAbout(a, t); });
}

/// A name of the one stands with the other as well.
bool nameOneThing(const FigureClause &a, const FigureClause &b)
{
    const auto has = [&b](const QString &word) { return b.near.contains(word) || std::ranges::any_of(b.about, [&](const Topic &t) { return t.word == word; }); };
    return std::ranges::any_of(a.nearNames, has) || std::ranges::any_of(a.about, [&](const Topic &t) { return t.isName && has(t.word); });
}

} // namespace

std::vector<Topic> sharedTopics(const FigureClause &a, const FigureClause &b)
{
    std::vector<Topic> out;
    std::ranges::copy_if(a.about, std::back_inserter(out), [&](const Topic &t) { return isAbout(b, t); });
    std::ranges::stable_sort(out, {}, [](const Topic &t) { return std::pair(!t.isName, !t.isHead); });
    return out;
}

SubjectTie subjectTie(const FigureClause &a, const FigureClause &b)
{
    if (haveOtherNames(a, b))
        return SubjectTie::Other;
    if (a.isPart != b.isPart || a.isWhole != b.isWhole || (hasOwn(a, b) && hasOwn(b, a)))
        return SubjectTie::Unclear;
    // Both must be reports of one place, house or person.
    if (!nameOneThing(a, b) && !nameOneThing(b, a))
        return SubjectTie::Unclear;
    const int enoughNear = isEventDeed(a.deed) ? 2 : 3;
    const int both = static_cast<int>(sharedTopics(a, b).size());
    if (both > 0)
        return SubjectTie::Same;
    // Nothing in common in the clauses themselves: the words around them must do, and they are weak.
    if ((a.deed != b.deed && !isEventDeed(a.deed)) || hasOwnName(a, b) || hasOwnName(b, a))
        return SubjectTie::Unclear;
    const auto crossed = [](const FigureClause &x, const FigureClause &y) {
        return static_cast<int>(std::ranges::count_if(x.about, [&](const Topic &t) { return isNear(y, t); }));
    };
    return crossed(a, b) + crossed(b, a) + countShared(a.near, b.near) >= enoughNear ? SubjectTie::Same : SubjectTie::Unclear;
}

DeedTie deedTie(const FigureClause &a, const FigureClause &b)
{
    if (a.deed.isEmpty() || b.deed.isEmpty())
        return DeedTie::Unclear;
    if (a.isChange != b.isChange || (!a.share.isEmpty() && !b.share.isEmpty() && a.share != b.share))
        return DeedTie::Other;
    return a.deed == b.deed || isNearDeed(a.deed, b.deed) ? DeedTie::Same : DeedTie::Other;
}

} // namespace onrecord::match
