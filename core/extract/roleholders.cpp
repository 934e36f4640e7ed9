// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"
#include "core/extract/phrases.h"

#include <algorithm>

/// "The union chairman said": whom the text has told to hold the office.
namespace onrecord::extract {

using namespace word;

namespace {

constexpr size_t mostHolders = 64; ///< of one office; a list of more mayors tells none of them apart

/// Does this word tell one chairman from another ("|union| chairman")?
bool isQualifier(const Reading &r, int t)
{
    return r.tok(t).shape == TokenShape::Word && !r.is(t, Function | Auxiliary | Adverb);
}

bool isPluralHead(const Reading &r, int t)
{
    return r.word(t).endsWith(u's') || r.isWord(t, u"people") || r.isWord(t, u"police");
}

/// "|the depot| manager", "|its| manager"
bool isPointedOut(const Reading &r, int t)
{
    return r.isWord(t - 1, u"the") || r.is(t - 1, Possessive) || (t > 1 && r.isWord(t - 2, u"the") && r.mentionOf[static_cast<size_t>(t - 1)] < 0);
}

/// "|Kämmerer| Dieter Ruhland": a noun right before the name, without an article, says what somebody is whether the lists have it or not.
bool isOfficeOfNoList(const Reading &r, int t, const Mention &mention)
{
    const Token &noun = r.tok(t);
    constexpr qsizetype shortest = 4; // letters
    return noun.shape == TokenShape::Word && noun.isCapital && !noun.isAllCapital && noun.end - noun.start >= shortest && !r.tok(mention.from).startsParagraph && r.mentionOf[static_cast<size_t>(t)] < 0
        && !r.is(t, Function | Verb | Weekday | Month | Adverb | Role | Title) && mention.last > mention.first;
}

/// "Thanking Hale, |the minister| said", "After Hale, |the minister| spoke": behind words that lead in, the comma closes them, and the office is
/// the subject that follows.
bool isNextSubject(const Reading &r, int name, const Source &role, int ceiling)
{
    const int floor = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(name)])].first;
    const bool leadsIn = r.iis(floor, Gerund | Preposition | Subordinator) && r.iMention(floor) < 0;
    const int verb = role.last + 1;
    return !r.isGerman && leadsIn && verb < ceiling && r.isToken(verb) && r.iis(verb, Past | Third | Auxiliary) && !r.iis(verb, Gerund);
}

} // namespace

RoleHolders::RoleHolders(Reading &reading) : r(reading)
{
    // Titles and appositions tell what somebody is: "Ana Ruiz, the depot manager" → manager is Ruiz.
    for (const Mention &mention : r.mentions) {
        if (mention.type != AgentType::Person || mention.isQuoted)
            continue;
        for (int t = mention.from - 1; t >= std::max(0, mention.from - 3) && r.is(t, Role | Title) && !r.tok(t).startsParagraph; --t)
            note(t, mention.agent);
        for (int t = mention.from; t < mention.first; ++t)
            note(t, mention.agent);
        if (const int t = mention.from - 2; t > 0 && !r.isGerman && r.isSign(mention.from - 1, u',') && r.is(t, Role) && !isPluralHead(r, t) && mention.last + 1 < r.count()
            && r.isSign(mention.last + 1, u',') && isPointedOut(r, t))
            note(t, mention.agent); // "The depot manager, Ana Ruiz, …"
        if (const int t = mention.from - 1; r.isGerman && t >= 0 && isOfficeOfNoList(r, t, mention))
            add(t, mention.agent);
        noteOfficeBefore(mention);
        noteApposition(mention);
    }
}

/// "die Vorsitzende des Verbandes, |Ana Ruiz|,": German puts the office with all that belongs to it first.
void RoleHolders::noteOfficeBefore(const Mention &mention)
{
    const int comma = r.itemOf[static_cast<size_t>(mention.from)] - 1;
    if (!r.isGerman || comma < 2 || !r.iSign(comma, u',') || mention.first == mention.last)
        return;
    const int floor = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(comma)])].first;
    const int next = r.itemOf[static_cast<size_t>(mention.last)] + 1;
    const bool closes = r.iSign(next, u',') || r.iSign(next, u'.') || r.iSign(next, u':') || r.iSign(next, u'(');
    const Source office = comma > floor ? phraseEndingAt(r, comma - 1, floor) : Source{};
    for (int i = office.first; i <= office.last && office.isValid(); ++i) {
        if (r.isToken(i) && r.item(i).token != office.head && r.iis(i, Role) && !r.iis(i, OrganisationWord))
            return; // "der Anwalt |der Klägerin|, Ana Ruiz": either may be meant
    }
    if (closes && office.isValid() && office.isRole && office.mention < 0 && (r.iWord(office.first, u"der") || r.iWord(office.first, u"die")) && r.is(office.head, Role) && !r.is(office.head, OrganisationWord))
        add(office.head, mention.agent);
}

