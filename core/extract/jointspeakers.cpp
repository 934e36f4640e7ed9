// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/jointspeakers.h"

#include "core/extract/germanclauses.h"
#include "core/extract/phrases.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

constexpr int farthest = 12; // items of an apposition between two names
constexpr size_t most = 6;   // names of one list

class Joint
{
public:
    /// `isAccording`: the names stand behind a preposition; in German the verb of the sentence may follow ("Nach Angaben von Ruiz und Hale |ist| …").
    Joint(const Reading &reading, Bounds bounds, bool isAccording) : r(reading), m_bounds(bounds), m_isAccording(isAccording), m_isBeforeVerb(isAccording && reading.isGerman) {}

    /// Leftwards from the phrase that begins at item `first`.
    [[nodiscard]] std::vector<Source> before(int first) const
    {
        std::vector<Source> found;
        int joint = r.iis(first - 1, Possessive) ? first - 2 : first - 1; // "und |ihr| Stellvertreter"
        if (!isAnd(joint))
            return {};
        const bool isOwn = r.iis(joint + 1, Determiner | Possessive) || r.iMention(joint + 1) >= 0 || r.iis(joint + 1, Pronoun);
        while (found.size() < most) {
            const int end = isComma(r, joint - 1) ? joint - 2 : joint - 1;
            const Source partner = partnerEndingAt(end);
            if (partner.isValid() && isGoverned(partner))
                return {};
            if (!partner.isValid() || (partner.mention < 0 && !isOwn)) // "|the former mayor| and depot manager Tom Hale"
                break;
            int left = leftOf(partner);
            Source next = isComma(r, left) ? partnerEndingAt(left - 1) : Source{};
            if (next.isValid() && r.iis(leftOf(next), Preposition))
                next = {}; // "|In a statement|, Ruiz and Hale said"
            if (next.isValid() && next.mention < 0 && partner.mention >= 0) { // "|Der Chef der Werft|, Tom Hale, und …": who that is
                found.insert(found.begin(), partner);
                return canBegin(leftOf(next)) ? found : std::vector<Source>{};
            }
            const bool goesOn = next.isValid() && partner.mention >= 0 && canBegin(leftOf(next));
            const bool isNextClause = isAnd(left) && (r.isStretch(left - 1) || (isComma(r, left - 1) && partnerEndingAt(left - 2).mention < 0));
            if (!goesOn && !isNextClause && !canBegin(left))
                break;
            found.insert(found.begin(), partner);
            if (!goesOn)
                return found;
            joint = left;
        }
        // A list whose beginning is no beginning of a clause still names the ones next to the verb, if a comma parts them from the rest.
        return !found.empty() && isComma(r, leftOf(found.front())) ? found : std::vector<Source>{};
    }

    /// Rightwards from the phrase that ends with item `last`.
    [[nodiscard]] std::vector<Source> behind(int last) const
    {
        std::vector<Source> found;
        int at = m_isAccording ? last + 1 : overApposition(last + 1);
        if (m_isAccording && !isAnd(at))
            return {}; // "According to Ruiz, Hale and Lind plan …": behind the comma others act
        while (found.size() < most && at < m_bounds.ceiling) {
            const bool isLast = isAnd(at) || (isComma(r, at) && isAnd(at + 1));
            if (!isLast && !isComma(r, at))
                return {};
            const Source partner = partnerStartingAt(isAnd(at) ? at + 1 : isLast ? at + 2 : at + 1);
            if (!partner.isValid() || (!isLast && partner.mention < 0))
                return {};
            found.push_back(partner);
            if (isLast)
                return canEnd(partner.last + 1, isComma(r, at)) ? found : std::vector<Source>{};
            at = partner.last + 1;
        }
        return {};
    }

private:
    [[nodiscard]] bool isAnd(int i) const
    {
        static constexpr WordSet words{u"and", u"und", u"sowie"};
        return i >= m_bounds.floor && (r.iAny(i, words) || r.iSign(i, u'&'));
    }

    [[nodiscard]] bool isSomebody(const Source &s) const
    {
        if (!s.isValid() || s.isRelative)
            return false;
        if (s.mention >= 0 && r.is(r.mention(s.mention).first, Place))
            return false; // "the ministers of France, Italy and Spain"
        if (s.mention >= 0)
            return r.mention(s.mention).type == AgentType::Person || r.mention(s.mention).type == AgentType::Organisation;
        return s.isPronoun ? r.is(s.head, He | She | First) && !r.is(s.head, Possessive) : s.isRole && r.iis(s.first, Determiner | Possessive);
    }

    /// The item before what stands in brackets: "|Ruiz| (left) and Hale".
    [[nodiscard]] int beforeBrackets(int end) const
    {
        for (int i = end - 1; r.iSign(end, u')') && i >= std::max(m_bounds.floor, end - farthest); --i) {
            if (r.iSign(i, u'('))
                return i - 1;
        }
        return end;
    }

    /// "|Ana Ruiz|, the mayor, and …" for the apposition's last item, too.
    [[nodiscard]] Source partnerEndingAt(int end) const
    {
        end = beforeBrackets(end);
        Source partner = phraseEndingAt(r, end, m_bounds.floor);
        if (partner.isValid() && partner.mention < 0 && isComma(r, partner.first - 1)) {
            const Source named = phraseEndingAt(r, partner.first - 2, m_bounds.floor);
            if (named.isValid() && named.mention >= 0 && r.mention(named.mention).type == AgentType::Person)
                partner = named;
        }
        return isSomebody(partner) ? partner : Source{};
    }

