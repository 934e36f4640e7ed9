// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

namespace {

using namespace word;

constexpr double doubtful = 0.7;

bool isLone(const Mention &m)
{
    return m.first == m.last;
}

class Context
{
public:
    explicit Context(Reading &reading) : r(reading) {}

    void run()
    {
        for (size_t m = 0; m < r.mentions.size();) {
            size_t end = m + 1;
            bool conjoined = false;
            while (end < r.mentions.size() && followsInRow(r.mentions[end - 1], r.mentions[end], conjoined))
                ++end;
            if (end - m > 2 || (end - m == 2 && conjoined))
                shareInRow(m, end);
            m = end;
        }
        for (Mention &mention : r.mentions)
            r.isGerman ? judgeGermanPlace(mention) : judgePlace(mention);
    }

private:
    /// Only a comma, "and" or "or" stands between the two names.
    [[nodiscard]] bool followsInRow(const Mention &left, const Mention &right, bool &conjoined) const
    {
        int t = left.last + 1;
        if (t >= right.from || right.from - t > 2)
            return false;
        bool joined = false;
        for (; t < right.from; ++t) {
            if (r.tok(t).startsParagraph)
                return false;
            const bool word = r.isWord(t, u"and") || r.isWord(t, u"or") || r.isWord(t, u"und") || r.isWord(t, u"oder") || r.isSign(t, u'&');
            if (!word && !r.isSign(t, u','))
                return false;
            joined = joined || word;
        }
        conjoined = conjoined || joined;
        return true;
    }

    /// The sure names of a row give the unsure ones their type, when they agree.
    void shareInRow(size_t from, size_t to)
    {
        constexpr double sure = 0.85;
        int known = -1;
        for (size_t m = from; m < to; ++m) {
            const Mention &mention = r.mentions[m];
            if (mention.certainty < sure)
                continue;
            if (known >= 0 && static_cast<int>(mention.type) != known)
                return;
            known = static_cast<int>(mention.type);
        }
        if (known < 0) {
            const auto bodies = std::count_if(r.mentions.begin() + static_cast<qptrdiff>(from), r.mentions.begin() + static_cast<qptrdiff>(to),
                                              [](const Mention &m) { return m.type == AgentType::Organisation && m.certainty >= 0.6; });
            if (to - from < 3 || static_cast<size_t>(bodies) * 2 < to - from)
                return;
            known = static_cast<int>(AgentType::Organisation);
        }
        for (size_t m = from; m < to; ++m) {
            Mention &mention = r.mentions[m];
            if (mention.certainty >= doubtful && !(isLone(mention) && static_cast<AgentType>(known) == AgentType::Organisation && mention.certainty < sure))
                continue;
            if (isLone(mention) && r.is(mention.first, Common) && !r.is(mention.first, GivenName))
                continue; // "Money, Drama, and Norway"
            mention.type = static_cast<AgentType>(known);
            mention.certainty = std::max(mention.certainty, doubtful);
        }
    }

    /// "in Northport", "Northport, Ohio": an unlisted name that only a place takes.
    void judgePlace(Mention &mention) const
    {
        if (isDateline(mention)) {
            mention.type = AgentType::Place;
            mention.certainty = 0.9;
            return;
        }
        if (mention.type != AgentType::Person || mention.certainty >= doubtful || mention.certainty < 0.3)
            return;
        const int next = mention.last + 1;
        // "Hong Kong-based": the name runs on into the compound.
        const bool compound = next < r.count() && r.tok(next).isCapital && r.tok(next).spaceBefore && !r.tok(next).startsParagraph && r.word(next).endsWith(u"-based");
        const bool stated = next + 1 < r.count() && r.isSign(next, u',') && r.is(next + 1, Place) && r.tok(next + 1).isCapital && !r.tok(next + 1).startsParagraph;
        const bool inside = (isLone(mention) || !r.is(mention.first, GivenName)) && mention.from == mention.first && mention.from > 0 && (r.isWord(mention.from - 1, u"in") || r.isWord(mention.from - 1, u"near"))
            && !r.tok(mention.from).startsParagraph && !(next < r.count() && r.tok(next).shape == TokenShape::Clitic);
        if (!stated && !inside && !compound)
            return;
        mention.type = AgentType::Place;
        mention.certainty = 0.65;
    }

