// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <array>

/// What a name names, by its own words and the words right beside it.
namespace onrecord::extract {

namespace {

using namespace word;

class Judge
{
public:
    explicit Judge(const Reading &reading) : r(reading) {}

    void judge(Mention &m, quint64 titles, int count) const
    {
        const quint64 whole = phraseClasses(m.first, m.last);
        const auto say = [&m](AgentType type, double certainty) {
            m.type = type;
            m.certainty = certainty;
        };
        if (titles & (Male | Female))
            m.gender = titles & Male ? Gender::Male : Gender::Female;
        if (titles != 0 && !endsAsBodyName(r, m.last))
            say(AgentType::Person, 0.95);
        else if ((whole & Organisation && !(whole & GivenName && count == 1)) || (count > 1 && r.is(m.last, CompanySuffix)))
            say(AgentType::Organisation, 0.9);
        else if (whole & Product)
            say(AgentType::Product, 0.85);
        else if (whole & Place && !(whole & GivenName))
            say(AgentType::Place, 0.85);
        else if (count > 1 && isSpot(m))
            say(AgentType::Place, 0.85);
        else if (endsAsBodyName(r, m.last) || (r.is(m.first, OrganisationWord) && (count > 2 || opensBodyName(m))))
            say(AgentType::Organisation, count > 1 ? 0.85 : 0.6);
        else if (r.isGerman && count > 1 && r.is(m.first, OrganisationWord) && !r.is(m.first, GivenName))
            say(AgentType::Organisation, 0.85);
        else if (r.is(m.first, GivenName) && count >= 2)
            say(AgentType::Person, 0.9);
        else
            judgeShape(m, count);
        const bool surnameOnly = titles != 0 && count == 1; // "Secretary Warren": the word is no given name here
        if (m.type == AgentType::Person && m.gender == Gender::Unknown && !surnameOnly)
            m.gender = givenGender(m.first);
        judgeByNoun(m);
    }

private:
    [[nodiscard]] bool looksLikeSurname(int t) const
    {
        const QStringView w = r.word(t);
        for (const QStringView prefix : {QStringView(u"Mc"), QStringView(u"Mac"), QStringView(u"De"), QStringView(u"Le"), QStringView(u"La"), QStringView(u"Di"),
                                         QStringView(u"Du"), QStringView(u"Fitz"), QStringView(u"Van"), QStringView(u"O’"), QStringView(u"O'"), QStringView(u"D’"), QStringView(u"D'")}) {
            if (w.startsWith(prefix) && w.size() > prefix.size() && w[prefix.size()].isUpper())
                return true;
        }
        return w.contains(u'-');
    }

    [[nodiscard]] quint64 phraseClasses(int first, int last) const
    {
        quint64 hash = r.tok(first).hash;
        for (int t = first + 1; t <= last; ++t)
            hash = phraseHash(hash, r.tok(t).hash);
        return r.words->find(hash).classes;
    }