    [[nodiscard]] Source partnerStartingAt(int at) const
    {
        const Source partner = phraseStartingAt(r, at, m_bounds.ceiling);
        return isSomebody(partner) ? partner : Source{};
    }

    [[nodiscard]] int leftOf(const Source &partner) const
    {
        if (!partner.isValid())
            return -1;
        const int left = partner.first - 1;
        return r.iWord(left, u"both") || r.iWord(left, u"sowohl") ? left - 1 : left;
    }

    /// "A spokesman |for| Ruiz and Hale": the names depend on the noun, and are one phrase.
    [[nodiscard]] bool isGoverned(const Source &partner) const
    {
        for (int i = partner.first; i <= partner.last; ++i) {
            if (r.isToken(i) && r.iMention(i) < 0 && (r.iis(i, Preposition) || r.iWord(i, u"of") || r.iWord(i, u"von")))
                return true;
        }
        return false;
    }

    /// Behind which item a clause may begin with its subject.
    [[nodiscard]] bool canBegin(int left) const
    {
        if (left < m_bounds.floor)
            return left == m_bounds.floor - 1;
        if (r.isStretch(left) || isComma(r, left) || r.iSign(left, u':') || r.iSign(left, u'–') || r.iSign(left, u'—') || r.iWord(left, u"that") || r.iWord(left, u"dass"))
            return true;
        if (r.iis(left, Weekday) || (left == m_bounds.floor && (isAdverb(r, left) || r.iis(left, Conjunction))))
            return true;
        return r.iis(left, Subordinator) && !r.iis(left, Preposition);
    }

    /// What may follow the last name: anything but a verb of its own, up to the next clause or words in marks ("and Hale |nodded|", "and Hale, her deputy,
    /// |nodded|", "and Hale: “…”").
    [[nodiscard]] bool canEnd(int i, bool isBehindComma) const
    {
        if (m_isBeforeVerb)
            return true;
        if (m_isAccording)
            return i >= m_bounds.ceiling || !r.isWordItem(i);
        for (; i < m_bounds.ceiling && !r.isStretch(i); ++i) {
            if (r.iSign(i, u':'))
                return !isBehindComma; // “Why?” asked Ruiz, and Hale: “Ask her.”
            if (r.iSign(i, u';') || r.iis(i, Relative | Subordinator) || r.iWord(i, u"who") || r.iWord(i, u"which") || r.iWord(i, u"after") || r.iWord(i, u"before") || r.iWord(i, u"that") || r.iWord(i, u"dass"))
                return true;
            if (r.iMention(i) < 0 && (r.iis(i, Auxiliary) || (r.iis(i, Past | Third) && !r.itok(i).isCapital && isVerbHere(r, i, m_bounds.floor)) || (!r.isGerman && r.iis(i, Base) && isName(i - 1) && !r.iis(i, Preposition | Determiner | Conjunction))))
                return false;
        }
        return true;
    }

    /// "Hale |plan|": right behind the name a base form is its verb.
    [[nodiscard]] bool isName(int i) const { return r.iMention(i) >= 0; }

    /// "said Ruiz| (left)| and Hale", "said Ruiz|, the mayor|, and Hale": behind brackets, and behind the apposition when an "and" with somebody
    /// follows its comma.
    [[nodiscard]] int overApposition(int at) const
    {
        for (int i = at + 1; r.iSign(at, u'(') && i < std::min(m_bounds.ceiling, at + farthest); ++i) {
            if (r.iSign(i, u')'))
                return i + 1;
        }
        if (!isComma(r, at) || r.iMention(at + 1) >= 0 || isAnd(at + 1))
            return at;
        for (int i = at + 1; i < std::min(m_bounds.ceiling, at + farthest); ++i) {
            if (r.isStretch(i) || (r.iis(i, Auxiliary | Past | Third) && !isNounLike(r, i)))
                return at;
            if (isComma(r, i))
                return isAnd(i + 1) ? i : at;
        }
        return at;
    }

    const Reading &r;
    Bounds m_bounds;
    bool m_isAccording;
    bool m_isBeforeVerb;
};

} // namespace

std::vector<Source> jointSources(const Reading &reading, const Cue &cue, const Source &source)
{
    if (!source.isValid() || source.isRelative || cue.head < 0 || cue.sentence < 0 || (source.mention < 0 && !source.isRole && !source.isPronoun))
        return {};
    const Sentence &sentence = reading.sentences[static_cast<size_t>(cue.sentence)];
    if (source.first < sentence.first || source.last >= sentence.last || !reading.isToken(cue.head))
        return {};
    const bool isVerb = !cue.isAccording && !cue.isNoun;
    if (reading.isGerman && isVerb && !isPluralVerb(reading, reading.item(cue.head).token))
        return {};
    if (!reading.isGerman && isVerb && reading.iis(cue.head, Third) && !reading.iis(cue.head, Past))
        return {}; // "Ruiz and Hale |says|"
    const Joint joint(reading, {sentence.first, sentence.last}, cue.isAccording);
    return source.last < cue.head ? joint.before(source.first) : joint.behind(source.last);
}

} // namespace onrecord::extract
