// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanclauses.h"
#include "core/extract/germanwords.h"
#include "core/extract/groupsmeant.h"
#include "core/extract/jointspeakers.h"
#include "core/extract/names.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <unordered_map>

/// From the words beside a quotation to an agent: names by their chain, pronouns by the running speaker and the last
/// subject, nouns by what the text told about somebody, spokesmen by whom they speak for.
namespace onrecord::extract {

namespace {

using namespace word;

class Resolving
{
public:
    explicit Resolving(Reading &reading) : r(reading), m_bodyMeant(reading), m_roleHolders(reading) {}

    void run()
    {
        countPronouns(r);
        for (const Attribution &attribution : r.attributions) {
            if (attribution.isDecided)
                trust(attribution.source, attribution.cue);
        }
        for (const Clause &clause : r.clauses)
            trust(r.cues[static_cast<size_t>(clause.cue)].source, clause.cue);
        resolveInOrder();
    }

    /// The agent of a source that is not beside marks (indirect speech); in text order with the others.
    int agentOf(const Source &source)
    {
        if (!source.isValid())
            return -1;
        if (source.mention >= 0)
            return r.mention(source.mention).agent;
        if (source.isRelative)
            return source.antecedent >= 0 ? r.mention(source.antecedent).agent : nounBefore(source);
        if (source.isPronoun) {
            const int meant = pronounAgent(source.head);
            return meant >= 0 && isOneOf(source.head) && r.agents[static_cast<size_t>(meant)].type == AgentType::Organisation ? -1 : meant;
        }
        return nominalAgent(source);
    }

private:
    /// "a sign that said", "an official who said": the noun that a relative pronoun stands for.
    int nounBefore(const Source &relative)
    {
        if (r.isGerman || relative.first < 0)
            return -1;
        const int floor = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(relative.first)])].first;
        const Source noun = phraseEndingAt(r, isComma(r, relative.first - 1) ? relative.first - 2 : relative.first - 1, floor);
        if (!noun.isValid() || noun.isPronoun)
            return -1;
        return noun.mention >= 0 ? r.mention(noun.mention).agent : nominalAgent(noun);
    }

    /// "one of |them|", "eine von |ihnen|": somebody among people, no body.
    [[nodiscard]] bool isOneOf(int head) const
    {
        const int item = r.itemOf[static_cast<size_t>(head)];
        return item > 1 && (r.iWord(item - 1, u"of") || r.iWord(item - 1, u"von"));
    }

    /// Quotations and reported clauses as they come in the text, so that the running speaker is known to both.
    void resolveInOrder()
    {
        struct Step {
            int at;
            Attribution *attribution;
            Clause *clause;
        };
        std::vector<Step> steps;
        for (Attribution &attribution : r.attributions) {
            if (attribution.isDecided)
                steps.push_back({r.stretches[static_cast<size_t>(attribution.stretch)].open, &attribution, nullptr});
        }
        for (Clause &clause : r.clauses)
            steps.push_back({r.item(r.cues[static_cast<size_t>(clause.cue)].head).token, nullptr, &clause});
        std::ranges::stable_sort(steps, {}, &Step::at);
        for (const Step &step : steps) {
            const Source &source = step.attribution ? step.attribution->source : r.cues[static_cast<size_t>(step.clause->cue)].source;
            const bool nobody = step.clause && !source.isPronoun && source.mention < 0 && !source.isRole;
            m_told.clear();
            if (step.clause && source.isPronoun)
                m_told = namedIn(*step.clause);
            const bool both = isBoth(r, source);
            const bool plural = (source.isPronoun && isPlural(source)) || both;
            const int agent = nobody ? -1 : plural && !both && r.isGerman ? lastGroup(source.head) : agentOf(source);
            (step.attribution ? step.attribution->agent : step.clause->agent) = agent;
            if (agent < 0 && !plural)
                continue;
            const int cue = step.attribution ? step.attribution->cue : step.clause->cue;
            if (agent >= 0 && (step.attribution || r.cues[static_cast<size_t>(cue)].isSpeech()))
                m_speakers.push_back({source.head, agent});
            if (const std::vector<int> pair = plural ? pairBefore(r, source.head, both) : std::vector<int>{}; !pair.empty()) {
                (step.attribution ? step.attribution->agent : step.clause->agent) = pair.front();
                (step.attribution ? step.attribution->alsoAgents : step.clause->alsoAgents) = std::vector<int>(pair.begin() + 1, pair.end());
                continue;
            }
            if (cue < 0)
                continue;
            // “…,” |Ruiz and Hale| said: the words may hold all of them already
            const Source &own = r.cues[static_cast<size_t>(cue)].source;
            const bool isWhole = own.isValid() && own.first > source.first && own.last <= source.last;
            const std::vector<Source> joint = jointSources(r, r.cues[static_cast<size_t>(cue)], isWhole ? own : source);
            if (joint.empty())
                continue;
            std::vector<int> all = isWhole ? agentsOf(joint, own, agentOf(own)) : agentsOf(joint, source, agent);
            if (all.empty())
                continue;
            Span words = r.spanOf(source);
            for (const Source &one : joint)
                words = {std::min(words.start, r.spanOf(one).start), std::max(words.end, r.spanOf(one).end)};
            if (step.attribution && step.attribution->speakerSpan == r.spanOf(source))
                step.attribution->speakerSpan = words;
            if (step.clause) {
                step.clause->speakers = words;
                cutSpeakers(*step.clause, words);
            }
            (step.attribution ? step.attribution->agent : step.clause->agent) = all.front();
            all.erase(all.begin());
            (step.attribution ? step.attribution->alsoAgents : step.clause->alsoAgents) = std::move(all);
        }
    }

    /// "Nach Angaben von Ruiz |und Hale| ist die Pumpe alt": who says it is no part of what is said.
    void cutSpeakers(Clause &clause, Span speakers) const
    {
        int first = clause.first;
        while (first < clause.last && r.itemStart(first) < speakers.end && clause.content.start < speakers.end && clause.content.start >= speakers.start)
            ++first;
        if (first == clause.first)
            return;
        clause.first = first;
        clause.content.start = r.itemStart(first);
    }

    /// "they", and a German "sie" beside a verb in the plural.
    [[nodiscard]] bool isPlural(const Source &pronoun) const
    {
        if (!r.isGerman)
            return r.is(pronoun.head, They);
        const int before = pronoun.first - 1;
        const int behind = pronoun.last + 1;
        const auto isPluralAt = [this](int i) { return r.isToken(i) && !r.itok(i).isCapital && r.iis(i, Past | Third | Base | Auxiliary) && isPluralVerb(r, r.item(i).token); };
        return r.isWord(pronoun.head, u"sie") && (isPluralAt(before) || (r.tok(pronoun.head).isCapital && isPluralAt(behind)));
    }

    /// "|Ruhland| habe lange gewartet, sagte sie": whom a report opens with is not who gives it.
    [[nodiscard]] std::vector<int> namedIn(const Clause &clause) const
    {
        const int m = r.isGerman && clause.first >= 0 ? r.iMention(clause.first) : -1;
        return m >= 0 && r.mention(m).type == AgentType::Person && !r.mention(m).isPossessive ? std::vector<int>{r.mention(m).agent} : std::vector<int>{};
    }

    /// Everybody who says it, in text order: those beside the source, and it, who is `agent`.
    [[nodiscard]] std::vector<int> agentsOf(const std::vector<Source> &joint, const Source &source, int agent)
    {
        std::vector<int> all;
        for (const Source &one : joint) {
            if (agent >= 0 && one.first > source.first && !std::ranges::contains(all, agent))
                all.push_back(agent);
            if (const int other = agentOf(one); other >= 0 && !std::ranges::contains(all, other))
                all.push_back(other);
        }
        if (agent >= 0 && !std::ranges::contains(all, agent))
            all.push_back(agent);
        return all;
    }

    [[nodiscard]] int sentenceOfToken(int t) const { return r.sentenceOf[static_cast<size_t>(std::max(0, r.itemOf[static_cast<size_t>(t)]))]; }

    /// Somebody who says something in so many words is a person, or a body; a capitalised thing is neither.
    void trust(const Source &source, int cue)
    {
        const int m = source.mention;
        if (m < 0 || cue < 0 || r.mention(m).type != AgentType::Person)
            return;
        Agent &agent = r.agents[static_cast<size_t>(r.mention(m).agent)];
        agent.certainty = std::max(agent.certainty, 0.85);
    }

    int pronounAgent(int head)
    {
        if (r.isWord(head, u"man"))
            return -1;
        if (r.is(head, First))
            return authorAgent(head);
        if (r.is(head, It)) {
            const Source paper = paperBefore(r, head);
            return paper.isValid() ? nominalAgent(paper) : lastBody(r, head);
        }
        Gender wanted = Gender::Plural;
        const bool owner = r.isGerman && r.is(head, Possessive); // "Ihr Fazit: „…“"
        if (r.is(head, He) || r.isWord(head, u"his") || (owner && r.word(head).startsWith(u"sein", Qt::CaseInsensitive)))
            wanted = Gender::Male;
        else if (r.is(head, She) || r.isWord(head, u"her") || owner)
            wanted = Gender::Female;
        if (const Source described = describedBefore(r, head, wanted); described.isValid())
            return nominalAgent(described); // "Ein Sprecher winkte ab. „…“, sagte er."
        if (wanted == Gender::Plural)
            return lastGroup(head);
        if (const Source body = r.isGerman ? bodyBefore(r, head, wanted) : Source{}; body.isValid())
            return body.mention >= 0 ? r.mention(body.mention).agent : nominalAgent(body);
        const Meant meant = personMeant(r, head, wanted, m_speakers, m_told);
        return meant.noun.isValid() ? nominalAgent(meant.noun) : meant.agent;
    }

    int lastGroup(int head)
    {
        // "they": whoever spoke last, when that was no single person; else an unnamed group.
        for (auto it = m_speakers.rbegin(); it != m_speakers.rend(); ++it) {
            const Agent &agent = r.agents[static_cast<size_t>(it->agent)];
            if (agent.type == AgentType::Organisation || agent.type == AgentType::Unnamed)
                return it->agent;
            break;
        }
        return isAboutAPerson(r, head) ? -1 : lastBody(r, head);
    }

    int authorAgent(int head)
    {
        const QString name = r.options->authors.isEmpty() ? r.word(head).toString() : r.options->authors.front();
        const auto [known, isNew] = m_authors.try_emplace(name, -1);
        const auto agent = isNew ? std::ranges::find(r.agents, name, &Agent::name) : r.agents.end();
        if (isNew)
            known->second = agent != r.agents.end() ? static_cast<int>(agent - r.agents.begin())
                                                : unnamed(name, {r.tok(head).start, r.tok(head).end}, r.options->authors.isEmpty() ? AgentType::Unnamed : AgentType::Person);
        return known->second;
    }

    int unnamed(const QString &name, Span span, AgentType type = AgentType::Unnamed)
    {
        Agent agent;
        agent.name = name;
        agent.type = type;
        agent.nominals.push_back(span);
        r.agents.push_back(std::move(agent));
        return static_cast<int>(r.agents.size()) - 1;
    }

    int nominalAgent(const Source &noun)
    {
        const Source source = withQuantity(r, noun);
        const Span span = r.spanOf(source);
        if (const int spokesFor = bodyOfSpokesman(source); spokesFor >= 0)
            return spokesFor;
        const bool definite = r.iWord(source.first, u"the") || r.iis(source.first, Possessive) || r.iWord(source.first, u"der") || r.iWord(source.first, u"die")
            || (r.iWord(source.first, u"den") && personalGender(r, source) != Gender::Unknown) || r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(source.first)])].isHeadline; // headlines save the article
        if (definite && source.last - source.first < 5) {
            if (const int holder = m_roleHolders.at(source); holder >= 0) {
                r.agents[static_cast<size_t>(holder)].nominals.push_back(span);
                return holder;
            }
        }
        const std::optional<int> aged = definite ? agedPerson(r, source) : std::nullopt;
        if (aged && *aged >= 0) {
            r.agents[static_cast<size_t>(*aged)].nominals.push_back(span);
            return *aged;
        }
        const int meant = m_bodyMeant.at(source);
        if (const int body = meant >= 0 ? meant : m_bodyMeant.named(source); body >= 0) {
            r.agents[static_cast<size_t>(body)].nominals.push_back(span);
            return body;
        }
        if (const int person = definite && !aged && !isToldBySpeaker(source) ? namedPerson(source) : -1; person >= 0) {
            r.agents[static_cast<size_t>(person)].nominals.push_back(span);
            return person;
        }
        const QString name = r.textOf(span).toString();
        const bool pointed = r.iis(source.first, Determiner | Possessive) && source.first < source.last; // "a man", then "the man"
        const quint64 key = wordHash(pointed ? QStringView(name).sliced(r.itemEnd(source.first) - span.start).trimmed() : QStringView(name));
        if (const auto it = m_unnamed.find(key); it != m_unnamed.end() && definite) {
            r.agents[static_cast<size_t>(it->second)].nominals.push_back(span);
            return it->second;
        }
        // One place is one agent, whether words in marks or a clause were met first.
        const auto [place, isNew] = m_unnamedAt.try_emplace(span.start, -1);
        if (!isNew)
            return place->second;
        const int id = place->second = unnamed(name, span);
        m_unnamed[key] = id;
        return id;
    }

    /// "Der Trainer |habe| nur einen Satz gesagt": in what somebody reports the noun is another one, and nobody knows who.
    [[nodiscard]] bool isToldBySpeaker(const Source &source) const
    {
        return r.isGerman && isSubjunctive(r, source.last + 1);
    }

    /// "die Forscherin", "der 79-Jährige": whom the text named last, within a few sentences, when that person's gender is known.
    [[nodiscard]] int namedPerson(const Source &source) const
    {
        constexpr int farthest = 5; // sentences
        const Gender gender = personalGender(r, source);
        const int person = gender == Gender::Unknown ? -1 : personMeant(r, source.head, gender, m_speakers).agent;
        if (person < 0)
            return -1;
        const Agent &agent = r.agents[static_cast<size_t>(person)];
        const bool fits = gender == Gender::Male ? agent.male > agent.female : agent.female > agent.male;
        const bool near = std::ranges::any_of(agent.mentions, [&](int m) { return r.mention(m).first < source.head && sentenceOfToken(source.head) - sentenceOfToken(r.mention(m).first) <= farthest; });
        static constexpr WordSet relative{u"nachbar", u"nachbarin", u"anwalt", u"anwältin", u"verteidiger", u"verteidigerin", u"ermittler", u"ermittlerin", u"staatsanwalt", u"staatsanwältin", u"arzt", u"ärztin",
                                          u"richter", u"richterin", u"sprecher", u"sprecherin", u"zeuge", u"zeugin", u"polizist", u"polizistin", u"pfarrer", u"pfarrerin", u"freund", u"freundin"};
        if (agent.role.isEmpty() && r.isAny(source.head, relative))
            return -1; // "Otto Sand ist tot. „…“, sagte |der Nachbar|.": another one's, and another
        return fits && (near || isLastNamed(person, source.head)) ? person : -1;
    }

    /// Does the text name nobody else between that person's last mention before the token and it, in the same paragraph or the one before?
    [[nodiscard]] bool isLastNamed(int person, int head) const
    {
        constexpr int farthest = 9; // sentences
        for (auto m = std::ranges::lower_bound(r.mentions, head, {}, &Mention::first); m != r.mentions.begin();) {
            --m;
            if (m->type == AgentType::Person && !m->isQuoted)
                return m->agent == person && r.paragraphOf[static_cast<size_t>(head)] - r.paragraphOf[static_cast<size_t>(m->first)] <= 1 && sentenceOfToken(head) - sentenceOfToken(m->first) <= farthest;
        }
        return false;
    }

    /// "a spokesman for the port authority", "the ministry's spokeswoman": the body speaks.
    [[nodiscard]] int bodyOfSpokesman(const Source &source) const
    {
        bool spokesman = false;
        for (const Folded w : {Folded(u"spokesman"), Folded(u"spokeswoman"), Folded(u"spokesperson"), Folded(u"sprecher"), Folded(u"sprecherin")})
            spokesman = spokesman || r.isWord(source.head, w);
        if (!spokesman)
            return -1;
        for (int i = source.first; i <= source.last; ++i) {
            const int m = r.iMention(i);
            if (m >= 0 && r.mention(m).type == AgentType::Organisation)
                return r.mention(m).agent;
        }
        const int office = r.itemOf[static_cast<size_t>(source.head)];
        for (int i = office + 1; i < std::min(source.last, office + 3); ++i) { // "eine Sprecherin |des Amtes|", "a spokesman for |the authority|"
            Source body;
            body.first = i;
            body.last = i + 1;
            body.head = r.isToken(i + 1) ? r.item(i + 1).token : -1;
            if (const int meant = body.head >= 0 ? m_bodyMeant.named(body) : -1; meant >= 0)
                return meant;
        }
        return -1;
    }

    Reading &r;
    BodyMeant m_bodyMeant;
    RoleHolders m_roleHolders;
    std::vector<Speaking> m_speakers;
    std::vector<int> m_told; ///< who is not meant by the pronoun that is looked at
    std::unordered_map<quint64, int> m_unnamed;
    std::unordered_map<QString, int> m_authors; ///< whom "I" and "we" are, by the name they go by
    std::unordered_map<qint32, int> m_unnamedAt; ///< by where its words begin
};

} // namespace

void resolveSpeakers(Reading &reading)
{
    Resolving(reading).run();
}

} // namespace onrecord::extract