void RoleHolders::note(int token, int agent)
{
    add(token, agent);
    Agent &a = r.agents[static_cast<size_t>(agent)];
    if (a.role.isEmpty())
        a.role = r.word(token).toString();
}

void RoleHolders::noteApposition(const Mention &mention)
{
    const int item = r.itemOf[static_cast<size_t>(mention.last)];
    const int ceiling = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])].last;
    if (item + 2 >= ceiling || !r.iSign(item + 1, u','))
        return;
    const Source role = phraseStartingAt(r, item + 2, ceiling);
    if (!role.isValid() || role.isPronoun || !r.is(role.head, Role) || isNextSubject(r, item, role, ceiling))
        return;
    add(role.head, mention.agent);
    Agent &a = r.agents[static_cast<size_t>(mention.agent)];
    a.certainty = std::max(a.certainty, 0.9);
    int from = role.first;
    if (r.iis(from, Determiner) && from < role.last)
        ++from;
    a.role = r.textOf({r.itemStart(from), r.itemEnd(role.last)}).toString();
    for (int i = role.first; i <= role.last; ++i) {
        const int m = r.iMention(i);
        if (m >= 0 && r.mention(m).type == AgentType::Organisation)
            a.affiliation = r.mention(m).agent;
    }
}

void RoleHolders::add(int token, int agent)
{
    constexpr int reach = 5;
    Holder holder{agent, {}};
    int from = token;
    while (from > 0 && token - from < reach && isQualifier(r, from - 1) && !r.tok(from).startsParagraph)
        --from;
    int to = token;
    if (to + 1 < r.count() && (r.isWord(to + 1, u"of") || r.isWord(to + 1, u"for") || r.isWord(to + 1, u"at"))) {
        ++to;
        while (to + 1 < r.count() && to - token < reach && (isQualifier(r, to + 1) || r.is(to + 1, Determiner)))
            ++to;
    }
    for (int t = from; t <= to; ++t) {
        if (t != token && isQualifier(r, t) && !std::ranges::contains(holder.qualifiers, r.tok(t).hash))
            holder.qualifiers.push_back(r.tok(t).hash);
    }
    std::vector<Holder> &holders = m_holders[r.tok(token).hash];
    const auto known = std::ranges::find(holders, agent, &Holder::agent);
    if (known == holders.end()) {
        if (holders.size() < mostHolders)
            holders.push_back(std::move(holder));
        return;
    }
    for (const quint64 word : holder.qualifiers) {
        if (known->qualifiers.size() < mostHolders && !std::ranges::contains(known->qualifiers, word))
            known->qualifiers.push_back(word);
    }
}

int RoleHolders::at(const Source &source) const
{
    const auto found = m_holders.find(r.tok(source.head).hash);
    if (found == m_holders.end() || isPluralHead(r, source.head))
        return -1;
    const std::vector<Holder> &holders = found->second;
    return holders.size() == 1 ? holders.front().agent : oneOf(holders, source);
}

int RoleHolders::oneOf(const std::vector<Holder> &holders, const Source &source) const
{
    std::vector<quint64> asked;
    for (int i = source.first; i <= source.last; ++i) {
        if (r.isToken(i) && r.item(i).token != source.head && isQualifier(r, r.item(i).token))
            asked.push_back(r.item(i).hash);
    }
    if (asked.empty())
        return latest(holders, source.head);
    const auto fits = [&](const Holder &holder) { return std::ranges::any_of(asked, [&](quint64 word) { return std::ranges::contains(holder.qualifiers, word); }); };
    const auto plain = [](const Holder &holder) { return holder.qualifiers.empty(); };
    if (const auto fitting = std::ranges::count_if(holders, fits); fitting > 0)
        return fitting == 1 ? std::ranges::find_if(holders, fits)->agent : -1;
    return std::ranges::count_if(holders, plain) == 1 ? std::ranges::find_if(holders, plain)->agent : -1;
}

int RoleHolders::latest(const std::vector<Holder> &holders, int head) const
{
    constexpr int reach = 500; // mentions
    const auto behind = std::ranges::lower_bound(r.mentions, head, {}, &Mention::first);
    for (auto m = behind; m != r.mentions.begin() && behind - m < reach;) {
        --m;
        if (!m->isQuoted && std::ranges::contains(holders, m->agent, &Holder::agent))
            return m->agent;
    }
    return -1;
}

} // namespace onrecord::extract
