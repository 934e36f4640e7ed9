// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/turns.h"
#include "core/text/fold.h"

#include <QHash>
#include <QSet>
#include <algorithm>

/// Turns that the file itself states: subtitles and transcripts, whose reader knows who speaks where.
namespace onrecord::extract {

namespace {

using namespace Qt::StringLiterals;

class StatedTurns
{
public:
    explicit StatedTurns(Reading &reading) : r(reading) {}

    /// What the file itself says to be somebody's words, where marks have not said so already. Its turns run over paragraphs.
    void run()
    {
        if (r.options->turns.empty())
            return;
        std::ranges::stable_sort(r.turns, {}, &Turn::content);
        QHash<qint32, qint32> marked; // where attributed words in marks begin, and how long they are
        for (size_t s = 0; s < r.stretches.size(); ++s) {
            if (r.attributions[s].agent >= 0)
                marked.insert(r.stretches[s].content.start, r.stretches[s].content.length());
        }
        std::vector<Turn> stated;
        for (const StatedTurn &given : r.options->turns) {
            const auto next = std::ranges::upper_bound(r.turns, given.words.start, {}, [](const Turn &turn) { return turn.content.start; });
            Span words = given.words;
            if (next != r.turns.end() && !next->speakerSpan.isEmpty() && words.contains(next->speakerSpan))
                words.end = endBefore(next->speakerSpan.start);
            if (next != r.turns.begin() && std::prev(next)->content.start == words.start) {
                std::prev(next)->content.end = std::max(std::prev(next)->content.end, words.end);
                std::prev(next)->isStated = true;
            } else if (std::max(marked.value(words.start), marked.value(words.start + 1)) * 2 < words.length()) {
                stated.push_back(statedTurn(given.speaker, words));
            }
        }
        r.turns.insert(r.turns.end(), stated.begin(), stated.end());
    }

private:
    /// Where the words before `at` end.
    [[nodiscard]] qint32 endBefore(qint32 at) const
    {
        while (at > 0 && r.text[at - 1].isSpace())
            --at;
        return at;
    }

    Turn statedTurn(Span speaker, Span words)
    {
        Turn turn;
        turn.content = words;
        turn.speakerSpan = speaker;
        turn.agent = speaker.isEmpty() ? -1 : labelled(speaker);
        turn.rule = u"speaker's turn"_s;
        turn.confidence = 0.95;
        turn.isStated = true;
        return turn;
    }

    /// The agent of a label: the name found there, or whoever has that name elsewhere, or somebody new.
    int labelled(Span label)
    {
        const auto behind = std::ranges::lower_bound(r.tokens, label.end, {}, [](const Token &token) { return token.end; });
        if (behind != r.tokens.end() && behind->end == label.end) {
            const int mention = r.mentionOf[static_cast<size_t>(behind - r.tokens.begin())];
            if (mention >= 0 && r.tok(r.mention(mention).from).start == label.start && r.mention(mention).end == label.end && r.mention(mention).agent >= 0)
                return r.mention(mention).agent;
        }
        if (m_byName.isEmpty()) {
            for (size_t a = 0; a < r.agents.size(); ++a)
                m_byName.insert(foldedText(r.agents[a].name), static_cast<int>(a));
        }
        const QString name = r.textOf(label).toString();
        auto agent = m_byName.constFind(foldedText(name));
        if (agent == m_byName.cend()) {
            Agent one;
            one.name = name;
            one.type = saysNobody(name) ? AgentType::Unnamed : AgentType::Person;
            r.agents.push_back(one);
            agent = m_byName.insert(foldedText(name), static_cast<int>(r.agents.size()) - 1);
        }
        r.agents[static_cast<size_t>(*agent)].nominals.push_back(label);
        return *agent;
    }

    /// "Speaker 2", "Q", "INTERVIEWER": somebody, but nobody knows who.
    static bool saysNobody(QString label)
    {
        static const QSet<QString> offices{u"q"_s,        u"a"_s,      u"f"_s,      u"speaker"_s,  u"interviewer"_s, u"interviewee"_s, u"host"_s,     u"moderator"_s,   u"reporter"_s,
                                           u"question"_s, u"answer"_s, u"narrator"_s, u"unknown"_s, u"man"_s,         u"woman"_s,       u"voice"_s,    u"sprecher"_s,    u"sprecherin"_s,
                                           u"frage"_s,    u"antwort"_s};
        while (!label.isEmpty() && (label.back().isDigit() || label.back().isSpace()))
            label.chop(1);
        return label.isEmpty() || offices.contains(label.toLower());
    }

    Reading &r;
    QHash<QString, int> m_byName; ///< agents
};

} // namespace

void addStatedTurns(Reading &reading)
{
    StatedTurns(reading).run();
}

} // namespace onrecord::extract
