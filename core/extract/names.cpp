// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <array>

/// Finds where names stand and what kind of thing each names. A name is a run of capitalised words; titles, roles,
/// nationalities and the words of known bodies decide where it begins, where it ends and what it is.
namespace onrecord::extract {

namespace {

using namespace word;

struct Phrase {
    int last = -1; ///< last token; -1 when nothing matches
    quint64 classes = 0;
    qint32 end = 0;
};

class NameFinder
{
public:
    explicit NameFinder(Reading &reading) : r(reading) {}

    void run()
    {
        r.mentionOf.assign(r.tokens.size(), -1);
        for (int t = 0; t < r.count();) {
            const int next = nameAt(t);
            t = next > t ? next : t + 1;
        }
        std::ranges::sort(r.mentions, {}, &Mention::first);
    }

private:
    /// Tries a name that begins at token t; returns the token behind what was used, or t.
    int nameAt(int t)
    {
        if (const Phrase phrase = phraseAt(t); phrase.last >= 0 && standsAlone(t, phrase)) {
            addKnown(t, phrase);
            return phrase.last + 1;
        }
        if (const int end = r.isGerman ? germanBody(t) : -1; end > t) {
            addKnown(t, {end, Organisation, r.tok(end).end});
            return end + 1;
        }
        if (!isNameWord(t))
            return t;
        if (!mayStart(t)) {
            addDoubtful(r, t);
            return t;
        }
        const int last = runEnd(t);
        splitRun(r, t, last);
        return last + 1;
    }

    /// The last token of a name that needs no more than its form; -1 where none begins.
    [[nodiscard]] int germanBody(int t) const
    {
        if (!isUpperStart(t))
            return -1;
        const bool isDeutsche = t + 1 < r.count() && r.word(t).startsWith(u"Deutsche") && isUpperStart(t + 1);
        const int end = bodyEnd(r, isDeutsche ? t + 1 : t);
        return end >= 0 ? end : clubEnd(r, t);
    }

    [[nodiscard]] bool isUpperStart(int t) const
    {
        const Token &token = r.tok(t);
        return token.shape == TokenShape::Word && (token.isCapital || token.hasInnerCapital);
    }

    [[nodiscard]] bool isNameWord(int t) const
    {
        if (t >= r.count() || !isUpperStart(t))
            return false;
        const Token &token = r.tok(t);
        if (const qsizetype hyphen = r.word(t).lastIndexOf(u'-'); hyphen > 0 && r.word(t)[hyphen + 1].isLower() && !token.hasDigit)
            return isHyphenName(t, hyphen); // "Ruiz-backed", but "Park Ji-won"
        if (r.isGerman && r.is(t, Unit | Magnitude | NumberWord) && !r.is(t, GivenName))
            return false; // "Tonnen Bauschutt"
        if (r.isGerman && isAcronymCompound(t))
            return false;
        if (r.is(t, Term) && (token.isAllCapital || r.isSign(t, u'&')))
            return false;
        if (token.isAllCapital && !r.is(t, Month | Weekday) && token.end - token.start > 1 && !isShouting(t))
            return !r.is(t, Determiner | Preposition | Conjunction | Pronoun) || !r.opensSentence[static_cast<size_t>(t)];
        if (r.is(t, Month | Weekday) && !r.is(t, GivenName)) // "Theresa May"
            return t > 0 && r.is(t, Month) && r.is(t - 1, GivenName) && !r.is(t - 1, Month) && r.tok(t - 1).isCapital && token.spaceBefore && !token.startsParagraph;
        if (r.is(t, Function) && !r.is(t, GivenName | OrganisationWord))
            return isSmallSurname(t);
        return !r.isGerman || !r.is(t, Common) || r.is(t, GivenName | Title | OrganisationWord) || isAttributeOfBody(t) || isWordySurname(t);
    }

    /// "DNA-Analyse": an abbreviation before a noun, which is no body.
    [[nodiscard]] bool isAcronymCompound(int t) const
    {
        const QStringView w = r.word(t);
        const qsizetype hyphen = w.lastIndexOf(u'-');
        constexpr qsizetype shortest = 4;
        return hyphen > 1 && w.size() - hyphen > shortest && w[hyphen + 1].isUpper() && w[hyphen + 2].isLower() && w[hyphen - 1].isUpper() && !r.is(t, OrganisationWord | Role | GivenName | Organisation);
    }

