// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/figuresense.h"

#include "core/extract/englishclauses.h"
#include "core/extract/figureopeners.h"
#include "core/extract/germanfigures.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <array>
#include <limits>

namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;
using namespace word;

struct Qualifying {
    Folded first;  ///< the word right before the number
    Folded second; ///< the word before that; empty when it does not matter
    Qualifier qualifier;
};

constexpr std::array qualifying{
    Qualifying{u"than", u"more", Qualifier::MoreThan}, Qualifying{u"than", u"greater", Qualifier::MoreThan}, Qualifying{u"than", u"higher", Qualifier::MoreThan},
    Qualifying{u"than", u"less", Qualifier::LessThan}, Qualifying{u"than", u"fewer", Qualifier::LessThan}, Qualifying{u"than", u"lower", Qualifier::LessThan},
    Qualifying{u"least", u"at", Qualifier::AtLeast}, Qualifying{u"most", u"at", Qualifier::AtMost}, Qualifying{u"to", u"up", Qualifier::AtMost},
    Qualifying{u"as", u"many", Qualifier::AtMost}, Qualifying{u"as", u"much", Qualifier::AtMost}, Qualifying{u"about", u"", Qualifier::About},
    Qualifying{u"around", u"", Qualifier::About}, Qualifying{u"roughly", u"", Qualifier::About}, Qualifying{u"approximately", u"", Qualifier::About},
    Qualifying{u"nearly", u"", Qualifier::About}, Qualifying{u"almost", u"", Qualifier::About}, Qualifying{u"some", u"", Qualifier::About},
    Qualifying{u"estimated", u"", Qualifier::About}, Qualifying{u"over", u"", Qualifier::MoreThan}, Qualifying{u"exceeding", u"", Qualifier::MoreThan},
    Qualifying{u"under", u"", Qualifier::LessThan}, Qualifying{u"below", u"", Qualifier::LessThan}, Qualifying{u"likely", u"", Qualifier::Likely},
    Qualifying{u"etwa", u"", Qualifier::About}, Qualifying{u"rund", u"", Qualifier::About}, Qualifying{u"circa", u"", Qualifier::About}, Qualifying{u"ca.", u"", Qualifier::About},
    Qualifying{u"ungefähr", u"", Qualifier::About}, Qualifying{u"fast", u"", Qualifier::About}, Qualifying{u"knapp", u"", Qualifier::About},
    Qualifying{u"mindestens", u"", Qualifier::AtLeast}, Qualifying{u"höchstens", u"", Qualifier::AtMost}, Qualifying{u"zu", u"bis", Qualifier::AtMost},
    Qualifying{u"als", u"mehr", Qualifier::MoreThan}, Qualifying{u"über", u"", Qualifier::MoreThan}, Qualifying{u"als", u"weniger", Qualifier::LessThan}, Qualifying{u"unter", u"", Qualifier::LessThan},
};

template<size_t n>
bool isOneOf(const Reading &r, int t, const std::array<Folded, n> &words)
{
    return t >= 0 && t < r.count() && std::ranges::any_of(words, [&](Folded w) { return r.isWord(t, w); });
}

/// The clause around one figure, read leftwards from it.
class FigureClause
{
public:
    FigureClause(const Reading &reading, const Extraction &found, const SpeechByPlace &places, int token)
        : r(reading), m_found(found), m_places(places), m_at(token), m_from(sentenceStart(token)), m_clause(reading, m_from, token) {}

