// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <QHash>
#include <algorithm>
#include <array>

/// Lone names of no list that only a body can bear: "Northline’s customers", "Northline, a ferry operator", "Northline employs".
namespace onrecord::extract {

namespace {

using namespace word;

constexpr double doubtful = 0.7;

class BodyNames
{
public:
    explicit BodyNames(Reading &reading) : r(reading) {}

    void run()
    {
        for (Mention &m : r.mentions) {
            if (isWorkplace(m)) {
                m.type = AgentType::Organisation;
                m.certainty = doubtful;
            } else if (isUnsure(m)) {
                Signs &signs = m_signs[r.tok(m.first).hash];
                signs.body = signs.body || ownsAsBody(m) || isCalledBody(m) || isEmployer(m);
            } else if (m.type == AgentType::Person) {
                m_signs[r.tok(m.first).hash].human = true;
                m_signs[r.tok(m.last).hash].human = true;
            }
        }
        for (Mention &m : r.mentions) {
            const Signs signs = m_signs.value(r.tok(m.first).hash);
            if (!isUnsure(m) || !signs.body || signs.human)
                continue;
            m.type = AgentType::Organisation;
            m.certainty = doubtful;
        }
    }

private:
    struct Signs {
        bool body = false;
        bool human = false; ///< a title or a given name goes with it somewhere
    };

    [[nodiscard]] bool isUnsure(const Mention &m) const
    {
        return m.type == AgentType::Person && m.certainty < doubtful && m.from == m.first && m.first == m.last && !r.is(m.first, GivenName);
    }

    [[nodiscard]] bool isOneOf(int t, std::span<const Folded> words) const
    {
        return t < r.count() && std::ranges::any_of(words, [&](Folded w) { return r.isWord(t, w); });
    }

    /// "analysts at Vela Lane": where somebody works.
    [[nodiscard]] bool isWorkplace(const Mention &m) const
    {
        const int at = m.from - 1;
        return m.type == AgentType::Person && m.certainty < doubtful && m.from == m.first && at > 0 && r.isWord(at, Folded(u"at")) && r.is(at - 1, Role) && !r.is(m.first, GivenName) && !r.tok(m.from).startsParagraph;
    }

    /// "’s shares", "’s chief executive", "’s two factories".
    [[nodiscard]] bool ownsAsBody(const Mention &m) const
    {
        static constexpr std::array owned{Folded(u"shares"), Folded(u"shareholders"), Folded(u"customers"), Folded(u"subsidiary"), Folded(u"headquarters"), Folded(u"fleet"), Folded(u"factory"), Folded(u"factories"),
                                          Folded(u"stock"), Folded(u"revenue"), Folded(u"revenues"), Folded(u"products"), Folded(u"executives"), Folded(u"directors"), Folded(u"flights"), Folded(u"stores"), Folded(u"app"),
                                          Folded(u"severance"), Folded(u"earnings"), Folded(u"profits"), Folded(u"investors"), Folded(u"layoffs"), Folded(u"bonds"), Folded(u"subscribers"), Folded(u"users"), Folded(u"servers"),
                                          Folded(u"warehouses"), Folded(u"plants"), Folded(u"subsidiaries"), Folded(u"branches"), Folded(u"market")};
        constexpr int reach = 4;
        int t = m.last + 1;
        const bool stock = t < r.count() && (r.isWord(t, Folded(u"shares")) || r.isWord(t, Folded(u"stock"))) && !r.tok(t).startsParagraph; // "Vela shares"
        const bool shareOf = m.from > 1 && r.isWord(m.from - 1, Folded(u"of")) && r.isWord(m.from - 2, Folded(u"shares"));
        if (stock || shareOf)
            return true;
        if (t >= r.count() || r.tok(t).shape != TokenShape::Clitic)
            return false;
        for (++t; t < std::min(r.count(), m.last + 2 + reach) && r.tok(t).shape == TokenShape::Word && !r.tok(t).startsParagraph; ++t) {
            const bool isChief = r.isWord(t, Folded(u"chief")) && t + 1 < r.count() && r.isWord(t + 1, Folded(u"executive"));
            if (isChief || isOneOf(t, owned))
                return true;
            if (r.is(t, Preposition | Conjunction))
                return false;
        }
        return false;
    }

    /// ", a ferry operator based in Sund"
    [[nodiscard]] bool isCalledBody(const Mention &m) const
    {
        static constexpr std::array bodies{Folded(u"company"), Folded(u"firm"), Folded(u"startup"), Folded(u"start-up"), Folded(u"operator"), Folded(u"maker"), Folded(u"manufacturer"), Folded(u"retailer"), Folded(u"airline"),
                                           Folded(u"insurer"), Folded(u"lender"), Folded(u"supplier"), Folded(u"developer"), Folded(u"carmaker"), Folded(u"nonprofit"), Folded(u"charity"), Folded(u"broadcaster"), Folded(u"publisher")};
        constexpr int reach = 6;
        int t = m.last + 1;
        if (t + 1 >= r.count() || !r.isSign(t, u',') || !(r.isWord(t + 1, Folded(u"a")) || r.isWord(t + 1, Folded(u"an")) || r.isWord(t + 1, Folded(u"the"))))
            return false;
        for (t += 2; t < std::min(r.count(), m.last + 2 + reach) && r.tok(t).shape == TokenShape::Word; ++t) {
            const bool owner = t + 1 < r.count() && r.tok(t + 1).shape == TokenShape::Clitic;
            if (isOneOf(t, bodies))
                return !owner && !isPerson(t + 1);
            if (r.is(t, Preposition | Pronoun))
                return false;
        }
        return false;
    }
    /// "company spokesman": the apposition goes on to somebody.
    [[nodiscard]] bool isPerson(int t) const { return t < r.count() && r.is(t, Role); }

    [[nodiscard]] bool isEmployer(const Mention &m) const
    {
        static constexpr std::array verbs{Folded(u"employs"), Folded(u"manufactures"), Folded(u"operates")};
        return isOneOf(m.last + 1, verbs);
    }

    Reading &r;
    QHash<quint64, Signs> m_signs;
};

} // namespace

void typeBodies(Reading &reading)
{
    if (!reading.isGerman)
        BodyNames(reading).run();
}

} // namespace onrecord::extract
