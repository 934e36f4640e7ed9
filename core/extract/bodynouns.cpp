// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <array>
#include <map>

/// "The company said": the organisation that the text is about, when it can be no other.
namespace onrecord::extract {

using namespace word;

namespace {

bool isBodyNoun(const Reading &r, int t)
{
    static constexpr std::array nouns{Folded(u"company"), Folded(u"firm"), Folded(u"startup"), Folded(u"start-up"), Folded(u"operator"), Folded(u"manufacturer"), Folded(u"carmaker"), Folded(u"retailer"),
                                      Folded(u"airline"), Folded(u"carrier"), Folded(u"insurer"), Folded(u"lender"), Folded(u"publisher"), Folded(u"broadcaster"), Folded(u"charity"), Folded(u"nonprofit"),
                                      Folded(u"unternehmen"), Folded(u"konzern"), Folded(u"betreiber")};
    return std::ranges::any_of(nouns, [&](Folded w) { return r.isWord(t, w); });
}

} // namespace

int bodyMeant(const Reading &r, const Source &source)
{
    const bool isBare = source.last - source.first == 1 && (r.iWord(source.first, u"the") || r.iWord(source.first, u"das") || r.iWord(source.first, u"der"));
    if (!isBare || !isBodyNoun(r, source.head))
        return -1;
    struct Seen {
        int count = 0;
        int last = 0; ///< token
    };
    std::map<int, Seen> bodies;
    for (const Mention &m : r.mentions) {
        if (m.first >= source.head)
            break;
        if (m.type != AgentType::Organisation || m.isQuoted || m.agent < 0)
            continue;
        Seen &seen = bodies[m.agent];
        ++seen.count;
        seen.last = m.first;
    }
    if (bodies.empty())
        return -1;
    const auto most = std::ranges::max_element(bodies, {}, [](const auto &entry) { return entry.second.count; });
    const auto latest = std::ranges::max_element(bodies, {}, [](const auto &entry) { return entry.second.last; });
    // Of several, the one that is named both last and most; a tie is nobody's.
    const bool isTied = std::ranges::count_if(bodies, [&](const auto &entry) { return entry.second.count == most->second.count; }) > 1;
    return bodies.size() == 1 || (most == latest && !isTied) ? most->first : -1;
}

} // namespace onrecord::extract
