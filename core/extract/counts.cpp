// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/counts.h"

#include <algorithm>

namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;
using namespace word;

bool isWordAt(const Reading &r, int t, Folded w)
{
    return t >= 0 && t < r.count() && r.isWord(t, w);
}

template<size_t n>
bool isAnyAt(const Reading &r, int t, const WordSet<n> &words)
{
    return t >= 0 && t < r.count() && r.isAny(t, words);
}

/// The unit of a noun that is a count: a crowd is of people, a number of beds is of beds.
QString countNoun(const Reading &r, int t)
{
    static constexpr WordSet people{u"staff", u"workforce", u"headcount", u"payroll", u"crowd", u"turnout", u"attendance", u"audience", u"toll", u"population", u"membership",
                                    u"ridership", u"readership", u"enrollment", u"enrolment"};
    static constexpr WordSet menschen{u"belegschaft", u"einwohnerzahl", u"todesopfer", u"zuschauerzahl", u"teilnehmerzahl"};
    if (isAnyAt(r, t, people))
        return u"people"_s;
    if (isAnyAt(r, t, menschen))
        return u"Menschen"_s;
    const bool isNumberOf = (isWordAt(r, t, u"number") && isWordAt(r, t + 1, u"of")) || (isWordAt(r, t, u"zahl") && isWordAt(r, t + 1, u"der"));
    if (!isNumberOf || t + 2 >= r.count())
        return {};
    constexpr int longest = 3;
    for (int noun = t + 2; noun < std::min(r.count(), t + 2 + longest) && r.tok(noun).shape == TokenShape::Word; ++noun) {
        const QStringView w = r.word(noun);
        if (r.is(noun, Function))
            break;
        if (w.endsWith(u's') || (r.isGerman && r.tok(noun).isCapital) || isWordAt(r, noun, u"people") || isWordAt(r, noun, u"dead"))
            return r.isGerman ? w.toString() : w.toString().toLower();
    }
    return {};
}

} // namespace

QString countedBefore(const Reading &r, int at)
{
    static constexpr WordSet qualifiers{u"about", u"around", u"some", u"nearly", u"almost", u"over", u"roughly", u"only", u"just", u"least", u"than", u"more",
                                        u"rund", u"etwa", u"mindestens", u"mehr", u"als", u"fast", u"knapp"};
    static constexpr WordSet levels{u"to", u"from", u"at", u"was", u"is", u"reached", u"hit", u"numbered", u"numbers", u"totalled", u"totaled", u"exceeded", u"passed",
                                    u"auf", u"bei", u"um", u"beträgt", u"betrug"};
    int k = at - 1;
    while (k >= 0 && (isAnyAt(r, k, qualifiers) || (isWordAt(r, k, u"at") && isWordAt(r, k + 1, u"least"))))
        --k;
    if (k < 1 || r.opensSentence[static_cast<size_t>(k)])
        return {};
    if (isWordAt(r, k, u"of") || isWordAt(r, k, u"von"))
        return countNoun(r, k - 1);
    if (!isAnyAt(r, k, levels))
        return {};
    constexpr int reach = 16;
    for (int noun = k - 1; noun >= std::max(0, k - reach); --noun) {
        if (const QString unit = countNoun(r, noun); !unit.isEmpty())
            return unit;
        if (isWordAt(r, k, u"numbered") && noun == k - 1 && r.word(noun).endsWith(u's'))
            return r.word(noun).toString().toLower();
        if (r.opensSentence[static_cast<size_t>(noun)])
            break;
    }
    return {};
}

} // namespace onrecord::extract