    void describe(FoundFigure &figure) const
    {
        figure.assertedBy = asserter(figure.content);
        if (const int named = apposedMention(figure.unit == u"rank"); named >= 0) {
            figure.subject = r.agents[static_cast<size_t>(named)].name;
            return;
        }
        if (countsSources())
            return;
        if (r.isGerman) {
            describeGerman(figure);
            return;
        }
        const int verb = verbBefore();
        if (countsHearers(verb))
            return;
        const auto beside = nounDescribed(r, figure, m_at);
        const bool dependent = verb >= 0 && m_clause.isDependent(verb);
        if (const auto sense = beside || dependent ? beside : verbBehind(r, figure, m_at, clauseStart(figure.content, verb))) {
            figure.subject = r.textOf(sense->subject).toString();
            figure.predicate = r.textOf(sense->predicate).toString();
            return;
        }
        if (figure.unit == u"rank" && verb >= 0 && isAttribute(verb))
            return;
        if (const TokenPhrase noun = m_clause.apposed(); noun.isValid()) {
            figure.subject = nameOf(noun);
            return;
        }
        if (const TokenPhrase noun = m_clause.behindOpener(); noun.isValid()) {
            figure.subject = nameOf(noun);
            figure.predicate = r.textOf({r.tok(m_from).start, r.tok(m_at - 1).end}).toString();
            return;
        }
        if (verb < 0)
            return;
        if (const Span noun = countedNoun(r, figure); !noun.isEmpty() && m_clause.isInverted(verb)) {
            figure.subject = r.textOf(noun).toString();
            figure.predicate = r.word(verb).toString();
            return;
        }
        const int first = chainStart(verb);
        constexpr int longest = 9; // tokens
        figure.predicate = r.textOf({r.tok(first).start, r.tok(m_at - first <= longest ? m_at - 1 : verb).end}).toString();
        const TokenPhrase subject = m_clause.subjectOf(first);
        const bool mine = subject.isPronoun && figure.assertedBy >= 0 && r.isWord(subject.head, u"i");
        figure.subject = mine ? m_found.agents[static_cast<size_t>(figure.assertedBy)].name : subject.isValid() ? nameOf(subject) : subjectOf(first, figure.assertedBy);
    }

    void describeGerman(FoundFigure &figure) const
    {
        int from = m_from;
        const int stretch = r.stretchOf[static_cast<size_t>(m_at)];
        // "sprach von „|höchstens 300 Gästen|“": words in marks that are no sentence belong to the one around them
        if (stretch >= 0 && from == r.stretches[static_cast<size_t>(stretch)].first && !r.tok(from).isCapital && from > 1 && r.tok(from).shape == TokenShape::Word && !r.isSign(from - 2, u':'))
            from = sentenceStart(from - 2);
        const GermanSense sense = germanSense(r, figure, m_at, from);
        const TokenPhrase &subject = sense.subject;
        figure.predicate = sense.predicate;
        if (!subject.isValid())
            return;
        if (subject.isPronoun && figure.assertedBy >= 0 && r.isWord(subject.head, u"ich"))
            figure.subject = m_found.agents[static_cast<size_t>(figure.assertedBy)].name;
        else
            figure.subject = nameOf(subject);
    }

    /// "One charges $60 per million tokens, the other $2.19": the second price is per the same.
    void inheritUnit(FoundFigure &figure) const
    {
        if (m_found.figures.empty() || figure.unit.size() != 3)
            return;
        const FoundFigure &before = m_found.figures.back();
        if (before.unit.startsWith(figure.unit + u'/') && before.content.start >= r.tok(m_from).start && before.content.end > r.tok(m_from).start)
            figure.unit = before.unit;
    }

private:
    [[nodiscard]] int sentenceStart(int t) const
    {
        int k = t;
        constexpr int farthest = 300; // tokens: a list of a million figures is one sentence too
        while (k > 0 && t - k < farthest && !r.opensSentence[static_cast<size_t>(k)])
            --k;
        return k;
    }

    /// Whoever speaks the innermost words around the figure. An attitude ("Vela plans to spend $5 billion") and an object
    /// ("Vela charges $5") assert nothing: there the author speaks.
    [[nodiscard]] int asserter(Span content) const
    {
        int agent = -1;
        qint32 narrowest = std::numeric_limits<qint32>::max();
        for (const int index : m_places.around(content)) {
            const FoundQuotation &q = m_found.quotations[static_cast<size_t>(index)];
            const Span words = spokenBy(q);
            if (q.kind == Kind::Scare || q.kind == Kind::Title || q.kind == Kind::Hypothetical || words.length() >= narrowest)
                continue;
            if (q.kind == Kind::Indirect && !saysSo(q, content))
                continue;
            narrowest = words.length();
            agent = q.speaker;
        }
        return agent;
    }