    /// "bei Tarnewitz", "aus Bad Lauterstein", "Sund. Der Kreistag …": German gives every noun a capital, so that the name must end or begin like a
    /// place's, or open the paragraph as its dateline.
    void judgeGermanPlace(Mention &mention) const
    {
        if (mention.type == AgentType::Place || mention.from != mention.first || r.is(mention.first, GivenName | Organisation) || mention.last - mention.first > 1)
            return;
        static constexpr WordSet opening{u"bad", u"sankt", u"st."};
        static constexpr WordSet where{u"in", u"bei", u"aus", u"nach", u"von", u"um", u"nahe", u"raum", u"ort", u"gemeinde", u"stadt", u"dorf", u"bis"};
        const bool spa = !isLone(mention) && r.isAny(mention.first, opening);
        const bool situated = mention.from > 0 && !r.tok(mention.from).startsParagraph && r.isAny(mention.from - 1, where) && isLone(mention) && endsLikePlace(r.word(mention.first)) && !r.is(mention.first, Common | Role);
        if (!spa && !situated && !(opensReport(mention) && (mention.type == AgentType::Person || r.tok(mention.first).isAllCapital)))
            return;
        mention.type = AgentType::Place;
        mention.certainty = 0.85;
    }

    static bool endsLikePlace(QStringView w)
    {
        static constexpr std::array endings{u"hausen", u"heim", u"dorf", u"stadt", u"burg", u"berg", u"bach", u"furt", u"furten", u"feld", u"felde", u"hagen", u"ingen", u"ungen", u"rode", u"roda", u"leben", u"stedt", u"brück",
                                            u"brücken", u"kirchen", u"münster", u"itz", u"ow", u"in", u"au", u"aue", u"tal", u"thal", u"weiler", u"büttel", u"um", u"wedel", u"born", u"hafen", u"see", u"mern", u"mar", u"low", u"nitz",
                                            u"reuth", u"wald", u"walde", u"stein", u"hofen", u"bronn", u"ach", u"moor", u"horn", u"rup", u"lohe", u"hude", u"scheid", u"beck", u"beuren", u"kofen", u"wang", u"wil", u"ikon", u"ried"};
        constexpr qsizetype shortest = 5;
        return w.size() >= shortest && std::ranges::any_of(endings, [w](const char16_t *e) { return w.endsWith(QStringView(e)); });
    }

    /// "Sundheim. Der Kreistag …", "Sundheim (dpa) - Der …", "SUNDHEIM – Der …": one or two words that open a paragraph, and then a sentence.
    [[nodiscard]] bool opensReport(const Mention &mention) const
    {
        if (!r.tok(mention.first).startsParagraph)
            return false;
        int t = mention.last + 1;
        if (t + 2 < r.count() && r.isSign(t, u'(')) {
            constexpr int longest = 6;
            int close = t + 1;
            while (close < std::min(r.count(), t + longest) && !r.isSign(close, u')'))
                ++close;
            t = close + 1;
        }
        const bool parted = t + 2 < r.count() && (r.isSign(t, u'.') || r.isSign(t, u'—') || r.isSign(t, u'–') || r.isSign(t, u'-')) && !r.tok(t).startsParagraph;
        const bool dotted = t == mention.last + 1 && t < r.count() && r.isSign(t, u'.'); // an answer of one word looks the same: "Nein. Der …"
        if (dotted && !endsLikePlace(r.word(mention.last)) && !r.tok(mention.first).isAllCapital)
            return false;
        return parted && !r.tok(t + 1).startsParagraph && (r.tok(t + 1).isCapital || r.tok(t + 1).shape == TokenShape::Quote);
    }

    /// "MAPLE FORD, Ohio (AP) — …": capitals that open a paragraph, up to its dash.
    [[nodiscard]] bool isDateline(const Mention &mention) const
    {
        constexpr int longest = 8; // tokens between the place and the dash
        const bool sure = mention.type != AgentType::Person && mention.type != AgentType::Place && mention.certainty >= doubtful;
        if (!r.tok(mention.from).startsParagraph || mention.from != mention.first || sure || r.is(mention.first, GivenName | Organisation) || r.is(mention.last, OrganisationWord | CompanySuffix))
            return false;
        bool dated = r.is(mention.first, Place) || !isLone(mention); // "UNICEF — the agency — said" tells no place
        for (int t = mention.first; t <= mention.last; ++t) {
            if (!r.tok(t).isAllCapital || r.is(t, Role | Title))
                return false;
        }
        for (int t = mention.last + 1; t < std::min(r.count(), mention.last + 1 + longest) && !r.tok(t).startsParagraph; ++t) {
            dated = dated || r.isSign(t, u',') || r.isSign(t, u'(');
            if ((r.isSign(t, u'—') || r.isSign(t, u'–') || (r.isSign(t, u'-') && r.tok(t).spaceBefore)) && r.tok(t).spaceBefore)
                return dated;
            if (r.tok(t).shape == TokenShape::Word && !r.tok(t).isCapital)
                return false;
        }
        return false;
    }

    Reading &r;
};

} // namespace

void typeByContext(Reading &reading)
{
    Context(reading).run();
}

} // namespace onrecord::extract
