// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <ranges>
#include <array>
#include <unordered_map>

/// Joins the places of a name to agents: Ana Ruiz → Ms Ruiz → Ruiz; Open Source Initiative (OSI) → OSI.
namespace onrecord::extract {

namespace {

using namespace word;

class Chaining
{
public:
    explicit Chaining(Reading &reading) : r(reading) {}

    void run()
    {
        for (size_t m = 0; m < r.mentions.size(); ++m)
            joinFull(static_cast<int>(m));
        const Evidence evidence(r);
        dismissUnless(evidence, 0);
        const size_t full = r.agents.size();
        for (const Agent &agent : r.agents)
            m_inFull.push_back(agent.mentions.size());
        for (size_t m = 0; m < r.mentions.size(); ++m)
            joinShort(static_cast<int>(m));
        dismissUnless(evidence, full);
        dropEmpty();
        for (Agent &agent : r.agents)
            finish(agent);
        shareTypes();
    }

private:
    /// Takes the agents from `first` on out again that the text does not bear out.
    void dismissUnless(const Evidence &evidence, size_t first)
    {
        for (size_t id = first; id < r.agents.size(); ++id) {
            Agent &agent = r.agents[id];
            if (evidence.bearsOut(agent.mentions))
                continue;
            for (const int m : agent.mentions)
                r.mention(m).agent = -1;
            agent.mentions.clear();
        }
    }

    void dropEmpty()
    {
        std::vector<int> moved(r.agents.size(), -1);
        int kept = 0;
        for (size_t id = 0; id < r.agents.size(); ++id) {
            if (!r.agents[id].mentions.empty())
                moved[id] = kept++;
        }
        for (Mention &mention : r.mentions) {
            if (mention.agent >= 0)
                mention.agent = moved[static_cast<size_t>(mention.agent)];
        }
        std::erase_if(r.agents, [](const Agent &agent) { return agent.mentions.empty(); });
    }

    [[nodiscard]] static int length(const Mention &m) { return m.last - m.first + 1; }

    /// The token that carries the surname, without "Jr." and the like.
    [[nodiscard]] int surname(const Mention &m) const
    {
        int t = m.last;
        while (t > m.first && (r.isWord(t, u"jr.") || r.isWord(t, u"sr.") || r.isWord(t, u"jr") || r.isWord(t, u"ii") || r.isWord(t, u"iii")))
            --t;
        return t;
    }

    [[nodiscard]] quint64 key(const Mention &m) const
    {
        quint64 hash = 0;
        for (int t = m.first; t <= m.last; ++t) {
            if (m.type == AgentType::Organisation && t > m.first && r.is(t, CompanySuffix))
                continue;
            if (t == m.first && m.last > m.first && r.isWord(t, u"the"))
                continue;
            if (r.tok(t).shape != TokenShape::Quote && r.tok(t).shape != TokenShape::Point)
                hash = hash == 0 ? r.tok(t).hash : phraseHash(hash, r.tok(t).hash);
        }
        return hash;
    }

    int newAgent(int m)
    {
        Agent agent;
        agent.type = r.mention(m).type;
        r.agents.push_back(std::move(agent));
        const int id = static_cast<int>(r.agents.size()) - 1;
        attach(m, id);
        return id;
    }

    /// `alone`: a lone name says what a title says of the gender, not what it would say as a given name.
    void attach(int m, int id, bool alone = false)
    {
        r.mention(m).agent = id;
        Agent &agent = r.agents[static_cast<size_t>(id)];
        agent.mentions.push_back(m);
        const Gender gender = r.mention(m).gender;
        const bool titled = r.mention(m).from < r.mention(m).first;
        if (alone && !titled)
            return;
        const int named = length(r.mention(m)) > 1 || titled ? 50 : 2; // a title or given name outweighs any pronoun
        agent.male += gender == Gender::Male ? named : 0;
        agent.female += gender == Gender::Female ? named : 0;
    }

    void joinFull(int m)
    {
        Mention &mention = r.mention(m);
        if (length(mention) == 1)
            return;
        const quint64 full = key(mention);
        if (const auto it = m_byKey.find(full); it != m_byKey.end()) {
            attach(m, it->second);
            return;
        }
        int id = -1;
        if (mention.type == AgentType::Person)
            id = samePerson(mention);
        id = id < 0 ? newAgent(m) : (attach(m, id), id);
        m_byKey[full] = id;
        if (mention.type == AgentType::Person) {
            if (r.agents[static_cast<size_t>(id)].mentions.size() == 1)
                m_byGivenName[r.tok(mention.first).hash].push_back(id);
            m_bySurname[r.tok(surname(mention)).hash].push_back(id);
            noteNickname(mention, id);
        }
        if (mention.type == AgentType::Organisation)
            noteShortForms(mention, id);
    }