    /// A common noun right before the name that tells what it is: "the startup Vela", "senator Ruiz".
    void judgeByNoun(Mention &m) const
    {
        const int before = m.from - 1;
        if (before >= 0 && r.is(before, TitleCue) && !r.tok(before).isCapital && r.tok(m.from).spaceBefore && !r.is(m.first, GivenName) && m.certainty < 0.85) {
            m.type = AgentType::Product; // "my book Always Day Two"
            m.certainty = 0.85;
            return;
        }
        if (before < 0 || r.tok(before).isCapital || !r.tok(m.from).spaceBefore)
            return;
        static constexpr WordSet houses{u"operator", u"insurer", u"lender", u"charity", u"manufacturer", u"brewer", u"brewery", u"chain", u"carrier", u"consultancy", u"nonprofit", u"supermarket",
                                        u"utility", u"automaker", u"drugmaker", u"chipmaker", u"conglomerate", u"bank"};
        static constexpr WordSet aged{u"veteran", u"former", u"retired", u"longtime", u"young", u"old"};
        const int article = before > 0 && r.is(before - 1, Determiner) ? before - 1 : before - 2;
        if (r.isAny(before, houses) && article >= 0 && r.is(article, Determiner) && !r.isAny(before - 1, aged) && m.first == m.last && !r.is(m.first, GivenName) && m.certainty < 0.85) {
            m.type = AgentType::Organisation; // "the rail operator Northline": a lone word behind what may be somebody's trade, too
            m.certainty = 0.85;
            return;
        }
        if (!r.is(before, Role))
            return;
        static constexpr std::array bodies{Folded(u"startup"), Folded(u"start-up"), Folded(u"company"), Folded(u"firm"), Folded(u"group"), Folded(u"newspaper"), Folded(u"magazine"), Folded(u"agency"), Folded(u"network"),
                                           Folded(u"website"), Folded(u"outlet"), Folded(u"giant"), Folded(u"maker"), Folded(u"organization"), Folded(u"organisation"), Folded(u"broadcaster"), Folded(u"union"),
                                           Folded(u"platform"), Folded(u"carmaker"), Folded(u"airline"), Folded(u"publication"), Folded(u"watchdog"), Folded(u"collective"), Folded(u"retailer"), Folded(u"foundation")};
        const bool body = std::ranges::any_of(bodies, [&](Folded w) { return r.isWord(before, w); });
        if (m.certainty < 0.85) {
            m.type = body ? AgentType::Organisation : AgentType::Person;
            m.certainty = 0.85;
        }
    }

    void judgeShape(Mention &m, int count) const
    {
        const Token &token = r.tok(m.first);
        const Token &last = r.tok(m.last);
        m.type = AgentType::Person;
        m.certainty = count > 1 ? 0.6 : 0.4;
        const bool turn = token.startsParagraph || (m.first > 0 && r.tok(m.first - 1).shape == TokenShape::Quote);
        const bool colon = m.last + 1 < r.count() && r.isSign(m.last + 1, u':');
        if (turn && colon)
            return;
        if (count > 1 && isMade(m)) {
            m.type = AgentType::Organisation;
            m.certainty = 0.6;
            return;
        }
        if (token.hasDigit || last.hasDigit || last.shape == TokenShape::Number)
            m.type = AgentType::Product;
        else if (last.isAllCapital || (count == 1 && isMade(m)))
            m.type = AgentType::Organisation;
        else if (r.is(m.first, Nationality) || (isAfterArticle(m.first) && !isAttributive(m)))
            m.type = AgentType::Organisation;
        else if (count == 1 && r.is(m.first, GivenName))
            m.certainty = 0.8;
        if (m.type != AgentType::Person)
            m.certainty = 0.6;
        // "The Ferry left": an ordinary word behind its article is a name only when a fuller one bears it out.
        if (count == 1 && r.is(m.first, Common) && !r.is(m.first, GivenName | Organisation | Product) && isAfterArticle(m.first) && !token.isAllCapital && !token.hasInnerCapital)
            m.certainty = 0.2;
    }