    /// Is what is reported a whole sentence, or a measure that somebody estimates?
    [[nodiscard]] bool saysSo(const FoundQuotation &q, Span content) const
    {
        if (q.speaker < 0 || q.rule == u"reported view")
            return false;
        if (q.rule != u"reported clause")
            return true;
        static constexpr std::array estimating{u"estimat", u"predict", u"forecast", u"project", u"report", u"announc", u"put"};
        const QStringView cue = r.textOf(q.cue);
        if (std::ranges::any_of(estimating, [cue](const char16_t *stem) { return cue.contains(QStringView(stem), Qt::CaseInsensitive); }))
            return true;
        for (int t = m_at - 1; t >= m_from && r.tok(t).start >= q.content.start; --t) {
            if (isVerb(t) && !r.is(t, Gerund))
                return true;
        }
        // The verb may come behind: "said $5 billion was spent".
        for (int t = m_at + 1; t < r.count() && r.tok(t).end <= q.content.end; ++t) {
            if (r.is(t, Auxiliary) && r.tok(t).start >= content.end)
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isVerb(int t) const { return m_clause.isVerb(t); }

    /// "the Long Pier, a $500 million project": the agent of the name that the figure's noun phrase is set beside; -1 when none.
    [[nodiscard]] int apposedMention(bool isRank) const
    {
        const int comma = m_at - 2;
        if (comma - 1 < m_from || !r.isSign(comma, u',') || !(r.isWord(m_at - 1, u"a") || r.isWord(m_at - 1, u"an") || (isRank && r.isWord(m_at - 1, u"the"))))
            return -1;
        const int m = r.mentionOf[static_cast<size_t>(comma - 1)];
        return m >= 0 ? r.mention(m).agent : -1;
    }

    /// "paid |the third-largest| bank": the rank of something that the verb does not speak of, as "is the third-largest" does.
    [[nodiscard]] bool isAttribute(int verb) const
    {
        static constexpr WordSet linking{u"is", u"was", u"are", u"were", u"be", u"been", u"became", u"become", u"becomes", u"remains", u"remained", u"'s", u"'re"};
        const bool pointed = r.is(m_at - 1, Determiner | Possessive) || r.tok(m_at - 1).shape == TokenShape::Clitic;
        constexpr int longest = 5;
        return pointed && (m_at - verb > longest || !r.isAny(verb, linking));
    }

    /// "according to |three people| who saw it": who says something, not what is said.
    [[nodiscard]] bool countsSources() const { return m_at - 2 >= m_from && r.isWord(m_at - 1, u"to") && r.isWord(m_at - 2, u"according"); }

    /// "told about |900 guests|": whom something is told.
    [[nodiscard]] bool countsHearers(int verb) const
    {
        static constexpr WordSet telling{u"told", u"tells", u"tell", u"telling", u"addressed", u"addressing", u"assured", u"reminded"};
        return verb >= 0 && r.isAny(verb, telling) && qualifiersBefore(r, m_at) == verb + 1;
    }

    /// The first token of the clause that the figure may open: of the sentence, or of what a verb of saying at `verb` reports; the figure's own
    /// behind any other verb.
    [[nodiscard]] int clauseStart(Span content, int verb) const
    {
        if (verb <= m_from)
            return m_from;
        int from = m_at;
        for (const int index : m_places.around(content)) {
            const Span words = spokenBy(m_found.quotations[static_cast<size_t>(index)]);
            if (r.is(verb, Speech) && words.start > r.tok(verb).start)
                from = std::min(from, static_cast<int>(std::ranges::lower_bound(r.tokens, words.start, {}, &Token::start) - r.tokens.begin()));
        }
        return from < m_at && r.isWord(from, u"that") ? from + 1 : from;
    }

    [[nodiscard]] int verbBefore() const
    {
        for (int t = m_at - 1; t >= m_from; --t) {
            if (isVerb(t))
                return t;
        }
        return -1;
    }

    /// "plans to spend", "has not yet spent": the first word of the verbs that belong together.
    [[nodiscard]] int chainStart(int verb) const
    {
        int first = verb;
        for (int t = verb - 1; t >= m_from; --t) {
            if (isVerb(t) && (!r.is(t, Gerund) || (first == t + 1 && !r.is(first, Auxiliary)) || (t > m_from && r.isWord(t, u"going"))))
                first = t; // not "road |spending| will climb"
            else if (!r.isWord(t, u"to") && !r.is(t, Adverb | Negation) && r.tok(t).shape != TokenShape::Clitic)
                break;
        }
        return first;
    }

    [[nodiscard]] QString subjectOf(int verb, int asserter) const
    {
        if (r.stretchOf[static_cast<size_t>(verb)] < 0) {
            const int item = r.itemOf[static_cast<size_t>(verb)];
            const int floor = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])].first;
            if (r.is(verb, Participle) && !r.is(verb, Auxiliary | Gerund) && item - 1 > floor && isComma(r, item - 1) && !closesRelative(item - 1, floor)) {
                const Source described = phraseEndingAt(r, item - 2, floor); // "a pump, built at a tenth of the cost"
                if (described.isValid() && !described.isPronoun)
                    return nameOf(described);
            }
            if (const Source split = subjectAcrossReport(r, item, floor); split.isValid())
                return nameOf(split);
            Source subject = r.is(verb, Gerund) ? clauseSubject(r, item, floor) : subjectBefore(r, item, floor);
            if (!subject.isValid())
                subject = clauseSubject(r, item, floor);
            if (subject.isRelative)
                subject = antecedentOf(subject, floor);
            return subject.isValid() ? nameOf(subject) : QString();
        }
        // Inside marks there are no items: what an article points out right before the verb, else the nearest name or pronoun before it.
        if (const int from = pointedBefore(verb); from >= 0)
            return r.textOf({r.tok(from).start, r.tok(verb - 1).end}).toString();
        for (int t = verb - 1; t >= m_from; --t) {
            const int m = r.mentionOf[static_cast<size_t>(t)];
            if (m >= 0)
                return r.agents[static_cast<size_t>(r.mention(m).agent)].name;
            if (r.is(t, He | She | They | It | First)) {
                const bool speaker = asserter >= 0 && (r.isWord(t, u"i") || r.isWord(t, u"ich"));
                return speaker ? m_found.agents[static_cast<size_t>(asserter)].name : r.word(t).toString();
            }
        }
        return {};
    }

    /// "Vela, which counts crews, |reported|": does the comma close a relative clause that another one opens?
    [[nodiscard]] bool closesRelative(int comma, int floor) const
    {
        for (int i = comma - 1; i > floor && !r.isStretch(i); --i) {
            if (isComma(r, i))
                return r.iis(i + 1, Relative);
        }
        return false;
    }

    /// "|The old port| has": the article of ordinary words that end right before the verb; -1 when others stand there.
    [[nodiscard]] int pointedBefore(int verb) const
    {
        constexpr int longest = 4;
        for (int t = verb - 1; t >= std::max(m_from, verb - longest); --t) {
            if (r.is(t, Determiner) && !r.is(t, Relative) && t < verb - 1)
                return t > m_from && r.is(t - 1, Preposition) ? -1 : t;
            if (r.tok(t).shape != TokenShape::Word || r.is(t, Function | Verb | Adverb) || r.mentionOf[static_cast<size_t>(t)] >= 0)
                return -1;
        }
        return -1;
    }

    /// "Vela, which plans to spend": the noun phrase the relative clause belongs to.
    [[nodiscard]] Source antecedentOf(const Source &relative, int floor) const
    {
        const int before = relative.first - 1;
        if (before < floor)
            return relative;
        const Source noun = phraseEndingAt(r, isComma(r, before) ? before - 1 : before, floor);
        return noun.isValid() ? noun : relative;
    }

    [[nodiscard]] QString nameOf(const Source &subject) const
    {
        if (subject.mention >= 0 && r.mention(subject.mention).agent >= 0)
            return r.agents[static_cast<size_t>(r.mention(subject.mention).agent)].name;
        const auto resolved = subject.isPronoun ? std::nullopt : m_places.agentOf(subject.head); // "the company"
        if (resolved && *resolved >= 0 && m_found.agents[static_cast<size_t>(*resolved)].type != AgentType::Unnamed)
            return m_found.agents[static_cast<size_t>(*resolved)].name;
        const int agent = subject.isPronoun ? agentOfPronoun(subject.head) : -1;
        return agent >= 0 ? m_found.agents[static_cast<size_t>(agent)].name : r.textOf(r.spanOf(subject)).toString();
    }

    /// A name, also behind what somebody is ("Bürgermeisterin |Ines Tal|"); a body's name only by itself.
    [[nodiscard]] QString nameOf(const TokenPhrase &subject) const
    {
        const auto named = [&](int agent) { return agent >= 0 && m_found.agents[static_cast<size_t>(agent)].type != AgentType::Unnamed; };
        if (const int agent = subject.isPronoun ? agentOfPronoun(subject.head) : m_places.agentOf(subject.head).value_or(-1); named(agent))
            return m_found.agents[static_cast<size_t>(agent)].name;
        for (int t = subject.head; t <= subject.last && r.tok(t).isCapital; ++t) {
            const int m = r.mentionOf[static_cast<size_t>(t)];
            if (m >= 0 && r.mention(m).agent >= 0 && (t == subject.head || r.mention(m).type == AgentType::Person))
                return r.agents[static_cast<size_t>(r.mention(m).agent)].name;
        }
        return r.textOf({r.tok(subject.first).start, r.tok(subject.last).end}).toString();
    }

    /// He and she are whoever a report took them for, else the last person outside marks whom the pronoun fits.
    [[nodiscard]] int agentOfPronoun(int head) const
    {
        if (const auto agent = m_places.agentOf(head))
            return *agent;
        const Gender wanted = r.is(head, He) ? Gender::Male : Gender::Female;
        if (!r.is(head, He | She) || r.is(head, They))
            return -1;
        for (auto it = std::ranges::lower_bound(r.mentions, head, {}, &Mention::first); it != r.mentions.begin();) {
            --it;
            if (it->last >= head || it->isRemade || it->isQuoted || it->type != AgentType::Person || it->agent < 0)
                continue;
            const Gender gender = r.agents[static_cast<size_t>(it->agent)].gender;
            if (gender == wanted || gender == Gender::Unknown)
                return it->agent;
        }
        return -1;
    }

    const Reading &r;
    const Extraction &m_found;
    const SpeechByPlace &m_places;
    int m_at = 0;
    int m_from = 0;
    EnglishClause m_clause;
};

} // namespace

