// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <array>

/// Whom "he" and "she" mean: the names before them, the last speakers, and people without a name ("his wife", "a nurse").
namespace onrecord::extract {

using namespace word;

namespace {

/// Somebody a pronoun may mean: an agent, or a noun that is not one yet.
struct Candidate {
    int agent = -1;
    Source noun;
    Gender gender = Gender::Unknown; ///< of the noun
    double score = 0;
};

Gender genderOf(const Agent &agent)
{
    return agent.male > agent.female ? Gender::Male : agent.female > agent.male ? Gender::Female : Gender::Unknown;
}

} // namespace

Gender kinGender(const Reading &r, int t)
{
    static constexpr WordSet women{u"woman", u"wife", u"girl", u"mother", u"daughter", u"sister", u"girlfriend", u"grandmother", u"aunt", u"niece", u"widow", u"ex-wife", u"actress", u"waitress",
                                   u"stepmother", u"granddaughter", u"queen", u"princess", u"nun", u"mom", u"mum",
                                   u"frau", u"mutter", u"tochter", u"schwester", u"freundin", u"großmutter", u"witwe", u"nachbarin"};
    static constexpr WordSet men{u"man", u"husband", u"boy", u"father", u"son", u"brother", u"boyfriend", u"grandfather", u"uncle", u"nephew", u"widower", u"ex-husband", u"actor", u"waiter",
                                 u"stepfather", u"grandson", u"king", u"prince", u"priest", u"monk", u"dad",
                                 u"mann", u"vater", u"sohn", u"bruder", u"freund", u"großvater", u"witwer", u"nachbar"};
    if (r.isAny(t, women))
        return Gender::Female;
    if (r.isAny(t, men))
        return Gender::Male;
    const QStringView w = r.word(t); // "great-nephew", "Schwiegermutter"
    static constexpr std::array female{u"-niece", u"-grandmother", u"-aunt", u"-sister", u"mutter", u"tochter", u"schwester", u"ehefrau"};
    static constexpr std::array male{u"-nephew", u"-grandfather", u"-uncle", u"-brother", u"vater", u"sohn", u"bruder", u"ehemann"};
    const auto endsAs = [w](const char16_t *end) { return w.endsWith(QStringView(end)); };
    return std::ranges::any_of(female, endsAs) ? Gender::Female : std::ranges::any_of(male, endsAs) ? Gender::Male : Gender::Unknown;
}

namespace {

/// "wife", "spokesman": Unknown for a noun that tells nothing.
Gender genderOfNoun(const Reading &r, int t)
{
    const QStringView w = r.word(t);
    if (const Gender kin = kinGender(r, t); kin != Gender::Unknown)
        return kin;
    if (w.endsWith(u"woman") || (r.isGerman && w.endsWith(u"in") && r.is(t, Role)))
        return Gender::Female;
    if (w.endsWith(u"man") && r.is(t, Role))
        return Gender::Male;
    return Gender::Unknown;
}

/// "a nurse", "one driver": somebody, and no body.
bool isSomebody(const Reading &r, int t)
{
    static constexpr WordSet people{u"spokesperson", u"nurse", u"official", u"resident", u"witness", u"student", u"friend", u"aide", u"chief", u"expert", u"guard", u"judge", u"pilot", u"colleague",
                                    u"relative", u"victim", u"tourist", u"guide", u"fan", u"patient", u"parent", u"child", u"cousin", u"neighbour", u"neighbor", u"survivor", u"secretary", u"minister", u"mayor", u"president", u"chancellor", u"commissioner", u"ambassador", u"governor"};
    static constexpr WordSet bodies{u"carrier", u"insurer", u"publisher", u"broadcaster", u"operator", u"manufacturer", u"carmaker", u"retailer", u"lender", u"newspaper", u"paper", u"center",
                                    u"supplier", u"maker", u"letter", u"order", u"number", u"owner", u"developer", u"contractor", u"regulator", u"committee", u"server"};
    const QStringView w = r.word(t);
    const bool doer = w.endsWith(u"er") || w.endsWith(u"or") || w.endsWith(u"ist") || w.endsWith(u"ian") || w.endsWith(u"ee") || w.endsWith(u"ant");
    return !r.isGerman && !r.isAny(t, bodies) && (r.isAny(t, people) || (doer && r.is(t, Role)));
}

} // namespace

namespace {

/// "Hale's daughter, Eva, |spoke|", "Tom Hale, 72, |spoke|": behind the name, or behind an aside that its comma opens, a finite verb. `next` and
/// `before`: the items beside the name.
bool isBeforeAside(const Reading &r, int next, int before, int ceiling)
{
    constexpr int longest = 14; // items of the aside
    if (!r.iSign(next, u',') || (!r.iSign(before, u',') && r.iis(before, Preposition)))
        return false;
    const auto isFinite = [&](int i) { return i < ceiling && r.iis(i, Auxiliary | Past | Third) && !r.iis(i, Gerund); };
    if (r.iSign(before, u',') && isFinite(next + 1))
        return true;
    for (int k = next + 2; k < std::min(ceiling, next + longest) && !r.isStretch(k) && !r.iSign(k, u';'); ++k) {
        if (r.iSign(k, u','))
            return isFinite(k + 1);
    }
    return false;
}

} // namespace

namespace {

/// Does a finite verb of the same clause stand before the name at item `name`?
bool isObject(const Reading &r, int name, int floor)
{
    for (int i = name - 1; i > floor && !r.isStretch(i) && !isComma(r, i) && !r.iis(i, Conjunction | Subordinator); --i) {
        if (r.iis(i, Past | Third) && !r.iis(i, Gerund | Role) && isVerbHere(r, i, floor))
            return true;
    }
    return false;
}

} // namespace

namespace {

/// "Dann stand |Karl Mönnig| auf": right behind the finite verb, with no subject before it.
bool isSubjectBehindVerb(const Reading &r, const Mention &mention, const Sentence &sentence)
{
    int first = r.itemOf[static_cast<size_t>(mention.from)];
    while (first - 1 > sentence.first && r.isToken(first - 1) && (r.iis(first - 1, Role | Title | Nationality) || r.iWord(first - 1, u"der") || r.iWord(first - 1, u"die")))
        --first;
    const int verb = first - 1;
    if (verb <= sentence.first || !r.isToken(verb) || r.itok(verb).isCapital || !r.iis(verb, Auxiliary | Past | Third) || r.iis(verb, Preposition))
        return false;
    return !firstNominative(r, sentence.first, verb).isValid();
}

} // namespace

bool isNameSubject(const Reading &r, const Mention &mention)
{
    const int item = r.itemOf[static_cast<size_t>(mention.last)];
    const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])];
    int next = item + 1;
    if (r.isGerman && r.iSign(next, u'(') && r.iSign(next + 2, u')'))
        next += 3; // "Ruhland (47) zeigte sich"
    if (next >= sentence.last || mention.isPossessive)
        return false;
    if (r.isGerman && isSubjectBehindVerb(r, mention, sentence))
        return true;
    const int before = r.itemOf[static_cast<size_t>(mention.from)] - 1;
    if (!r.isGerman && before >= sentence.first && !r.isStretch(before) && (r.iis(before, Speech | Subordinator) || r.iWord(before, u"that")))
        return false; // "said Ruiz was late", "while Ruiz waited": not what the sentence is about
    if (r.iSign(next, u',') && r.itemOf[static_cast<size_t>(mention.from)] == sentence.first)
        return true;
    if (!r.isGerman && r.iSign(next, u',') && r.iis(next + 1, Relative) && isObject(r, r.itemOf[static_cast<size_t>(mention.from)], sentence.first))
        return false; // "Ruiz blamed Tom Hale, who added nine minutes"
    return isBeforeAside(r, next, before, sentence.last) || r.iis(next, Auxiliary | Verb | Adverb) || isAdverb(r, next) || (r.iSign(next, u',') && next + 1 < sentence.last && r.iis(next + 1, Relative | Determiner));
}