    /// "Michael Pence" and "Mike R. Pence": same surname, and first names that do not clash.
    [[nodiscard]] int samePerson(const Mention &mention) const
    {
        const auto it = m_bySurname.find(r.tok(surname(mention)).hash);
        if (it == m_bySurname.end())
            return -1;
        for (const int id : it->second) {
            const Mention &other = r.mention(r.agents[static_cast<size_t>(id)].mentions.front());
            const Token &a = r.tok(mention.first);
            const Token &b = r.tok(other.first);
            const bool initial = (a.isAbbreviation || b.isAbbreviation) && r.text[a.start] == r.text[b.start];
            if (a.hash == b.hash || initial)
                return id;
        }
        return -1;
    }

    /// Mark “Zuck” Zuckerberg: the words in marks are a name of their own.
    void noteNickname(const Mention &mention, int id)
    {
        for (int t = mention.first + 1; t < mention.last; ++t) {
            const int s = r.stretchOf[static_cast<size_t>(t)];
            if (s >= 0 && r.stretches[static_cast<size_t>(s)].isNickname && r.tok(t).hash != 0)
                m_bySurname[r.tok(t).hash].push_back(id);
        }
    }

    void noteShortForms(const Mention &mention, int id)
    {
        QString initials;
        bool suffixed = false;
        for (int t = mention.first; t <= mention.last; ++t) {
            if (r.tok(t).isCapital && !r.isWord(t, u"the") && !r.is(t, CompanySuffix))
                initials += r.tok(t).isAllCapital ? r.word(t).toString() : QString(r.text[r.tok(t).start]);
            suffixed = suffixed || (t > mention.first && (r.is(t, CompanySuffix) || r.isWord(t, u"platforms")));
        }
        if (initials.size() >= 2)
            m_acronyms.try_emplace(wordHash(initials), id);
        if (const int next = mention.first + 1; clubEnd(r, mention.first) >= next && next <= mention.last && !r.is(next, word::Place))
            m_byKey.try_emplace(r.tok(next).hash, id); // "Schalke" of the FC Schalke
        if (suffixed)
            m_byKey.try_emplace(r.tok(mention.first).hash, id);
        else if (isTrade(mention.last) && length(mention) == 2 && !r.is(mention.first, ~0ULL))
            m_byKey.try_emplace(r.tok(mention.first).hash, id);
    }

    /// Closes the name of a house that is called by its first word alone: "Northline Ferries" is "Northline". A foundation or a
    /// campaign bears the name of somebody.
    [[nodiscard]] bool isTrade(int t) const
    {
        static constexpr std::array words{Folded(u"airlines"), Folded(u"airways"), Folded(u"aviation"), Folded(u"aerospace"), Folded(u"biotech"), Folded(u"breweries"), Folded(u"electric"), Folded(u"energy"), Folded(u"ferries"), Folded(u"health"), Folded(u"rail"), Folded(u"mining"), Folded(u"digital"), Folded(u"solar"), Folded(u"freight"), Folded(u"insurance"), Folded(u"materials"), Folded(u"minerals"),
                                          Folded(u"metals"), Folded(u"chemicals"), Folded(u"pharma"), Folded(u"mobility"), Folded(u"housing"), Folded(u"broadband"), Folded(u"properties"), Folded(u"publishing"), Folded(u"pictures"),
                                          Folded(u"foods"), Folded(u"healthcare"), Folded(u"hotels"), Folded(u"industries"), Folded(u"insurance"), Folded(u"logistics"), Folded(u"motors"), Folded(u"networks"), Folded(u"petroleum"),
                                          Folded(u"pharmaceuticals"), Folded(u"railways"), Folded(u"robotics"), Folded(u"securities"), Folded(u"semiconductor"), Folded(u"semiconductors"), Folded(u"shipping"), Folded(u"software"),
                                          Folded(u"systems"), Folded(u"technologies"), Folded(u"technology"), Folded(u"telecom"), Folded(u"therapeutics"), Folded(u"utilities")};
        return std::ranges::any_of(words, [&](Folded w) { return r.isWord(t, w); });
    }