    /// "Hale Square", "South Ruhland": a word for a spot closes the name, or a point of the compass opens that of a place.
    [[nodiscard]] bool isSpot(const Mention &m) const
    {
        const auto speaks = [this](int t) { return t >= 0 && t < r.count() && r.is(t, Speech) && r.is(t, Past | Third) && !r.tok(t).isCapital; };
        if (speaks(m.last + 1) || (speaks(m.from - 1) && !r.tok(m.from).startsParagraph))
            return false;
        static constexpr std::array plain{Folded(u"bridge"), Folded(u"street"), Folded(u"avenue"), Folded(u"boulevard"), Folded(u"airport"), Folded(u"island"), Folded(u"islands"), Folded(u"county"), Folded(u"plaza"),
                                          Folded(u"stadium"), Folded(u"square"), Folded(u"highway"), Folded(u"river"), Folded(u"parkway"), Folded(u"arena"), Folded(u"beach")};
        if (r.is(m.last, PlaceWord) && (!r.is(m.first, GivenName) || std::ranges::any_of(plain, [&](Folded w) { return r.isWord(m.last, w); })))
            return true;
        static constexpr std::array opening{Folded(u"fort"), Folded(u"mount"), Folded(u"lake"), Folded(u"cape"), Folded(u"port"), Folded(u"st."), Folded(u"saint"), Folded(u"los"), Folded(u"las"), Folded(u"san"), Folded(u"santa"), Folded(u"el"), Folded(u"rio")};
        if (m.last == m.first + 1 && !r.is(m.first, GivenName) && std::ranges::any_of(opening, [&](Folded w) { return r.isWord(m.first, w); }))
            return true;
        static constexpr std::array compass{Folded(u"north"), Folded(u"south"), Folded(u"east"), Folded(u"west"), Folded(u"northern"), Folded(u"southern"), Folded(u"eastern"), Folded(u"western"), Folded(u"central"), Folded(u"upper"), Folded(u"lower")};
        return r.is(m.last, Place) && std::ranges::any_of(compass, [&](Folded w) { return r.isWord(m.first, w); });
    }

    /// "Radio Sund", "Bank Ostra": no person has such a word for a first name.
    [[nodiscard]] bool opensBodyName(const Mention &m) const
    {
        static constexpr std::array opening{Folded(u"radio"), Folded(u"bank"), Folded(u"university"), Folded(u"museum"), Folded(u"club"),
                                          Folded(u"universität"), Folded(u"hochschule"), Folded(u"klinikum"), Folded(u"stadtwerke"), Folded(u"sparkasse"), Folded(u"verein"), Folded(u"verlag")};
        return m.first < m.last && std::ranges::any_of(opening, [&](Folded w) { return r.isWord(m.first, w); });
    }

    /// Hale & Park, a known body and its product, a word with capitals inside: made up, so no person.
    [[nodiscard]] bool isMade(const Mention &m) const
    {
        if (r.is(m.first, Organisation) && !r.is(m.first, GivenName))
            return true;
        for (int t = m.first; t <= m.last; ++t) {
            const Token &token = r.tok(t);
            const QStringView w = r.word(t);
            const bool inner = token.hasInnerCapital && !looksLikeSurname(t);
            const bool twice = w.size() > 3 && w[0].isUpper() && w[1].isUpper() && !token.isAllCapital && !token.isAbbreviation;
            if (inner || twice || r.isSign(t, u'&'))
                return true;
        }
        return false;
    }

    /// "the Ruiz campaign": the name only tells which campaign.
    [[nodiscard]] bool isAttributive(const Mention &m) const
    {
        const int next = m.last + 1;
        return m.first == m.last && !r.tok(m.first).isAllCapital && next < r.count() && r.tok(next).shape == TokenShape::Word && !r.tok(next).isCapital
            && !r.is(next, Function | Adverb) && (!r.is(next, Verb) || r.is(next, Role));
    }

    [[nodiscard]] bool isAfterArticle(int t) const
    {
        return t > 0 && !r.isGerman && (r.isWord(t - 1, u"the") || r.isWord(t - 1, u"a") || r.isWord(t - 1, u"an"));
    }

    [[nodiscard]] Gender givenGender(int t) const
    {
        const bool male = r.is(t, Male);
        const bool female = r.is(t, Female);
        return male == female ? Gender::Unknown : male ? Gender::Male : Gender::Female;
    }

    const Reading &r;
};

} // namespace

bool endsAsBodyName(const Reading &reading, int last)
{
    return reading.is(last, OrganisationWord | CompanySuffix);
}

void judgeName(const Reading &reading, Mention &mention, quint64 titles)
{
    Judge(reading).judge(mention, titles, mention.last - mention.first + 1);
}

} // namespace onrecord::extract
