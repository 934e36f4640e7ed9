// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/groupsmeant.h"

#include "core/extract/germanclauses.h"
#include "core/extract/names.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

using namespace word;

namespace {

int sentenceOfToken(const Reading &r, int t)
{
    return r.sentenceOf[static_cast<size_t>(std::max(0, r.itemOf[static_cast<size_t>(t)]))];
}

/// "drivers", "residents", "officials": by its ending, or as one of few others; not "talks".
bool isSeveralPeople(QStringView noun)
{
    static constexpr std::array endings{u"ers", u"ors", u"ists", u"ians", u"ees", u"ants", u"dents", u"officials", u"rents", u"workmen"};
    static constexpr std::array others{u"nurses", u"neighbours", u"neighbors", u"families", u"friends", u"witnesses", u"critics", u"fans", u"victims", u"relatives", u"colleagues", u"experts", u"guards", u"scouts"};
    return std::ranges::any_of(endings, [noun](const char16_t *end) { return noun.endsWith(QStringView(end)); })
        || std::ranges::any_of(others, [noun](const char16_t *other) { return noun == QStringView(other); });
}

/// "were questioned by |prosecutors|", "|Police| came", "|Die Nachbarn| warteten": does somebody whom a plural may mean stand among the tokens [from, to)?
bool hasGroup(const Reading &r, int from, int to)
{
    for (int t = from; t < to; ++t) {
        const int m = r.mentionOf[static_cast<size_t>(t)];
        if (r.stretchOf[static_cast<size_t>(t)] >= 0)
            continue;
        if ((m >= 0 && r.mention(m).type == AgentType::Organisation) || r.is(t, OrganisationWord) || r.isWord(t, u"police") || r.isWord(t, u"people"))
            return true;
        const QStringView w = r.word(t);
        const bool noun = r.tok(t).shape == TokenShape::Word && w.size() > 3 && m < 0 && !r.is(t, Function | Auxiliary | Adverb | Weekday | Month);
        if (noun && r.isGerman && r.tok(t).isCapital && t > 0 && r.isWord(t - 1, u"die"))
            return true;
        if (noun && !r.isGerman && (isSeveralPeople(w) || (r.is(t, Role) && w.endsWith(u's'))))
            return true;
    }
    return false;
}

/// "|Die Stadt und die Bank| zahlen. Beide sagten …", "|Two teenagers| were hurt": do two others stand among the tokens [from, to), or somebody else by
/// name?
bool hasOtherTwo(const Reading &r, int from, int to, std::pair<int, int> pair)
{
    static constexpr WordSet twos{u"two", u"zwei", u"couple", u"pair", u"duo", u"twins", u"ehepaar", u"paar", u"zwillinge", u"eheleute", u"beiden", u"beide", u"both"};
    static constexpr WordSet several{u"töchter", u"söhne", u"kinder", u"eltern", u"brüder", u"schwestern", u"geschwister", u"nachbarn", u"freunde", u"kollegen", u"daughters", u"sons", u"children", u"parents", u"brothers", u"sisters", u"officers", u"women", u"men", u"girls", u"boys"};
    for (int t = from; t < to; ++t) {
        const int m = r.mentionOf[static_cast<size_t>(t)];
        if (r.stretchOf[static_cast<size_t>(t)] >= 0)
            continue;
        if (m >= 0 && r.mention(m).type == AgentType::Person && r.mention(m).agent != pair.first && r.mention(m).agent != pair.second)
            return true;
        if (r.isAny(t, twos) || r.isAny(t, several) || (!r.isGerman && r.tok(t).shape == TokenShape::Word && !r.tok(t).isCapital && isSeveralPeople(r.word(t))))
            return true;
        if (t + 1 >= to || !(r.isWord(t, u"and") || r.isWord(t, u"und")))
            continue;
        const auto isNamed = [&r](int at) { return r.mentionOf[static_cast<size_t>(at)] >= 0; };
        if (r.is(t + 1, Determiner | Possessive) || isNamed(t + 1) || (t > from && isNamed(t - 1)))
            return true;
    }
    return false;
}

} // namespace

std::vector<int> pairBefore(const Reading &r, int head, bool both)
{
    const int reach = both ? 2 : 1;
    const int here = sentenceOfToken(r, head);
    const auto personAt = [&r](int m) { return m >= 0 && r.mention(m).type == AgentType::Person && !r.mention(m).isQuoted; };
    for (int s = here; s >= std::max(0, here - reach); --s) {
        const Sentence &sentence = r.sentences[static_cast<size_t>(s)];
        if (sentence.paragraph < r.sentences[static_cast<size_t>(here)].paragraph - (both ? 1 : 0))
            break;
        for (int i = sentence.last - 2; i > sentence.first; --i) {
            const int left = r.iMention(i - 1);
            if (r.item(i).token >= head || !(r.iWord(i, u"and") || r.iWord(i, u"und")) || !personAt(left))
                continue;
            int at = i + 1;
            while (at < sentence.last && r.iMention(at) < 0 && r.isToken(at) && (r.iis(at, Possessive | Determiner | Role) || isNounLike(r, at)))
                ++at;
            const int right = r.iMention(at);
            const bool opens = r.itemOf[static_cast<size_t>(r.mention(left).from)] == sentence.first;
            if (!opens || !personAt(right) || r.mention(right).agent == r.mention(left).agent)
                continue;
            const int behind = r.mention(right).last + 1;
            return (both ? hasOtherTwo(r, behind, head, {r.mention(left).agent, r.mention(right).agent}) : hasGroup(r, behind, head)) ? std::vector<int>{} : std::vector<int>{r.mention(left).agent, r.mention(right).agent};
        }
    }
    return {};
}