    void joinShort(int m)
    {
        Mention &mention = r.mention(m);
        if (length(mention) != 1)
            return;
        const quint64 hash = r.tok(mention.first).hash;
        int id = -1;
        constexpr double listed = 0.85;
        if (mention.type == AgentType::Product && mention.certainty >= listed) {
            joinSame(m, hash);
            return;
        }
        if (mention.type != AgentType::Place || mention.certainty < listed || m_bySurname.contains(hash))
            id = bySurname(m, hash);
        if (id < 0) {
            if (const auto it = m_byKey.find(hash); it != m_byKey.end() && !r.agents[static_cast<size_t>(it->second)].mentions.empty())
                id = it->second;
        }
        if (id < 0 && r.tok(mention.first).isAllCapital) {
            if (const auto it = m_acronyms.find(hash); it != m_acronyms.end() && !r.agents[static_cast<size_t>(it->second)].mentions.empty())
                id = it->second;
        }
        if (id < 0)
            id = byGivenName(m);
        if (id < 0 && mention.certainty < 0.3)
            return;
        if (id < 0) {
            id = newAgent(m);
            m_byKey[hash] = id;
            return;
        }
        attach(m, id, true);
        adopt(mention, r.agents[static_cast<size_t>(id)]);
    }

    /// Joins only the very same word: a listed product is nobody's given name and no acronym.
    void joinSame(int m, quint64 hash)
    {
        const auto it = m_byKey.find(hash);
        if (it != m_byKey.end() && r.agents[static_cast<size_t>(it->second)].type == AgentType::Product)
            attach(m, it->second, true);
        else
            m_byKey[hash] = newAgent(m);
    }

    static void adopt(Mention &mention, const Agent &agent) { mention.type = agent.type; }

    [[nodiscard]] int bySurname(int m, quint64 hash) const
    {
        const auto it = m_bySurname.find(hash);
        return it == m_bySurname.end() ? -1 : nearest(m, it->second);
    }

    /// "|Mayor| Ruiz" where two are called Ruiz: the one whose full name has that title, when only one has; -1 otherwise.
    [[nodiscard]] int sameTitle(const Mention &mention, const std::vector<int> &ids) const
    {
        static constexpr WordSet courtesy{u"mr", u"mrs", u"ms", u"miss", u"mr.", u"mrs.", u"ms.", u"herr", u"herrn", u"frau", u"dr.", u"dr"};
        int found = -1;
        for (int t = mention.from; t < mention.first; ++t) {
            if (r.isAny(t, courtesy) || !r.is(t, word::Title | word::Role))
                continue;
            for (const int id : ids) {
                const Agent &agent = r.agents[static_cast<size_t>(id)];
                const size_t inFull = std::min(static_cast<size_t>(id) < m_inFull.size() ? m_inFull[static_cast<size_t>(id)] : agent.mentions.size(), agent.mentions.size());
                const bool titled = std::ranges::any_of(agent.mentions | std::views::take(inFull), [&](int other) {
                    const Mention &full = r.mention(other);
                    return std::ranges::any_of(std::views::iota(full.from, std::max(full.from, full.first)), [&](int k) { return r.tok(k).hash == r.tok(t).hash; });
                });
                if (titled && found >= 0 && found != id)
                    return -1;
                found = titled ? id : found;
            }
        }
        return found;
    }

    /// Of several agents that share the name the one last met before m, else the first met after it.
    [[nodiscard]] int nearest(int m, const std::vector<int> &ids) const
    {
        const Mention &mention = r.mention(m);
        int best = -1;
        int bestAt = -1;
        int first = -1;
        int firstAt = static_cast<int>(r.mentions.size());
        if (const int id = ids.size() > 1 ? sameTitle(mention, ids) : -1; id >= 0)
            return id;
        for (const int id : ids) {
            const Agent &agent = r.agents[static_cast<size_t>(id)];
            const Gender gender = agent.male > agent.female ? Gender::Male : agent.female > agent.male ? Gender::Female : Gender::Unknown;
            const bool titled = mention.from < mention.first;
            if (titled && mention.gender != Gender::Unknown && gender != Gender::Unknown && gender != mention.gender)
                continue;
            const Around around = mentionsAround(agent, static_cast<size_t>(id), m);
            if (around.before > bestAt) {
                bestAt = around.before;
                best = id;
            }
            if (around.after >= 0 && around.after < firstAt) {
                firstAt = around.after;
                first = id;
            }
        }
        return best >= 0 ? best : first;
    }

