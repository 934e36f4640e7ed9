// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"
#include "core/extract/reportspans.h"

#include <algorithm>
#include <array>

/// Turns reported clauses into quotations: wholly without marks they are indirect speech; with marks inside they give
/// the quotations in them their clause.
namespace onrecord::extract {

using namespace Qt::StringLiterals;

namespace {

/// Which of the quotations a clause may hold: those with marks stand first, in text order; then the clauses, of which only those of the
/// same sentence have the same cue.
class Adoption
{
public:
    Adoption(const Reading &reading, Extraction &out) : r(reading), m_out(out)
    {
        const auto start = [](const FoundQuotation &q) { return q.content.start; };
        m_ordered = static_cast<size_t>(std::ranges::is_sorted_until(out.quotations, {}, start) - out.quotations.begin());
        m_turned = static_cast<size_t>(std::ranges::is_sorted_until(out.quotations.begin() + static_cast<qptrdiff>(m_ordered), out.quotations.end(), {}, start) - out.quotations.begin());
        m_given = m_sentenceFrom = out.quotations.size();
    }

    /// Gives the quotations inside the clause its span. True when the clause holds any that its own cue reports.
    bool adopt(const Clause &clause)
    {
        bool any = false;
        const auto at = [this](size_t q) { return m_out.quotations.begin() + static_cast<qptrdiff>(q); };
        // Words in marks, then the turns that the file states: each in text order.
        for (const auto &[from, to] : {std::pair(at(0), at(m_ordered)), std::pair(at(m_ordered), at(m_turned))}) {
            for (auto it = std::ranges::lower_bound(from, to, clause.content.start, {}, [](const FoundQuotation &q) { return q.content.start; }); it != to && it->content.start <= clause.content.end; ++it)
                any = adoptOne(clause, *it) || any;
        }
        for (size_t q = m_turned; q < m_given; ++q)
            any = adoptOne(clause, m_out.quotations[q]) || any;
        for (size_t q = m_sentenceFrom; q < m_out.quotations.size(); ++q)
            any = adoptOne(clause, m_out.quotations[q]) || any;
        return any;
    }

    /// To be told of each clause before it is asked about.
    void enter(const Clause &clause)
    {
        const int sentence = r.cues[static_cast<size_t>(clause.cue)].sentence;
        if (sentence != m_sentence)
            m_sentenceFrom = m_out.quotations.size();
        m_sentence = sentence;
    }

private:
    bool adoptOne(const Clause &clause, FoundQuotation &q) const
    {
        const Cue &cue = r.cues[static_cast<size_t>(clause.cue)];
        if (!clause.content.contains(q.content) || q.kind == Kind::Scare || q.kind == Kind::Title)
            return false;
        if (q.cue.start != r.itemStart(cue.first) || q.cue.end < r.itemEnd(cue.last))
            return false;
        if (q.clause.isEmpty() || q.clause.length() > clause.content.length()) {
            q.clause = clause.content;
            q.directness = Directness::Mixed;
        }
        return true;
    }

