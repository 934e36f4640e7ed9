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

/// The age that stands with a name: "Ana Ruiz, 63, …", "Ana Ruhland (54)", "der 22-jährige Otto Sand"; 0 where none does.
int statedAge(const Reading &r, const Mention &mention)
{
    const int next = mention.last + 1;
    if (next + 1 < r.count() && (r.isSign(next, u',') || r.isSign(next, u'(')) && r.tok(next + 1).shape == TokenShape::Number)
        return r.word(next + 1).toInt();
    const int before = mention.from - 1;
    if (before < 0)
        return 0;
    const QStringView word = r.word(before);
    const qsizetype hyphen = word.indexOf(u'-');
    return hyphen > 0 && (word.contains(u"-jährig") || word.endsWith(u"-year-old")) ? word.first(hyphen).toInt() : 0;
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
    int named = -1;          // last, of no stated age so far
    for (auto m = end; m != r.mentions.begin();) {
        --m;
        if (m->type != AgentType::Person || m->agent < 0)
            continue;
        const int age = statedAge(r, *m);
        if (age == years)
            return m->agent;
        if (age > 0)
            others.push_back(m->agent);
        const Agent &agent = r.agents[static_cast<size_t>(m->agent)];
        const bool fits = wanted == Gender::Unknown || (wanted == Gender::Male ? agent.male >= agent.female : agent.female >= agent.male);
        if (named < 0 && fits && !m->isQuoted && !m->isPossessive && sentenceOf(source.head) - sentenceOf(m->first) <= farthest)
            named = m->agent;
    }
    return std::ranges::contains(others, named) ? -1 : named;
}

} // namespace onrecord::extract
