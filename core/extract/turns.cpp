// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/turns.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

/// Direct speech that layout marks and not quotation marks: the turns of an interview or a transcript ("Q:", "Ana Ruiz:"),
/// lines behind a dash, quoted lines behind ">".
namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;
using namespace word;

class Turns
{
public:
    explicit Turns(Reading &reading) : r(reading) {}

    void run()
    {
        readLabels();
        for (size_t i = 0; i < m_labels.size(); ++i)
            addTurn(m_labels[i], goesOn(i) ? m_labels[i + 1].paragraph : m_labels[i].paragraph + 1);
        addQuestions();
        if (r.turns.empty())
            r.turns = interviewTurns(r);
        addQuotedLines();
        addStatedTurns(r);
        std::ranges::stable_sort(r.turns, {}, &Turn::content);
    }

private:
    struct Label {
        int paragraph = 0;
        int colon = 0;
        int mention = -1;
        quint64 words = 0;     ///< hash of the label as it is written
        bool isPerson = false; ///< a person's name; anything else with a capital must come again to count
        enum Sort { Name, Question, Answer, Office } sort = Name;
    };

    [[nodiscard]] int firstOf(int paragraph) const { return r.paragraphStart[static_cast<size_t>(paragraph)]; }
    [[nodiscard]] int endOf(int paragraph) const { return r.paragraphStart[static_cast<size_t>(paragraph) + 1]; }

    /// A paragraph that opens with who speaks and a colon. One alone may be anything; a conversation has two.
    void readLabels()
    {
        const int paragraphs = static_cast<int>(r.paragraphStart.size()) - 1;
        for (int p = 0; p < paragraphs; ++p) {
            Label label;
            label.paragraph = p;
            if (readLabel(label) && saysWords(label))
                m_labels.push_back(label);
        }
        dropLoneLabels();
        const auto asks = std::ranges::count(m_labels, Label::Question, &Label::sort);
        const auto answers = std::ranges::count(m_labels, Label::Answer, &Label::sort);
        const bool named = std::ranges::count(m_labels, Label::Name, &Label::sort) > 1;
        if (!named && (asks == 0 || answers == 0))
            std::erase_if(m_labels, [](const Label &l) { return l.sort == Label::Question || l.sort == Label::Answer; });
        countLabels();
        m_isTalk = isTalk();
        std::vector<Label> kept;
        for (size_t i = 0; i < m_labels.size(); ++i) {
            if (hasPartner(i))
                kept.push_back(m_labels[i]);
        }
        m_labels = std::move(kept);
        countLabels();
    }

    void countLabels()
    {
        m_isLabelled.assign(r.paragraphStart.size(), false);
        m_answers.clear();
        for (const Label &label : m_labels) {
            m_isLabelled[static_cast<size_t>(label.paragraph)] = true;
            if (label.sort == Label::Name)
                ++m_answers[agentOf(label)];
        }
    }

    /// "Moss: 547." is a row of a table: somebody who speaks uses words.
    [[nodiscard]] bool saysWords(const Label &label) const
    {
        for (int t = label.colon + 1; t < endOf(label.paragraph); ++t) {
            if (r.tok(t).shape == TokenShape::Word)
                return true;
        }
        return false;
    }

    /// In a conversation somebody speaks twice, or is asked; a list of names ("Ruiz: A closing surge") has neither.
    [[nodiscard]] bool isTalk() const
    {
        std::unordered_set<quint64> words;
        std::unordered_set<int> agents;
        std::unordered_set<int> sorts;
        for (const Label &label : m_labels) {
            const bool asks = r.isSign(endOf(label.paragraph) - 1, u'?');
            const bool again = label.sort == Label::Name ? !words.insert(label.words).second || (agentOf(label) >= 0 && !agents.insert(agentOf(label)).second)
                                                         : !sorts.insert(label.sort).second;
            if (asks || again)
                return true;
        }
        return false;
    }