namespace {

class Weighing
{
public:
    Weighing(const Reading &reading, int head, Gender wanted, const std::vector<int> &others) : r(reading), m_others(others), m_head(head), m_wanted(wanted), m_here(sentenceOf(head)), m_paragraph(r.paragraphOf[static_cast<size_t>(head)]) {}

    Meant weigh(const std::vector<Speaking> &speakers)
    {
        if (const int asked = whoIsAsked(); asked >= 0)
            return {asked, {}};
        addNames();
        addSpeakers(speakers);
        addNouns();
        addOwnKin();
        const Candidate *best = bestOf(false);
        best = best ? best : bestOf(true);
        return best ? Meant{best->agent, best->noun} : Meant{};
    }

private:
    [[nodiscard]] int sentenceOf(int t) const { return r.sentenceOf[static_cast<size_t>(std::max(0, r.itemOf[static_cast<size_t>(t)]))]; }

    void add(int agent, double score)
    {
        const auto it = std::ranges::find(m_candidates, agent, &Candidate::agent);
        if (it == m_candidates.end())
            m_candidates.push_back({agent, {}, genderOf(r.agents[static_cast<size_t>(agent)]), score});
        else
            it->score = std::max(it->score, score);
    }

    /// "Asked whether |she| regretted it, Ruiz laughed": whoever the main clause names, when the pronoun stands in the participle's. -1 otherwise.
    [[nodiscard]] int whoIsAsked() const
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(m_here)];
        const int here = r.itemOf[static_cast<size_t>(m_head)];
        const bool opens = r.iWord(sentence.first, u"asked") || (r.iWord(sentence.first, u"when") && r.iWord(sentence.first + 1, u"asked"));
        if (r.isGerman || !opens)
            return -1;
        for (int i = here + 1; i + 1 < sentence.last; ++i) {
            const int m = isComma(r, i) ? r.iMention(i + 1) : -1;
            if (m >= 0 && r.mention(m).type == AgentType::Person && isNameSubject(r, r.mention(m)))
                return r.mention(m).agent;
        }
        return -1;
    }

    void addNames()
    {
        constexpr int window = 120;
        const auto end = std::ranges::lower_bound(r.mentions, m_head, {}, &Mention::first);
        int seen = 0;
        for (auto it = end; it != r.mentions.begin() && seen < window; ++seen) {
            --it;
            if (it->type != AgentType::Person || it->isQuoted)
                continue;
            const int there = sentenceOf(it->first);
            if (isByline(there) || isSaint(*it))
                continue;
            const bool subject = isNameSubject(r, *it);
            double score = 10.0 - 1.5 * (m_here - there) - 0.8 * (m_paragraph - r.paragraphOf[static_cast<size_t>(it->first)]);
            if (subject)
                score += speaks(*it) ? 4.0 : 3.0;
            if (it->isPossessive)
                score -= 1.0;
            if (there == m_here && !subject)
                score -= 2.0;
            add(it->agent, score);
        }
    }

    /// "St. Aldhelm's was pealing": a church.
    [[nodiscard]] bool isSaint(const Mention &mention) const
    {
        const int before = mention.first - 1;
        return !r.isGerman && before > 0 && (r.isWord(before, u"st") || (r.isSign(before, u'.') && r.isWord(before - 1, u"st")));
    }

    /// "Von Ana Ruiz, Orne": who wrote it is not spoken of.
    [[nodiscard]] bool isByline(int s) const
    {
        constexpr int longest = 14; // items
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        const bool opens = (r.iWord(sentence.first, u"von") || r.iWord(sentence.first, u"by")) && r.iMention(sentence.first + 1) >= 0;
        if (!opens || sentence.last - sentence.first > longest || !r.tok(r.item(sentence.first).token).startsParagraph)
            return false;
        for (int i = sentence.first; i < sentence.last; ++i) {
            if (r.isStretch(i) || (r.iis(i, Auxiliary | Past | Third) && r.iMention(i) < 0))
                return false;
        }
        return true;
    }

    /// Whoever of the last few speakers is a person: "Delegates asked …" in between does not end his turn.
    void addSpeakers(const std::vector<Speaking> &speakers)
    {
        constexpr int recent = 3;
        int persons = 0;
        for (auto it = speakers.rbegin(); it != speakers.rend() && persons == 0 && it - speakers.rbegin() < recent; ++it) {
            const Agent &agent = r.agents[static_cast<size_t>(it->agent)];
            if (it->token >= m_head || (agent.type != AgentType::Person && !isNamelessPerson(agent, it->token)))
                continue;
            ++persons;
            const double score = 13.0 - 1.3 * (m_here - sentenceOf(it->token)) - 0.8 * (m_paragraph - r.paragraphOf[static_cast<size_t>(it->token)]);
            if (agent.type == AgentType::Person)
                add(it->agent, score);
            else
                m_candidates.push_back({it->agent, {}, genderOfNoun(r, it->token), score});
        }
    }

    [[nodiscard]] bool isNamelessPerson(const Agent &agent, int token) const
    {
        return agent.type == AgentType::Unnamed && r.paragraphOf[static_cast<size_t>(token)] == m_paragraph && (genderOfNoun(r, token) != Gender::Unknown || isSomebody(r, token));
    }

    /// "His wife nodded. “…,” she said": a noun of known gender that opens one of the sentences right before.
    void addNouns()
    {
        constexpr int reach = 2; // sentences
        for (int s = std::max(0, m_here - reach); s <= m_here; ++s) {
            const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
            if (sentence.paragraph != m_paragraph || sentence.isLoose || sentence.first >= r.itemOf[static_cast<size_t>(m_head)])
                continue;
            const Source noun = r.iis(sentence.first, Determiner | Possessive) ? phraseStartingAt(r, sentence.first, sentence.last) : Source{};
            if (!noun.isValid() || noun.isPronoun || noun.mention >= 0 || noun.head >= m_head || r.iMention(noun.last) >= 0)
                continue;
            if (isNamedBehind(noun, sentence.last))
                continue;
            const Gender gender = genderOfNoun(r, noun.head);
            if (gender == m_wanted)
                m_candidates.push_back({-1, noun, gender, 13.0 - 1.5 * (m_here - s)});
            else if (gender == Gender::Unknown && isSomebody(r, noun.head))
                m_candidates.push_back({-1, noun, gender, 11.0 - 1.5 * (m_here - s)}); // "a top aide … in which he said"
        }
    }

    /// "I rang |my mother|, and she said": the author's own, in the same sentence.
    void addOwnKin()
    {
        const int here = r.itemOf[static_cast<size_t>(m_head)];
        for (int i = r.sentences[static_cast<size_t>(m_here)].first; i + 1 < here; ++i) {
            if (!r.iWord(i, u"my") || !r.isToken(i + 1) || kinGender(r, r.item(i + 1).token) != m_wanted || r.iMention(i + 2) >= 0)
                continue;
            Source noun;
            noun.first = i;
            noun.last = i + 1;
            noun.head = r.item(i + 1).token;
            m_candidates.push_back({-1, noun, m_wanted, 14.0});
        }
    }

    /// "His wife, Ana Ruiz, nodded": the name counts.
    [[nodiscard]] bool isNamedBehind(const Source &noun, int ceiling) const
    {
        constexpr int farthest = 4; // "Ihr Mann, der gelernte Tischler Arne Thorwald, …"
        int behind = isComma(r, noun.last + 1) ? noun.last + 2 : noun.last + 1;
        for (int passed = 0; r.isGerman && passed < farthest && behind + 1 < ceiling && r.isToken(behind) && r.iMention(behind) < 0 && (r.iis(behind, Determiner | Role) || isNounLike(r, behind)); ++passed)
            ++behind;
        return behind < ceiling && r.iMention(behind) >= 0;
    }

    /// "Ruiz said he": right before a word of saying.
    [[nodiscard]] bool speaks(const Mention &mention) const { return !r.isGerman && r.iis(r.itemOf[static_cast<size_t>(mention.last)] + 1, Speech); }

    /// `lenient`: pronouns may have misled about the gender; only a title or a given name excludes.
    [[nodiscard]] const Candidate *bestOf(bool lenient) const
    {
        const Candidate *best = nullptr;
        double top = -1e9;
        for (const Candidate &candidate : m_candidates) {
            constexpr int named = 50;
            const Agent *agent = candidate.agent >= 0 ? &r.agents[static_cast<size_t>(candidate.agent)] : nullptr;
            const bool isNoun = !agent || agent->type == AgentType::Unnamed;
            const bool certain = isNoun || std::max(agent->male, agent->female) >= named;
            if (candidate.gender != Gender::Unknown && candidate.gender != m_wanted && (certain || !lenient))
                continue;
            if (candidate.agent >= 0 && std::ranges::contains(m_others, candidate.agent))
                continue;
            constexpr double sure = 0.75;
            const double doubt = !isNoun && agent->certainty < sure ? 5.0 : 0.0;
            const double sum = candidate.score + (candidate.gender == m_wanted ? 1.2 : 0.0) - doubt;
            if (sum > top || (sum == top && best && candidate.agent < best->agent)) {
                top = sum;
                best = &candidate;
            }
        }
        return best;
    }

    const Reading &r;
    const std::vector<int> &m_others; ///< agents that it is not
    int m_head;
    Gender m_wanted;
    int m_here;
    int m_paragraph;
    std::vector<Candidate> m_candidates;
};

} // namespace

Meant personMeant(const Reading &reading, int head, Gender wanted, const std::vector<Speaking> &speakers, const std::vector<int> &others)
{
    return Weighing(reading, head, wanted, others).weigh(speakers);
}

} // namespace onrecord::extract
