// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/clauseends.h"
#include "core/extract/phrases.h"

/// Views that the text gives to nobody, and questions that nobody named asks.
namespace onrecord::extract {

using namespace word;

namespace {

Bounds boundsOf(const Reading &r, const Cue &cue)
{
    const Sentence &sentence = r.sentences[static_cast<size_t>(cue.sentence)];
    return {sentence.first, sentence.last};
}

bool isSeeming(const Reading &r, const Cue &cue)
{
    static constexpr WordSet seeming{u"seem", u"seems", u"seemed", u"appear", u"appears", u"appeared"};
    return r.iAny(cue.head, seeming) && !cue.isInfinitive && r.iWord(cue.last + 1, u"to");
}

bool isPassiveView(const Reading &r, const Cue &cue)
{
    static constexpr WordSet viewing{u"expected", u"said", u"believed", u"thought", u"reported", u"rumored", u"rumoured", u"alleged", u"considered", u"assumed", u"feared",
                                     u"predicted", u"estimated"};
    return cue.isPassive && !cue.isInfinitive && !cue.source.isValid() && r.iAny(cue.head, viewing) && r.iWord(cue.last + 1, u"to");
}

/// Gives the clause just added the words before its cue that it is about: "|The pump| is expected".
void addSubject(Reading &r, const Cue &cue, const Source &subject, Bounds bounds)
{
    int last = cue.first - 1;
    while (last > bounds.floor && isComma(r, last))
        --last;
    if (!subject.isValid() || subject.first < bounds.floor || subject.first > last || subject.last > last)
        return;
    r.clauses.back().before = {r.itemStart(subject.first), r.itemEnd(last)};
}

} // namespace

bool findHearsay(Reading &r, int c)
{
    Cue &cue = r.cues[static_cast<size_t>(c)];
    const Bounds bounds = boundsOf(r, cue);
    if (r.isGerman || cue.last + 2 >= bounds.ceiling || r.isStretch(cue.last + 2))
        return false;
    const bool seeming = isSeeming(r, cue);
    if (!seeming && !isPassiveView(r, cue))
        return false;
    if (const int said = cue.last + 3; seeming && r.iis(cue.last + 2, Speech) && (r.iWord(said, u"that") || r.iis(said, Pronoun | Determiner | Possessive)))
        return true; // "Ruiz seemed to suggest that": the verb behind it reports
    cue.source = {};
    const Source subject = subjectBefore(r, cue.head, bounds.floor);
    int end = clauseEnd(r, c, cue.last + 1);
    for (int i = cue.last + 2; subject.isRelative && i < end; ++i) {
        if (isComma(r, i))
            end = i - 1; // ", which is expected to leak, …"
    }
    const size_t before = r.clauses.size();
    addClause(r, c, cue.last + 1, end);
    if (r.clauses.size() > before)
        addSubject(r, cue, subject, bounds);
    return true;
}

bool findAsked(Reading &r, int c)
{
    static constexpr WordSet questioning{u"whether", u"if", u"about", u"why", u"what", u"how", u"which", u"who", u"where"};
    Cue &cue = r.cues[static_cast<size_t>(c)];
    const Bounds bounds = boundsOf(r, cue);
    const int from = cue.last + 1;
    if (r.isGerman || !r.iWord(cue.head, u"asked") || !r.iAny(from, questioning) || from + 1 >= bounds.ceiling)
        return false;
    const bool opens = cue.head == bounds.floor || r.iWord(cue.head - 1, u"when") || r.iWord(cue.head - 1, u"if");
    if (!opens && !cue.isPassive)
        return false;
    int end = from + 1;
    while (end < bounds.ceiling && !(isComma(r, end) && (r.isStretch(end + 1) || r.isWordItem(end + 1))))
        ++end;
    cue.source = {};
    const bool about = r.iWord(from, u"about");
    const size_t before = r.clauses.size();
    addClause(r, c, about ? from + 1 : from, end - 1);
    if (about && r.clauses.size() > before)
        r.clauses.back().cueLast = from;
    return true;
}

} // namespace onrecord::extract