    /// "Herald: … Ruiz: … Herald: …": who asks may be no person. What never asks, or stands once, or with nobody named beside, is the head of a
    /// list ("Tickets: …").
    void dropLoneLabels()
    {
        const bool named = std::ranges::any_of(m_labels, [](const Label &l) { return l.sort == Label::Name && l.isPerson; });
        struct Use {
            int times = 0;
            bool asks = false;
        };
        std::unordered_map<quint64, Use> uses;
        for (const Label &label : m_labels) {
            Use &use = uses[label.words];
            ++use.times;
            use.asks = use.asks || r.isSign(endOf(label.paragraph) - 1, u'?');
        }
        std::erase_if(m_labels, [&](const Label &label) {
            return label.sort == Label::Name && !label.isPerson && (!named || uses[label.words].times < 2 || !uses[label.words].asks);
        });
    }

    [[nodiscard]] bool hasPartner(size_t i) const
    {
        const int near = m_isTalk ? 3 : 1; // paragraphs
        const auto differs = [&](const Label &other) {
            return std::abs(other.paragraph - m_labels[i].paragraph) <= near && !isSameSpeaker(other, m_labels[i]);
        };
        return (i > 0 && differs(m_labels[i - 1])) || (i + 1 < m_labels.size() && differs(m_labels[i + 1])) || answersQuestion(m_labels[i])
            || (i + 1 < m_labels.size() && isSameSpeaker(m_labels[i], m_labels[i + 1]) && answersQuestion(m_labels[i + 1]));
    }

    /// Behind a paragraph without a label that ends in a question, or that stands between two answers, when the same person answers more than once.
    [[nodiscard]] bool answersQuestion(const Label &label) const
    {
        if (label.sort != Label::Name || !asksAt(label.paragraph - 1))
            return false;
        const auto answers = m_answers.find(agentOf(label));
        return answers != m_answers.end() && answers->second > 1;
    }

    /// A paragraph that is a question, or that an answer follows and another precedes.
    [[nodiscard]] bool asksAt(int paragraph) const
    {
        const auto isLabelled = [this](int p) { return p >= 0 && static_cast<size_t>(p) < m_isLabelled.size() && m_isLabelled[static_cast<size_t>(p)]; };
        if (paragraph < 0 || isLabelled(paragraph))
            return false;
        return r.isSign(endOf(paragraph) - 1, u'?') || (isLabelled(paragraph - 1) && isLabelled(paragraph + 1));
    }

    /// The questions between answers that have no label of their own.
    void addQuestions()
    {
        std::vector<Turn> questions;
        for (const Label &label : m_labels) {
            const int p = label.paragraph - 1;
            if (!answersQuestion(label) || firstOf(p) >= endOf(p) - 1 || !r.isSign(endOf(p) - 1, u'?'))
                continue;
            Turn turn;
            turn.content = contentOf(firstOf(p), endOf(p) - 1);
            turn.rule = u"transcript turn"_s;
            turn.confidence = 0.8;
            questions.push_back(turn);
        }
        r.turns.insert(r.turns.end(), questions.begin(), questions.end());
    }

    [[nodiscard]] int agentOf(const Label &label) const { return label.mention >= 0 ? r.mention(label.mention).agent : -1; }

    [[nodiscard]] bool isSameSpeaker(const Label &a, const Label &b) const
    {
        const bool same = a.words == b.words || (agentOf(a) >= 0 && agentOf(a) == agentOf(b));
        return a.sort == b.sort && (a.sort != Label::Name || same);
    }

