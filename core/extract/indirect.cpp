// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

#include <algorithm>
#include <array>

/// Turns reported clauses into quotations: wholly without marks they are indirect speech; with marks inside they give
/// the quotations in them their clause.
namespace onrecord::extract {

using namespace Qt::StringLiterals;

namespace {

/// Gives the quotations inside the clause its span. True when the clause holds any that its own cue reports.
bool adopt(const Reading &r, const Clause &clause, Extraction &out)
{
    bool any = false;
    const Cue &cue = r.cues[static_cast<size_t>(clause.cue)];
    const Span words{r.itemStart(cue.first), r.itemEnd(cue.last)};
    for (FoundQuotation &q : out.quotations) {
        if (!clause.content.contains(q.content) || q.kind == Kind::Scare || q.kind == Kind::Title)
            continue;
        if (q.cue != words)
            continue;
        if (q.clause.isEmpty() || q.clause.length() > clause.content.length()) {
            q.clause = clause.content;
            q.directness = Directness::Mixed;
        }
        any = true;
    }
    return any;
}

/// How sure it is that the clause is what somebody said. A complementiser after a verb of saying is what makes reported speech
/// plain; without one the clause is often an object, an aside or a relative clause.
double certaintyOf(const Reading &r, const Clause &clause, const Cue &cue)
{
    constexpr qsizetype fewest = 5; // words; "that door" is no clause
    const QStringView words = r.textOf(clause.content);
    const bool isLong = words.count(u' ') + 1 >= fewest;
    static constexpr std::array<QStringView, 5> complementisers{u"that ", u"whether ", u"if ", u"dass ", u"ob "};
    const bool opens = std::ranges::any_of(complementisers, [words](QStringView c) { return words.startsWith(c, Qt::CaseInsensitive); });
    if (cue.isSpeech() && isLong && clause.agent >= 0 && (opens || cue.isAccording))
        return 0.8;
    return cue.isSpeech() ? 0.6 : 0.5;
}

/// — It leaks, said Ana Ruiz. A dash that opens the line marks speech as quotation marks do.
bool opensBehindDash(const Reading &r, const Clause &clause)
{
    const int first = r.item(clause.first).token;
    const int dash = first - 1;
    return dash >= 0 && r.tok(dash).startsParagraph && (r.isSign(dash, u'—') || r.isSign(dash, u'–') || r.isSign(dash, u'―')) && r.cues[static_cast<size_t>(clause.cue)].isSpeech()
        && r.cues[static_cast<size_t>(clause.cue)].head > clause.last;
}

} // namespace

void findIndirect(Reading &r, Extraction &out)
{
    for (const Clause &clause : r.clauses) {
        if (clause.hasMarks && adopt(r, clause, out))
            continue;
        const Cue &cue = r.cues[static_cast<size_t>(clause.cue)];
        FoundQuotation q;
        q.content = clause.content;
        q.directness = Directness::Indirect;
        q.kind = Kind::Indirect;
        q.speaker = clause.agent;
        q.speakerSpan = r.spanOf(cue.source);
        q.cue = {r.itemStart(cue.first), r.itemEnd(cue.last)};
        q.rule = cue.isAccording ? u"according to, without marks"_s : cue.isSpeech() ? u"reported clause"_s : u"reported view"_s;
        q.confidence = certaintyOf(r, clause, cue);
        if (opensBehindDash(r, clause)) {
            q.directness = Directness::Direct;
            q.kind = Kind::Statement;
            q.rule = u"behind a dash"_s;
            q.confidence = 0.85;
        }
        const auto struck = [&](Span s) { return s.overlaps(q.content); };
        if (!std::ranges::any_of(r.options->struck, struck))
            out.quotations.push_back(q);
    }
}

} // namespace onrecord::extract
