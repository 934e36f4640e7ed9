// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <optional>
#include <vector>

/// "the 59-year-old", "der 22-Jährige": who is of that age.
namespace onrecord::extract {

using namespace word;

namespace {

/// The years in "59-year-old", "22-Jährige"; 0 for any other word.
int yearsIn(QStringView noun)
{
    const qsizetype hyphen = noun.indexOf(u'-');
    if (hyphen <= 0 || hyphen > 3 || !(noun.endsWith(u"-year-old") || noun.contains(u"-Jährige")))
        return 0;
    return noun.first(hyphen).toInt();
}

/// Is the token the number of an age beside a name: ", |63|, …", "(|54|)", not ", |45| minutes late"?
bool isAgeAt(const Reading &r, int t)
{
    if (t + 1 >= r.count() || r.tok(t).shape != TokenShape::Number || !(r.isSign(t - 1, u',') || r.isSign(t - 1, u'(')))
        return false;
    return r.isSign(t + 1, u',') || r.isSign(t + 1, u')') || r.isSign(t + 1, u'.') || r.isWord(t + 1, u"jahre");
}

/// The age that stands with a name: "Ana Ruiz, 63, …", "Ana Ruhland (54)", "der 22-jährige Otto Sand"; 0 where none does.
int statedAge(const Reading &r, const Mention &mention)
{
    if (mention.last + 2 < r.count() && isAgeAt(r, mention.last + 2))
        return r.word(mention.last + 2).toInt();
    const int before = mention.from - 1;
    if (before < 0)
        return 0;
    const QStringView word = r.word(before);
    const qsizetype hyphen = word.indexOf(u'-');
    return hyphen > 0 && (word.contains(u"-jährig") || word.endsWith(u"-year-old")) ? word.first(hyphen).toInt() : 0;
}

/// "|A man, 23,| …", "praised |the girl|": does somebody without a name stand among the tokens [from, to), who may be meant?
bool hasUnnamed(const Reading &r, int from, int to, int years)
{
    for (int t = from; t < to; ++t) {
        if (r.mentionOf[static_cast<size_t>(t)] >= 0 || r.stretchOf[static_cast<size_t>(t)] >= 0)
            continue;
        if (yearsIn(r.word(t)) == years || (t > 0 && isAgeAt(r, t) && r.word(t).toInt() == years))
            return true;
        const bool isNoun = kinGender(r, t) != Gender::Unknown || (r.is(t, Role) && !r.is(t, Verb | OrganisationWord));
        if (isNoun && t > 0 && r.is(t - 1, Determiner | Possessive))
            return true;
    }
    return false;
}

} // namespace

std::optional<int> agedPerson(const Reading &r, const Source &source)
{
    constexpr int farthest = 12; // sentences
    const int years = source.isValid() && source.mention < 0 ? yearsIn(r.word(source.head)) : 0;
    if (years == 0)
        return {};
    const Gender wanted = !r.isGerman ? Gender::Unknown : r.iWord(source.first, u"die") || r.word(source.head).endsWith(u"in") ? Gender::Female : r.iWord(source.first, u"der") ? Gender::Male : Gender::Unknown;
    const auto sentenceOf = [&r](int t) { return r.sentenceOf[static_cast<size_t>(std::max(0, r.itemOf[static_cast<size_t>(t)]))]; };
    const auto end = std::ranges::lower_bound(r.mentions, source.head, {}, &Mention::first);
    std::vector<int> others; // of another age
    int ofAge = -1;
    const Mention *named = nullptr; // last
    for (auto m = end; m != r.mentions.begin();) {
        --m;
        if (m->type != AgentType::Person || m->agent < 0)
            continue;
        const int age = statedAge(r, *m);
        if (age == years && ofAge >= 0 && ofAge != m->agent)
            return -1; // two of one age
        if (age == years)
            ofAge = m->agent;
        else if (age > 0)
            others.push_back(m->agent);
        const Agent &agent = r.agents[static_cast<size_t>(m->agent)];
        const bool fits = wanted == Gender::Unknown || (wanted == Gender::Male ? agent.male >= agent.female : agent.female >= agent.male);
        if (!named && fits && !m->isQuoted && !m->isPossessive && sentenceOf(source.head) - sentenceOf(m->first) <= farthest)
            named = &*m;
    }
    if (ofAge >= 0 || !named)
        return ofAge;
    const int first = r.isToken(source.first) ? r.item(source.first).token : source.head;
    return std::ranges::contains(others, named->agent) || hasUnnamed(r, named->last + 1, first, years) ? -1 : named->agent;
}

} // namespace onrecord::extract