    bool readLabel(Label &label) const
    {
        constexpr int longest = 6;
        const int first = firstOf(label.paragraph);
        int colon = first + 1;
        while (colon < std::min(endOf(label.paragraph), first + longest) && !r.isSign(colon, u':'))
            ++colon;
        if (colon >= endOf(label.paragraph) - 1 || !r.isSign(colon, u':') || r.tok(colon + 1).shape == TokenShape::Quote || r.stretchOf[static_cast<size_t>(first)] >= 0)
            return false;
        label.colon = colon;
        label.words = wordHash(r.textOf({r.tok(first).start, r.tok(colon - 1).end}));
        if (colon == first + 1 && (r.isWord(first, u"q") || r.isWord(first, u"question") || r.isWord(first, u"frage")))
            label.sort = Label::Question;
        else if (colon == first + 1 && (r.isWord(first, u"a") || r.isWord(first, u"answer") || r.isWord(first, u"antwort")))
            label.sort = Label::Answer;
        else if (colon == first + 1 && r.is(first, Role) && r.tok(first).isCapital && (r.tok(first).isAllCapital || r.isWord(first, u"interviewer") || r.isWord(first, u"reporter")))
            label.sort = Label::Office;
        else
            label.mention = r.mentionOf[static_cast<size_t>(colon - 1)];
        if (label.sort != Label::Name)
            return true;
        if (label.mention >= 0) {
            const Mention &mention = r.mention(label.mention);
            label.isPerson = mention.from == first && mention.last == colon - 1 && mention.type == AgentType::Person
                && !isOrdinary(first, colon - 1, mention.agent);
            if (!label.isPerson && mention.first != first && !r.is(first, Determiner))
                label.mention = -1;
        }
        return label.isPerson || isCapitalised(first, colon - 1);
    }

    /// "Tickets: …": one word of the language, or several of a thing, that no fuller name bears out.
    [[nodiscard]] bool isOrdinary(int first, int last, int agent) const
    {
        if (first != last || r.is(first, GivenName) || (agent >= 0 && r.agents[static_cast<size_t>(agent)].name.contains(u' ')))
            return false;
        const QStringView w = r.word(first);
        return r.is(first, Common) || (w.endsWith(u's') && (r.words->classesOf(w.chopped(1)) & (Common | Unit)));
    }

    /// "Herald", "Port TV": a few words with capitals, which may be whoever asks.
    [[nodiscard]] bool isCapitalised(int first, int last) const
    {
        constexpr int longest = 3; // words
        for (int t = first; t <= last; ++t) {
            const bool numbered = t > first && r.tok(t).shape == TokenShape::Number; // "Speaker 2"
            if (!numbered && (r.tok(t).shape != TokenShape::Word || !r.tok(t).isCapital))
                return false;
        }
        return last - first < longest;
    }

    /// Do the paragraphs up to the next label belong to this turn? Between two labels of one speaker stands a question instead.
    [[nodiscard]] bool goesOn(size_t i) const { return i + 1 < m_labels.size() && isDense() && !isSameSpeaker(m_labels[i], m_labels[i + 1]); }

    /// A transcript: at least every other paragraph from the first label to the last has one, so that those without go on with the turn before.
    [[nodiscard]] bool isDense() const
    {
        constexpr size_t fewest = 4;
        return m_labels.size() >= fewest && m_labels.size() * 2 > static_cast<size_t>(m_labels.back().paragraph - m_labels.front().paragraph);
    }

    /// "(Laughter.)": a note of whoever wrote the words down.
    [[nodiscard]] bool isStageNote(int paragraph) const { return r.isSign(firstOf(paragraph), u'(') && r.isSign(endOf(paragraph) - 1, u')'); }

    /// The turn that the label opens, with the paragraphs before `until` that have no label.
    void addTurn(const Label &label, int until)
    {
        Turn turn;
        turn.content = contentOf(label.colon + 1, endOf(label.paragraph) - 1);
        for (int p = label.paragraph + 1; p < until; ++p) {
            if (isStageNote(p))
                continue;
            if (turn.segments.empty())
                turn.segments.push_back(turn.content);
            turn.segments.push_back(contentOf(firstOf(p), endOf(p) - 1));
            turn.content.end = turn.segments.back().end;
        }
        turn.speakerSpan = {r.tok(firstOf(label.paragraph)).start, r.tok(label.colon - 1).end};
        turn.cueSpan = r.tok(label.colon).span();
        turn.agent = label.mention >= 0 ? agentOf(label) : label.sort == Label::Answer && guest() >= 0 ? guest() : unnamed(turn.speakerSpan, label.sort == Label::Question);
        turn.rule = u"transcript turn"_s;
        turn.confidence = 0.9;
        r.turns.push_back(turn);
    }