    struct Around {
        int before = -1;
        int after = -1;
    };

    /// The agent's mentions next to mention m; -1 for none. Names in full stand first in its list, then the short ones met so far, both in
    /// text order: in a text of a million words a name stands ten thousand times.
    [[nodiscard]] Around mentionsAround(const Agent &agent, size_t id, int m) const
    {
        const size_t inFull = std::min(id < m_inFull.size() ? m_inFull[id] : 0, agent.mentions.size());
        const auto begin = agent.mentions.begin();
        const auto shorts = begin + static_cast<qptrdiff>(inFull);
        const auto next = std::lower_bound(begin, shorts, m);
        Around around;
        if (next != shorts)
            around.after = *next;
        if (next != begin)
            around.before = *(next - 1);
        if (shorts != agent.mentions.end())
            around.before = std::max(around.before, agent.mentions.back());
        return around;
    }

    [[nodiscard]] int byGivenName(int m) const
    {
        const Mention &mention = r.mention(m);
        if (mention.type == AgentType::Organisation && mention.certainty > 0.7)
            return -1;
        const auto it = m_byGivenName.find(r.tok(mention.first).hash);
        return it == m_byGivenName.end() ? -1 : nearest(m, it->second);
    }

    void finish(Agent &agent)
    {
        int best = agent.mentions.front();
        double certainty = 0;
        for (const int m : agent.mentions) {
            const Mention &mention = r.mention(m);
            if (length(mention) > length(r.mention(best)))
                best = m;
            if (mention.certainty > certainty) {
                certainty = mention.certainty;
                agent.type = mention.type;
            }
        }
        agent.certainty = certainty;
        agent.gender = agent.male > agent.female ? Gender::Male : agent.female > agent.male ? Gender::Female : Gender::Unknown;
        agent.name = nameOf(r.mention(best));
    }

    [[nodiscard]] QString nameOf(const Mention &m) const
    {
        QString name;
        for (int t = m.first; t <= m.last; ++t) {
            const int s = r.stretchOf[static_cast<size_t>(t)];
            if (s >= 0 && r.stretches[static_cast<size_t>(s)].isNickname)
                continue;
            if (r.isSign(t, u'(') || r.isSign(t, u')'))
                continue;
            if (t > m.first && r.tok(t).spaceBefore && !name.isEmpty())
                name += u' ';
            name += t == m.last ? r.textOf({r.tok(t).start, m.end}) : r.word(t);
        }
        if (name.startsWith(u"the "))
            name = name.sliced(4);
        return name.size() > 4 && name.back() == u'.' && r.tok(m.last).isAbbreviation && !r.is(m.last, CompanySuffix) && !r.is(m.last, Place) ? name.chopped(1) : name;
    }

    /// Gives every place the type of its agent; a capitalised word that no chain took up was no name.
    void shareTypes()
    {
        std::erase_if(r.mentions, [](const Mention &mention) { return mention.agent < 0; });
        r.mentionOf.assign(r.tokens.size(), -1);
        for (Agent &agent : r.agents)
            agent.mentions.clear();
        for (size_t m = 0; m < r.mentions.size(); ++m) {
            Mention &mention = r.mentions[m];
            Agent &agent = r.agents[static_cast<size_t>(mention.agent)];
            mention.type = agent.type;
            agent.mentions.push_back(static_cast<int>(m));
            for (int t = mention.first; t <= mention.last; ++t)
                r.mentionOf[static_cast<size_t>(t)] = static_cast<qint32>(m);
        }
    }

    Reading &r;
    std::unordered_map<quint64, int> m_byKey;
    std::unordered_map<quint64, std::vector<int>> m_bySurname;
    std::unordered_map<quint64, std::vector<int>> m_byGivenName; ///< by the first word of the name that an agent was met by
    std::vector<size_t> m_inFull; ///< of each agent met by a name in full: how many of its mentions are such
    std::unordered_map<quint64, int> m_acronyms;
};

} // namespace

void chainNames(Reading &reading)
{
    Chaining(reading).run();
}

} // namespace onrecord::extract