Qualifier qualifierBefore(const Reading &r, int t)
{
    const auto isWordAt = [&](int k, Folded w) { return k >= 0 && k < r.count() && r.isWord(k, w); };
    int before = t - 1;
    while (before >= 0 && (isWordAt(before, u"a") || isWordAt(before, u"an") || isWordAt(before, u"mere") || isWordAt(before, u"the")))
        --before;
    if (r.isGerman && before > 0 && isSumOf(r, before))
        return Qualifier::None;
    for (const Qualifying &q : qualifying) {
        if (isWordAt(before, q.first) && (q.second.isEmpty() || isWordAt(before - 1, q.second)))
            return q.qualifier;
    }
    constexpr int reach = 6; // tokens
    for (int k = before; k >= std::max(0, t - reach) && !r.opensSentence[static_cast<size_t>(k)]; --k) {
        if (isWordAt(k, u"likely") || isWordAt(k, u"probably") || isWordAt(k, u"reportedly"))
            return Qualifier::Likely;
    }
    return Qualifier::None;
}

void describeFigure(const Reading &reading, const Extraction &found, const SpeechByPlace &places, FoundFigure &figure, int token)
{
    const FigureClause clause(reading, found, places, token);
    clause.describe(figure);
    clause.inheritUnit(figure);
}

} // namespace onrecord::extract