    const Reading &r;
    Extraction &m_out;
    size_t m_ordered = 0;      ///< how many of the quotations stand in text order
    size_t m_turned = 0;       ///< and behind them, in text order again, the turns up to here
    size_t m_given = 0;        ///< how many there were before the clauses
    size_t m_sentenceFrom = 0; ///< where the clauses of the present sentence begin
    int m_sentence = -1;
};

/// — It leaks, said Ana Ruiz. A dash that opens the line marks speech as quotation marks do.
bool opensBehindDash(const Reading &r, const Clause &clause)
{
    const int first = r.item(clause.first).token;
    const int dash = first - 1;
    return dash >= 0 && r.tok(dash).startsParagraph && (r.isSign(dash, u'—') || r.isSign(dash, u'–') || r.isSign(dash, u'―')) && r.cues[static_cast<size_t>(clause.cue)].isSpeech()
        && r.cues[static_cast<size_t>(clause.cue)].head > clause.last;
}

/// Whoever speaks in turns says all that stands there. Turns stand in order and apart.
bool isInTurn(const Reading &r, Span content)
{
    const auto behind = std::ranges::upper_bound(r.turns, content.start, {}, [](const Turn &turn) { return turn.content.start; });
    return behind != r.turns.begin() && std::prev(behind)->content.contains(content);
}

/// Ruiz said that she thinks it leaks: who reports the outer words reports the inner ones too; readers mark the outer. A clause of saying
/// with a conjunction ("… that Hale said that …") is a report within the report, and stays.
bool isWithin(const Reading &r, const Clause &clause)
{
    if (isInTurn(r, clause.content))
        return true;
    if (r.isGerman)
        return false;
    const bool says = r.cues[static_cast<size_t>(clause.cue)].isSpeech() && !r.isStretch(clause.first) && (r.iWord(clause.first, u"that") || r.iWord(clause.first, u"whether"));
    // Clauses stand in the order of their cues, so those of one sentence stand together.
    const int sentence = r.cues[static_cast<size_t>(clause.cue)].sentence;
    const auto sameSentence = std::ranges::equal_range(r.clauses, sentence, {}, [&](const Clause &c) { return r.cues[static_cast<size_t>(c.cue)].sentence; });
    return !says && std::ranges::any_of(sameSentence, [&](const Clause &outer) {
        return outer.content != clause.content && outer.content.contains(clause.content);
    });
}

} // namespace

double certaintyOf(const Reading &r, const Clause &clause)
{
    const Cue &cue = r.cues[static_cast<size_t>(clause.cue)];
    constexpr qsizetype fewest = 5; // words; "that door" is no clause
    const QStringView words = r.textOf(clause.content);
    bool hasVerb = false; // "heavy cranes |would| arrive" is one all the same
    for (int i = clause.first + 1; i < clause.last; ++i)
        hasVerb = hasVerb || (r.isToken(i) && r.iis(i, word::Auxiliary) && !r.iis(i, word::Preposition));
    const bool isLong = hasVerb || words.count(u' ') + 1 >= fewest;
    static constexpr std::array<QStringView, 5> complementisers{u"that ", u"whether ", u"if ", u"dass ", u"ob "};
    const bool opens = std::ranges::any_of(complementisers, [words](QStringView c) { return words.startsWith(c, Qt::CaseInsensitive); });
    if (cue.isSpeech() && isLong && clause.agent >= 0) {
        if (opens || cue.isAccording)
            return 0.8;
        const Clausehead head = cue.isNoun ? Clausehead() : clauseBefore(r, clause.last + 1, clause.first, true);
        if (head.verb >= 0 && head.embedding == Embedding::Main)
            return 0.75;
    }
    return cue.isSpeech() ? 0.6 : 0.5;
}

void findIndirect(Reading &r, Extraction &out)
{
    Adoption adoption(r, out);
    for (const Clause &clause : r.clauses) {
        adoption.enter(clause);
        if ((clause.hasMarks && adoption.adopt(clause)) || isWithin(r, clause))
            continue;
        const Cue &cue = r.cues[static_cast<size_t>(clause.cue)];
        FoundQuotation q;
        q.content = clause.content;
        if (!clause.before.isEmpty()) {
            q.segments = {clause.before, clause.content};
            q.content.start = clause.before.start;
        }
        q.directness = Directness::Indirect;
        q.kind = Kind::Indirect;
        q.speaker = clause.agent;
        q.alsoSpeakers = clause.alsoAgents;
        q.speakerSpan = clause.speakers.isEmpty() ? wholeSource(r, cue) : clause.speakers;
        q.cue = wholeCue(r, cue, clause.cueLast);
        q.rule = cue.isAccording ? u"according to, without marks"_s : cue.isSpeech() ? u"reported clause"_s : u"reported view"_s;
        q.confidence = certaintyOf(r, clause);
        if (opensBehindDash(r, clause)) {
            q.directness = Directness::Direct;
            q.kind = Kind::Statement;
            q.rule = u"behind a dash"_s;
            q.confidence = 0.85;
        }
        const auto struck = [&](Span s) { return s.overlaps(q.content); };
        if (!std::ranges::any_of(r.options->struck, struck))
            out.quotations.push_back(std::move(q));
    }
}

} // namespace onrecord::extract
