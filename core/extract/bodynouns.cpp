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

/// The noun without a genitive's ending: "des |Vereins|".
QStringView plainNoun(const Reading &r, const Source &source)
{
    const QStringView noun = r.word(source.head);
    if (!r.iWord(source.first, u"des"))
        return noun;
    const bool isLong = noun.endsWith(u"es") && !noun.endsWith(u"ses");
    return noun.chopped(noun.endsWith(u's') ? (isLong ? 2 : 1) : 0);
}

/// Does the word of a name say itself that it is such a body: "|Verband| Sund", "|Sport|verband|"?
bool isSaid(const Reading &r, QStringView word, QStringView noun)
{
    return word.compare(noun, Qt::CaseInsensitive) == 0 || (r.isGerman && noun.size() > 3 && word.endsWith(noun, Qt::CaseInsensitive));
}

/// Does it say so by another word: "|Landesamt|" of "die Behörde", "|FC| Lauen" of "der Verein"?
bool isOfKind(const Reading &r, QStringView word, QStringView noun)
{
    struct Kind {
        std::u16string_view nouns; ///< with commas around each
        std::u16string_view names;
        std::u16string_view endings;
    };
    static constexpr std::array kinds{
        Kind{u",club,side,team,verein,klub,mannschaft,", u",club,klub,fc,sc,sv,tsv,vfl,vfb,tus,fsv,spvgg,tsg,united,rovers,city,athletic,wanderers,verein,sportverein,", u",verein,club,klub,"},
        Kind{u",behörde,amt,", u",amt,behörde,", u",amt,behörde,agentur,anstalt,"},
        Kind{u",klinik,krankenhaus,hospital,", u",klinik,klinikum,krankenhaus,hospital,", u",klinik,klinikum,krankenhaus,hospital,"},
        Kind{u",hochschule,universität,uni,", u",hochschule,universität,uni,", u",hochschule,universität,"},
        Kind{u",versorger,", u",stadtwerke,werke,", u",werke,"},
        Kind{u",agency,department,authority,", u",agency,department,authority,", u","},
    };
    const auto isIn = [](std::u16string_view list, QStringView one) { return QStringView(list).contains(QString(u',' + one.toString() + u','), Qt::CaseInsensitive); };
    return std::ranges::any_of(kinds, [&](const Kind &kind) {
        if (!isIn(kind.nouns, noun))
            return false;
        return isIn(kind.names, word) || (r.isGerman && std::ranges::any_of(QStringView(kind.endings).split(u',', Qt::SkipEmptyParts), [word](QStringView ending) { return word.endsWith(ending, Qt::CaseInsensitive); }));
    });
}

} // namespace

int BodyMeant::named(const Source &source) const
{
    constexpr int farthest = 600; // mentions
    static constexpr WordSet articles{u"the", u"der", u"die", u"das", u"dem", u"des"};
    static constexpr WordSet others{u"behörde", u"amt", u"verein", u"klub", u"klinik", u"krankenhaus", u"uni", u"hochschule", u"versorger", u"mannschaft", u"genossenschaft", u"initiative", u"landgericht", u"amtsgericht"};
    static constexpr WordSet general{u"party", u"partei", u"group", u"government", u"regierung", u"office", u"büro"}; // there are others that need no name
    if (source.last - source.first != 1 || !r.iAny(source.first, articles) || r.isAny(source.head, general) || !(r.is(source.head, OrganisationWord) || r.isAny(source.head, others) || r.iWord(source.first, u"des")))
        return -1;
    const QStringView noun = plainNoun(r, source);
    const int paragraph = r.paragraphOf[static_cast<size_t>(source.head)];
    int found = -1;
    bool isNear = false;
    const auto end = std::ranges::lower_bound(r.mentions, source.head, {}, &Mention::first);
    int last = -1; // named before
    for (auto m = end; m != r.mentions.begin() && end - m < farthest;) {
        --m;
        if (m->type != AgentType::Organisation || m->isQuoted || m->agent < 0 || m->agent == found)
            continue;
        last = last < 0 ? m->agent : last;
        const auto says = [&](bool (*fits)(const Reading &, QStringView, QStringView)) {
            for (int t = m->first; t <= m->last; ++t) {
                if (fits(r, r.word(t), noun))
                    return true;
            }
            return false;
        };
        // By another word only who was named last: "the FBI … the agency" is no department named before.
        if (!says(isSaid) && !((m->agent == last || found >= 0) && says(isOfKind)))
            continue;
        const bool near = paragraph - r.paragraphOf[static_cast<size_t>(m->first)] <= 1;
        if (found < 0) {
            found = m->agent;
            isNear = near;
        } else if (!isNear || near) {
            return -1; // two of the kind
        } else {
            break;
        }
    }
    return found;
}

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
        if (r.is(m.last, CompanySuffix) && m.agent != m_suffixed)
            m_suffixed = m_suffixed == none ? m.agent : several;
    }
    if (m_suffixed >= 0)
        return m_suffixed; // one "Vela Properties Ltd." beside towns, papers and councils
    // Of several, the one that is named both last and most; a tie is nobody's.
    const bool isClear = m_bodies == 1 || (m_most == m_latest && m_atMost == 1);
    return m_bodies > 0 && isClear ? m_most : -1;
}

} // namespace onrecord::extract