    /// "Hans-Georg |Alt|": a word of every text right behind a given name.
    [[nodiscard]] bool isWordySurname(int t) const
    {
        return t > 0 && (r.is(t - 1, GivenName) || (t > 1 && r.is(t - 2, Title) && !r.is(t - 1, Role | Title))) && !r.is(t - 1, Common | Month) && r.tok(t - 1).isCapital && r.tok(t).spaceBefore && !r.tok(t).startsParagraph && !r.is(t, Unit | Month | Weekday);
    }

    /// "der |Deutsche| Wetterdienst", „|Neue| Sundzeitung“: German writes an adjective with a capital only within a name.
    [[nodiscard]] bool isAttributeOfBody(int t) const
    {
        const QStringView w = r.word(t);
        const bool marked = t > 0 && r.tok(t - 1).shape == TokenShape::Quote;
        if (t + 1 < r.count() && r.is(t + 1, CompanySuffix) && r.tok(t + 1).isCapital && !r.tok(t + 1).startsParagraph)
            return true; // "|Autobahn| GmbH"
        if (t + 1 >= r.count() || !r.is(t + 1, OrganisationWord) || !r.tok(t + 1).isCapital || r.tok(t + 1).startsParagraph || (r.opensSentence[static_cast<size_t>(t)] && !marked))
            return false;
        return w.endsWith(u'e') || w.endsWith(u"er") || w.endsWith(u"es") || w.endsWith(u"en");
    }

    /// "Al From": a small word with a capital that it owes to no place, right behind a given name.
    [[nodiscard]] bool isSmallSurname(int t) const
    {
        if (r.isGerman || t == 0 || r.opensSentence[static_cast<size_t>(t)] || !r.tok(t).spaceBefore || r.tok(t).isAllCapital || !r.is(t, Preposition | Auxiliary | Subordinator) || isInHeadline(t))
            return false;
        return r.is(t - 1, GivenName) && !r.is(t - 1, Function) && r.tok(t - 1).isCapital && !(t + 1 < r.count() && r.tok(t + 1).isCapital && r.tok(t + 1).spaceBefore);
    }

    /// Two short parts behind another part of the name.
    [[nodiscard]] bool isHyphenName(int t, qsizetype hyphen) const
    {
        constexpr qsizetype longest = 4;
        const QStringView w = r.word(t);
        static constexpr WordSet syllables{u"won", u"sun"}; // English words too
        const QStringView second = w.sliced(hyphen + 1);
        const bool listed = (r.words->classesOf(second) & (Verb | Role | Adverb)) && !(hyphen < longest && syllables.contains(wordHash(second)));
        return hyphen <= longest && w.size() - hyphen - 1 <= longest && t > 0 && r.tok(t).spaceBefore && !r.tok(t).startsParagraph && r.tok(t - 1).shape == TokenShape::Word
            && r.tok(t - 1).isCapital && !r.is(t - 1, Function) && !listed && w.count(u'-') == 1;
    }

    /// Capital letters all around: they say nothing about this word.
    [[nodiscard]] bool isShouting(int t) const
    {
        const auto loud = [&](int k) { return k >= 0 && k < r.count() && r.tok(k).isAllCapital && r.is(k, Common | Function); };
        return r.is(t, Common | Function) && (loud(t - 1) || loud(t + 1));
    }

    /// May a name begin here? The first word of a sentence is capitalised anyway.
    [[nodiscard]] bool mayStart(int t) const
    {
        const bool headline = isInHeadline(t);
        if (!r.opensSentence[static_cast<size_t>(t)] && !headline)
            return true;
        if (r.is(t, Function) && t + 1 < r.count() && r.is(t + 1, Organisation | Product | Place))
            return false;
        if (t + 2 < r.count() && r.isSign(t + 1, u'&') && isNameWord(t + 2))
            return true;
        if (r.is(t, GivenName | Title | Place | Organisation | Nationality))
            return true;
        if (r.is(t, Verb | Adverb | Role) && !(r.is(t, OrganisationWord | Role) && isNameWord(t + 1) && !headline))
            return r.is(t, Role) && t + 1 < r.count() && isUpperStart(t + 1) && !headline;
        if (!r.is(t, Common))
            return true;
        return t + 1 < r.count() && isUpperStart(t + 1) && r.tok(t + 1).spaceBefore && !headline && !r.is(t + 1, GivenName | Title);
    }