    [[nodiscard]] Span contentOf(int first, int last) const { return {r.tok(first).start, r.tok(last).end}; }

    /// Whom the questions are put to: the one person whom the text names before the first question.
    int guest()
    {
        if (m_guest != unknown)
            return m_guest;
        m_guest = -1;
        const int until = firstOf(m_labels.front().paragraph);
        std::unordered_map<int, int> named;
        int most = 0;
        for (const Mention &mention : r.mentions) {
            if (mention.first >= until)
                break;
            if (mention.type == AgentType::Person && ++named[mention.agent] > most) {
                most = named[mention.agent];
                m_guest = mention.agent;
            }
        }
        return m_guest;
    }

    int unnamed(Span span, bool asks)
    {
        const bool author = asks && !r.options->authors.isEmpty();
        const QString name = author ? r.options->authors.front() : r.textOf(span).toString();
        for (size_t a = 0; a < r.agents.size(); ++a) {
            if (r.agents[a].name == name) {
                r.agents[a].nominals.push_back(span);
                return static_cast<int>(a);
            }
        }
        Agent agent;
        agent.name = name;
        agent.type = author ? AgentType::Person : AgentType::Unnamed;
        agent.nominals.push_back(span);
        r.agents.push_back(agent);
        return static_cast<int>(r.agents.size()) - 1;
    }

    /// "> The pump is old." – lines marked as quoted, behind a line that ends in a colon or alone.
    void addQuotedLines()
    {
        const int paragraphs = static_cast<int>(r.paragraphStart.size()) - 1;
        for (int p = 0; p < paragraphs; ++p) {
            if (!r.isSign(firstOf(p), u'>') || endOf(p) - firstOf(p) < 2)
                continue;
            int last = p;
            while (last + 1 < paragraphs && r.isSign(firstOf(last + 1), u'>'))
                ++last;
            Turn turn;
            turn.content = contentOf(firstOf(p) + 1, endOf(last) - 1);
            for (int line = p; line <= last && last > p; ++line) {
                if (endOf(line) - firstOf(line) > 1)
                    turn.segments.push_back(contentOf(firstOf(line) + 1, endOf(line) - 1));
            }
            introduce(turn, firstOf(p));
            turn.rule = u"quoted lines"_s;
            turn.confidence = turn.agent >= 0 ? 0.9 : 0.6;
            r.turns.push_back(turn);
            p = last;
        }
    }

    /// The cue of the sentence right before token t, when that ends in a colon.
    void introduce(Turn &turn, int t) const
    {
        if (t == 0 || !r.isSign(t - 1, u':'))
            return;
        const int sentence = r.sentenceOf[static_cast<size_t>(r.itemOf[static_cast<size_t>(t - 1)])];
        for (const Cue &cue : r.cues) {
            if (cue.sentence != sentence || !cue.isSpeech() || !cue.source.isValid())
                continue;
            turn.cueSpan = {r.itemStart(cue.first), r.itemEnd(cue.last)};
            turn.speakerSpan = r.spanOf(cue.source);
            turn.agent = cue.source.mention >= 0 ? r.mention(cue.source.mention).agent : -1;
        }
    }

    static constexpr int unknown = -2;
    Reading &r;
    std::vector<Label> m_labels;
    int m_guest = unknown;
    std::vector<bool> m_isLabelled;         ///< of each paragraph
    std::unordered_map<int, int> m_answers; ///< how often an agent's name is a label
    bool m_isTalk = false;
};

} // namespace

void findTurns(Reading &reading)
{
    Turns(reading).run();
}

} // namespace onrecord::extract
