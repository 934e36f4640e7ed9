// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <array>

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

/// The Court of Orne, the Harbour Council: no company, firm or charity.
bool isPublicBody(const Reading &r, const Mention &m)
{
    static constexpr WordSet bodies{u"court", u"council", u"ministry", u"police", u"parliament", u"senate", u"congress", u"government", u"commission", u"committee", u"department", u"tribunal", u"assembly",
                                    u"gericht", u"amtsgericht", u"landgericht", u"oberlandesgericht", u"verwaltungsgericht", u"ministerium", u"polizei", u"stadtrat", u"gemeinderat", u"bundestag", u"landtag", u"senat", u"kommission", u"staatsanwaltschaft"};
    for (int t = m.first; t <= m.last; ++t) {
        if (r.isAny(t, bodies))
            return true;
    }
    return false;
}

} // namespace

int BodyMeant::at(const Source &source)
{
    const bool isBare = source.last - source.first == 1 && (r.iWord(source.first, u"the") || r.iWord(source.first, u"das") || r.iWord(source.first, u"der"));
    if (!isBare || !isBodyNoun(r, source.head))
        return -1;
    if (source.head < m_head) {
        m_counts.clear();
        m_next = 0;
        m_bodies = m_atMost = 0;
        m_most = m_latest = -1;
        m_suffixed = none;
    }
    m_head = source.head;
    for (; m_next < r.mentions.size() && r.mentions[m_next].first < source.head; ++m_next) {
        const Mention &m = r.mentions[m_next];
        if (m.type != AgentType::Organisation || m.isQuoted || m.agent < 0 || isPublicBody(r, m))
            continue;
        const auto agent = static_cast<size_t>(m.agent);
        if (agent >= m_counts.size())
            m_counts.resize(agent + 1, 0);
        const int count = ++m_counts[agent];
        m_bodies += count == 1 ? 1 : 0;
        const int highest = m_most < 0 ? 0 : m_counts[static_cast<size_t>(m_most)];
        if (m_most == m.agent || count > highest) {
            m_most = m.agent;
            m_atMost = 1;
        } else if (count == highest) {
            ++m_atMost;
        }
        m_latest = m.agent;
        static constexpr WordSet houses{u"stadtwerke", u"verkehrsbetriebe", u"sparkasse", u"volksbank", u"reederei", u"werft", u"brauerei"};
        if ((r.is(m.last, CompanySuffix) || r.isAny(m.first, houses)) && m.agent != m_suffixed)
            m_suffixed = m_suffixed == none ? m.agent : several;
    }
    if (m_suffixed >= 0)
        return m_suffixed; // one "Vela Properties Ltd." beside towns, papers and councils
    // Of several, the one that is named both last and most; a tie is nobody's.
    const bool isClear = m_bodies == 1 || (m_most == m_latest && m_atMost == 1);
    return m_bodies > 0 && isClear ? m_most : -1;
}

} // namespace onrecord::extract