    [[nodiscard]] bool isInHeadline(int t) const
    {
        const int item = r.itemOf[static_cast<size_t>(t)];
        if (item < 0 || r.isGerman)
            return false;
        const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(item)])];
        return sentence.isHeadline || sentence.isTitleCased;
    }

    [[nodiscard]] int stretchSide(int t) const { return r.stretchOf[static_cast<size_t>(t)]; }

    [[nodiscard]] bool isParticle(int t) const
    {
        static constexpr std::array particles{u"van", u"von", u"de", u"del", u"der", u"den", u"di", u"da", u"bin", u"al", u"la", u"le", u"zu", u"ten"};
        const bool german = r.isGerman && (r.isWord(t, u"der") || r.isWord(t, u"den") || r.isWord(t, u"zu") || r.isWord(t, u"da")); // words of every sentence
        const bool noble = t > 0 && r.isWord(t, u"zu") && (r.is(t - 1, GivenName) || r.word(t - 1).contains(u'-')); // Karl zu Ruhland
        if (german && !noble && !(t > 0 && (r.isWord(t - 1, u"van") || r.isWord(t - 1, u"von") || r.isWord(t - 1, u"und"))))
            return false;
        return r.tok(t).shape == TokenShape::Word
            && std::ranges::any_of(particles, [&](const char16_t *p) { return r.word(t) == QStringView(p); });
    }

    /// The last token of the run of name words that begins at t.
    [[nodiscard]] int runEnd(int t) const
    {
        int last = t;
        for (;;) {
            int next = last + 1;
            if (next >= r.count() || r.tok(next).startsParagraph)
                return last;
            const bool bracket = r.isSign(next, u'(') && next + 2 < r.count() && stretchSide(next + 1) >= 0 && r.stretches[static_cast<size_t>(stretchSide(next + 1))].isNickname;
            if (bracket) {
                last = r.stretches[static_cast<size_t>(stretchSide(next + 1))].close + 1;
                continue;
            }
            const int s = stretchSide(next);
            if (s >= 0 && s != stretchSide(last) && r.stretches[static_cast<size_t>(s)].isNickname) {
                last = r.stretches[static_cast<size_t>(s)].close;
                continue;
            }
            if (s >= 0 && stretchSide(last) == s && r.tok(next).shape == TokenShape::Quote)
                return last;
            if (continuesRun(last, next)) {
                last = next;
                continue;
            }
            const int joined = joinedEnd(last, next);
            if (joined < 0)
                return last;
            last = joined;
        }
    }

    [[nodiscard]] bool continuesRun(int last, int next) const
    {
        if (!r.tok(next).spaceBefore)
            return false;
        if (r.tok(last).isAbbreviation && r.tok(last).end - r.tok(last).start > 2 && !r.is(last, Title) && r.is(last, CompanySuffix))
            return false;
        if (r.tok(next).shape == TokenShape::Number) // Llama 4, Sky 1: a number belongs to a product's name
            return r.is(last, Product) && r.tok(next).end - r.tok(next).start <= 3;
        if (isNameWord(next) || (r.is(next, CompanySuffix) && isUpperStart(next)))
            return !(isInHeadline(next) && r.is(next, Common | Verb) && !r.is(next, GivenName | Title | OrganisationWord | Role));
        return false;
    }

    /// Bridges "of", "for", "&" and the small words inside names; -1 when the run ends.
    [[nodiscard]] int joinedEnd(int last, int next) const
    {
        if (next + 1 >= r.count() || !r.tok(next).spaceBefore)
            return -1;
        if (r.isSign(next, u'&') && isNameWord(next + 1))
            return last > 0 && r.is(last - 1, GivenName) && isUpperStart(last - 1) ? -1 : next + 1;
        if (r.tok(next).isCapital)
            return -1;
        if (r.isWord(next, u"and") && isPartnership(next + 1))
            return next + 1;
        const bool organisation = r.is(last, OrganisationWord) || (last > 0 && r.is(last, Role) && r.is(last, Organisation));
        if (organisation && (r.isWord(next, u"of") || r.isWord(next, u"for") || r.isWord(next, u"on"))) {
            const int after = r.isWord(next + 1, u"the") ? next + 2 : next + 1;
            if (after < r.count() && isNameWord(after) && !r.is(after, GivenName | Title) && !isInHeadline(after))
                return after;
        }
        if (isParticle(next) && !(r.isGerman && r.isWord(next, u"von") && !isNobleBefore(last))) {
            const int after = next + 2 < r.count() && isParticle(next + 1) ? next + 2 : next + 1;
            if (isNameWord(after) && !r.is(last, Place | Title))
                return after;
        }
        return -1;
    }

    /// "Karl |von| Ruhland", "Gemeinderat |von| Sund", not "300 Streikende |von| der Werft".
    [[nodiscard]] bool isNobleBefore(int t) const
    {
        const bool noun = t > 0 && !r.tok(t).startsParagraph && !r.tok(t - 1).isCapital && !r.is(t - 1, Role | Speech); // "300 |Streikende|", "der |Eingang|"
        return r.is(t, GivenName | Title | OrganisationWord) || (!noun && !r.is(t, Common | Role) && !(t > 0 && r.tok(t - 1).isCapital && !r.tok(t).startsParagraph && !r.opensSentence[static_cast<size_t>(t)])); // "Stüwe von der Werft"
    }

    /// "Park and Sons", "Hale and Company"
    [[nodiscard]] bool isPartnership(int t) const
    {
        static constexpr std::array partners{Folded(u"sons"), Folded(u"daughters"), Folded(u"brothers"), Folded(u"company"), Folded(u"co"), Folded(u"co."), Folded(u"associates"), Folded(u"partners")};
        return isUpperStart(t) && std::ranges::any_of(partners, [&](Folded w) { return r.isWord(t, w); });
    }

    [[nodiscard]] Phrase phraseAt(int t) const
    {
        Phrase best;
        const Token &token = r.tok(t);
        if (token.shape == TokenShape::Number || token.hash == 0)
            return best;
        const quint64 wanted = Organisation | Place | Product;
        if (r.is(t, wanted) && (isUpperStart(t) || (token.hasDigit && r.is(t, Product))) && !(r.isGerman && r.is(t, Common)))
            best = {t, r.cls(t), token.end};
        if (!r.is(t, PhraseStart))
            return best;
        quint64 hash = token.hash;
        for (int n = 1; n < r.words->longestPhrase() && t + n < r.count(); ++n) {
            const Token &next = r.tok(t + n);
            if (next.hash == 0 || next.startsParagraph || stretchSide(t + n) != stretchSide(t))
                break;
            const quint64 longer = phraseHash(hash, next.hash);
            const quint64 classes = r.words->find(longer).classes;
            if ((classes & wanted) && (next.isCapital || next.hasDigit))
                best = {t + n, classes, next.end};
            else if (const qint32 end = runTogether(hash, t + n); end > 0)
                best = {t + n, Organisation, end};
            if (!(classes & PhraseStart))
                break;
            hash = longer;
        }
        if (best.last > t && !isUpperStart(t) && !r.isWord(t, u"the"))
            return {};
        return best;
    }

    /// "New York Timesand": where a link ended the next word runs into the name. The end of the name, or 0.
    [[nodiscard]] qint32 runTogether(quint64 before, int t) const
    {
        const Token &token = r.tok(t);
        if (!token.isCapital || r.cls(t) != 0)
            return 0;
        for (const QStringView tail : {QStringView(u"and"), QStringView(u"or"), QStringView(u"in"), QStringView(u"that"), QStringView(u"on")}) {
            const QStringView whole = r.word(t);
            if (!whole.endsWith(tail) || whole.size() <= tail.size() + 2)
                continue;
            const QStringView head = whole.chopped(tail.size());
            if (r.words->find(phraseHash(before, wordHash(head))).classes & Organisation)
                return token.end - static_cast<qint32>(tail.size());
        }
        return 0;
    }

    /// Is the known phrase the whole name, or the beginning of a longer one ("New York University")?
    [[nodiscard]] bool standsAlone(int t, const Phrase &phrase) const
    {
        const int next = phrase.last + 1;
        const bool single = phrase.last == t;
        if (single && r.is(t, Common | GivenName | Verb) && (r.opensSentence[static_cast<size_t>(t)] || isInHeadline(t)) && !r.is(t, Place))
            return !r.is(t, Common | Verb) || (next < r.count() && r.tok(next).shape == TokenShape::Clitic);
        if (next >= r.count() || r.tok(next).startsParagraph || !r.tok(next).spaceBefore || !isNameWord(next))
            return joinedEnd(phrase.last, next) < 0;
        if (single && r.is(t, GivenName))
            return false;
        if (r.is(next, Title | Role | GivenName) && !r.is(next, OrganisationWord))
            return true;
        return isInHeadline(next) && r.is(next, Common | Verb);
    }

    void addKnown(int t, const Phrase &phrase)
    {
        Mention mention;
        mention.first = mention.from = t;
        if (phrase.last > t && r.isWord(t, u"the") && !r.tok(t).isCapital)
            mention.first = mention.from = t + 1;
        mention.last = phrase.last;
        mention.end = phrase.end;
        mention.type = phrase.classes & Organisation ? AgentType::Organisation : phrase.classes & Place ? AgentType::Place : AgentType::Product;
        mention.certainty = 0.9;
        finishMention(r, mention);
    }

    Reading &r;
};

} // namespace

void findNames(Reading &reading)
{
    NameFinder(reading).run();
    readSurnames(reading);
    mendNames(reading);
    typeByContext(reading);
    typeBodies(reading);
}

} // namespace onrecord::extract