Source paperBefore(const Reading &r, int head)
{
    static constexpr WordSet reading{u"read", u"reads", u"began", u"begins", u"ended", u"ends"};
    const int here = sentenceOfToken(r, head);
    const int item = r.itemOf[static_cast<size_t>(head)];
    if (r.isGerman || here == 0 || !r.iAny(item + 1, reading) || r.sentences[static_cast<size_t>(here) - 1].paragraph != r.sentences[static_cast<size_t>(here)].paragraph)
        return {};
    const Sentence &before = r.sentences[static_cast<size_t>(here) - 1];
    for (int i = before.last - 1; i > before.first; --i) {
        if (r.isStretch(i) || !r.iis(i, Medium) || r.iMention(i) >= 0)
            continue;
        const Source paper = phraseEndingAt(r, i, before.first);
        if (paper.isValid() && (r.iWord(paper.first, u"a") || r.iWord(paper.first, u"an") || r.iWord(paper.first, u"the")))
            return paper;
    }
    return {};
}

Source bodyBefore(const Reading &r, int head, Gender wanted)
{
    const int here = sentenceOfToken(r, head);
    if (here == 0 || r.sentences[static_cast<size_t>(here) - 1].paragraph != r.sentences[static_cast<size_t>(here)].paragraph)
        return {};
    const Sentence &before = r.sentences[static_cast<size_t>(here) - 1];
    const bool isFeminine = wanted == Gender::Female;
    const Source noun = (isFeminine ? r.iWord(before.first, u"die") : r.iWord(before.first, u"der")) ? phraseStartingAt(r, before.first, before.last) : Source{};
    const auto isBody = [&r](int t) { return r.is(t, OrganisationWord | Organisation); };
    const bool isNamed = noun.mention >= 0 && r.mention(noun.mention).type == AgentType::Organisation;
    if (!noun.isValid() || !(isNamed || isBody(noun.head)) || r.word(noun.head).endsWith(u"innen") || isPluralVerb(r, r.item(std::min(noun.last + 1, before.last - 1)).token))
        return {};
    static constexpr WordSet own{u"ich", u"mich", u"mir", u"mein", u"meine", u"meinen"};
    static constexpr WordSet objects{u"ihn", u"ihm", u"einen"};
    for (int t = r.isToken(before.first) ? r.item(before.first).token : head; t < head; ++t) {
        if (r.isAny(t, own) || (!isFeminine && r.isAny(t, objects)))
            return {}; // "Der Rat wählte |einen| Neuen. „Ich freue mich“, sagte er."
    }
    for (int i = before.first; i < r.itemOf[static_cast<size_t>(head)]; ++i) {
        const int m = r.iMention(i);
        if (m >= 0 && r.mention(m).type == AgentType::Person)
            return {};
        if (!r.isToken(i) || !r.itok(i).isCapital)
            continue;
        const int t = r.item(i).token;
        const QStringView w = r.word(t);
        const bool woman = kinGender(r, t) == Gender::Female || w.endsWith(u"frau") || (w.size() > 4 && w.endsWith(u"in"));
        const bool man = kinGender(r, t) == Gender::Male || (r.is(t, Role) && !isBody(t) && !w.endsWith(u"in"));
        if (isFeminine ? woman : man)
            return {}; // "Die Feuerwehr half |der Nachbarin|. „Danke“, sagte sie."
    }
    return noun;
}

int lastBody(const Reading &r, int head)
{
    const auto end = std::ranges::lower_bound(r.mentions, head, {}, &Mention::first);
    int best = -1;
    for (auto it = end; it != r.mentions.begin();) {
        --it;
        if (it->type != AgentType::Organisation || it->isQuoted)
            continue;
        if (isNameSubject(r, *it))
            return it->agent;
        if (best < 0)
            best = it->agent;
        if (sentenceOfToken(r, head) - sentenceOfToken(r, it->first) > 3)
            break;
    }
    return best;
}

bool isAboutAPerson(const Reading &r, int head)
{
    const int sentence = sentenceOfToken(r, head);
    for (int s = sentence; s >= std::max(0, sentence - 1); --s) {
        const Sentence &one = r.sentences[static_cast<size_t>(s)];
        const int m = r.iMention(one.first);
        if (m >= 0 && one.paragraph == r.sentences[static_cast<size_t>(sentence)].paragraph)
            return r.mention(m).type == AgentType::Person;
    }
    return false;
}

} // namespace onrecord::extract
