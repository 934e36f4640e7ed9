// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanwords.h"
#include "core/extract/reportspans.h"
#include "core/extract/sieves/sieves.h"
#include "core/extract/titlejudge.h"
#include "core/extract/unsaid.h"

#include <algorithm>
#include <unordered_map>

/// What a stretch in marks is: a statement, a fragment of one, a scare quote, a title or term, hypothetical speech,
/// or the author's own words.
namespace onrecord::extract {

namespace {

using namespace word;

class Sorting
{
public:
    explicit Sorting(Reading &reading) : r(reading), m_titles(reading) {}

    void run()
    {
        for (Attribution &attribution : r.attributions) {
            attribution.kind = kindOf(attribution);
            const bool isBare = attribution.kind == Kind::Scare || (attribution.kind == Kind::Title && m_titles.isTerm(attribution));
            if (isBare && !r.isGerman && !r.stretches[static_cast<size_t>(attribution.stretch)].isNickname)
                takeFromReport(attribution);
        }
    }

private:
    [[nodiscard]] Kind kindOf(const Attribution &a) const
    {
        const Stretch &s = r.stretches[static_cast<size_t>(a.stretch)];
        if (s.isNickname)
            return Kind::Scare;
        const int words = wordCount(s);
        if (isHypothetical(a, s))
            return Kind::Hypothetical;
        if (a.isDecided && a.rule == u"transcript turn")
            return Kind::Statement;
        if (m_titles.isTitle(a, s, words) || m_titles.isCrosshead(a, s, words))
            return Kind::Title;
        if (isScare(a, s, words))
            return Kind::Scare;
        if (a.source.isPronoun && a.source.head >= 0 && r.is(a.source.head, First) && !r.is(a.source.head, They))
            return Kind::Self;
        const bool foreign = a.rule.endsWith(u"another language") && words >= 3 && r.tok(s.first).isCapital;
        return foreign || isClause(s, words) || isOrder(a, s) || isUtterance(a, s) ? Kind::Statement : Kind::Fragment;
    }

    /// Ruiz said that the town wants its “pump tax” back: terms in marks within what somebody plainly reports are in the report.
    void takeFromReport(Attribution &a) const
    {
        constexpr double surely = 0.75; // a title is a title in half of the weaker reports
        constexpr double likely = 0.6;
        const Stretch &s = r.stretches[static_cast<size_t>(a.stretch)];
        if (a.kind == Kind::Scare && isDenied(itemOfStretch(r, a.stretch)))
            return;
        const auto sameSentence = std::ranges::equal_range(r.clauses, s.sentence, {}, [&](const Clause &c) { return r.cues[static_cast<size_t>(c.cue)].sentence; });
        for (const Clause &clause : sameSentence) {
            const Cue &cue = r.cues[static_cast<size_t>(clause.cue)];
            if (!clause.content.contains({r.tok(s.open).start, r.tok(s.end()).end}) || clause.agent < 0 || certaintyOf(r, clause) < (a.kind == Kind::Title ? surely : likely))
                continue;
            assign(r, a, cue.source, clause.cue);
            a.agent = clause.agent;
            a.alsoAgents = clause.alsoAgents;
            if (!clause.speakers.isEmpty())
                a.speakerSpan = clause.speakers;
            a.kind = Kind::Fragment;
            a.rule = QStringLiteral("subject of the clause");
            a.confidence = likely;
            return;
        }
    }

    [[nodiscard]] int wordCount(const Stretch &s) const
    {
        int n = 0;
        for (int t = s.first; t <= s.last; ++t)
            n += r.tok(t).shape == TokenShape::Word || r.tok(t).shape == TokenShape::Number ? 1 : 0;
        return n;
    }

    /// Does a finite verb stand in it, so that it says something by itself?
    [[nodiscard]] bool isClause(const Stretch &s, int words) const
    {
        constexpr int longFragment = 14;
        if (words >= longFragment)
            return true;
        const Token &last = r.tok(s.last);
        if (last.sign == u'?' || last.sign == u'!')
            return true;
        if (isCondition(s))
            return false;
        static constexpr WordSet owned{u"hers", u"his", u"theirs", u"mine", u"ours"};
        if (words >= 2 && r.is(s.first, He | She | They | First | It) && !r.isAny(s.first, owned))
            return true;
        if (isForeignSentence(s, words) || (r.isGerman && looksFinite(r, s.first, s.last)))
            return true;
        for (int t = s.first; t <= s.last; ++t) {
            if (r.tok(t).shape == TokenShape::Clitic) {
                const bool possessive = r.isWord(t, u"’s") || r.isWord(t, u"'s");
                if (!possessive || (t > s.first && (r.is(t - 1, It | He | She | Relative | Subordinator) || r.isWord(t - 1, u"that") || r.isWord(t - 1, u"there") || r.isWord(t - 1, u"here"))))
                    return true;
            } else if (r.is(t, Auxiliary) && !r.isWord(t, u"be") && !r.isWord(t, u"been") && !r.isWord(t, u"being") && !r.isWord(t, u"having")) {
                return true;
            } else if (t > s.first && r.is(t, Verb) && r.is(t - 1, He | She | They | First | It | Second) && !r.is(t, Gerund)) {
                return true;
            } else if (!r.isGerman && t > s.first && r.is(t, Past) && !r.is(t, Participle) && r.mentionOf[static_cast<size_t>(t)] < 0) {
                return true;
            } else if (t > s.first && isFiniteByPlace(s, t)) {
                return true;
            }
        }
        return false;
    }

    /// “Sporty,” Ruiz said. – “Doch, doch“, sagte er, „innerlich.“ – Ruiz asked: “Downstairs?” – said for itself, however short: the words open or make
    /// up a sentence, or stand between a comma or colon and its end.
    [[nodiscard]] bool isUtterance(const Attribution &a, const Stretch &s) const
    {
        if (!a.isDecided || a.cue < 0 || !r.cues[static_cast<size_t>(a.cue)].isSpeech() || r.cues[static_cast<size_t>(a.cue)].isNoun)
            return false;
        const int item = itemOfStretch(r, a.stretch);
        const Sentence &sentence = r.sentences[static_cast<size_t>(s.sentence)];
        if (sentence.isHeadline || sentence.isLoose)
            return false;
        const char16_t last = r.tok(s.last).sign;
        const bool ends = last == u'.' || last == u'!' || last == u'?' || last == u'\u2026';
        const bool opens = item == sentence.first && r.tok(s.first).isCapital;
        const Cue &cue = r.cues[static_cast<size_t>(a.cue)];
        const int next = std::max(cue.last, cue.source.last) + 1;
        const bool isSubject = isComma(r, next) && r.iis(next + 1, Auxiliary | Third | Past) && !r.isStretch(next + 1); // “Casablanca,” said Ruiz, |is| her film.
        if (a.rule == u"quotation + cue + name" || a.rule == u"quotation + name + cue")
            return opens && !isSubject;
        if (a.rule == u"name + cue + quotation" && r.isStretch(sentence.first) && r.attributions[static_cast<size_t>(r.item(sentence.first).stretch)].cue == a.cue)
            return isComma(r, item - 1); // the rest of what the sentence opens with
        if (a.rule == u"name + cue + colon" || a.rule == u"name + cue + quotation")
            return ends && r.tok(s.first).isCapital && (r.iSign(item - 1, u':') || isComma(r, item - 1));
        return ends && opens && item + 1 >= sentence.last && a.rule == u"floating, same speaker";
    }

    /// “Sit,” she says. – “Ask me in ten years,” Ruiz said. – a verb without a subject opens words that somebody plainly says.
    [[nodiscard]] bool isOrder(const Attribution &a, const Stretch &s) const
    {
        static constexpr WordSet other{u"time", u"work", u"need", u"love", u"fear", u"hope", u"thanks", u"sound", u"second", u"right", u"well", u"open"};
        if (r.isGerman || a.cue < 0 || !r.cues[static_cast<size_t>(a.cue)].isSpeech() || !m_titles.isSaidOutright(a) || !r.tok(s.first).isCapital)
            return false;
        if (!r.is(s.first, Base) || r.is(s.first, Auxiliary | Past | Preposition | Conjunction | Determiner) || r.isAny(s.first, other))
            return false;
        const int next = s.first + 1;
        return next > s.last || r.tok(next).shape == TokenShape::Point || (r.is(next, Determiner | Possessive | Pronoun | Preposition | Adverb) && !r.isWord(next, u"to") && !r.isWord(next, u"of"));
    }

    /// Ruiz would clear the room “if I hear one more note”: a clause that hangs on the words before it, by its small first letter.
    [[nodiscard]] bool isCondition(const Stretch &s) const
    {
        static constexpr WordSet openers{u"if", u"because", u"unless", u"until", u"when", u"while", u"although", u"wenn", u"weil", u"falls", u"bis", u"obwohl", u"damit"};
        const int item = itemOfStretch(r, static_cast<int>(&s - r.stretches.data()));
        return r.isAny(s.first, openers) && !r.tok(s.first).isCapital && r.isWordItem(item - 1) && !r.iis(item - 1, Speech);
    }

    /// «La bomba gotea desde mayo.»: in a language without word lists some words with a full stop, or behind a colon, are a sentence.
    [[nodiscard]] bool isForeignSentence(const Stretch &s, int words) const
    {
        constexpr int fewest = 4;
        const QString &language = r.options->language;
        if (words < fewest || language.isEmpty() || language.startsWith(u"en", Qt::CaseInsensitive) || language.startsWith(u"de", Qt::CaseInsensitive) || !r.tok(s.first).isCapital)
            return false;
        const char16_t last = r.tok(s.last).sign;
        return last == u'.' || last == u'\u2026' || (s.open > 0 && r.isSign(s.open - 1, u':'));
    }

    /// “Nobody asked us.” – “The sea gives and the sea takes.”: a form that may be something else is a verb in words that begin like a
    /// sentence, behind their subject and before an object or another clause.
    [[nodiscard]] bool isFiniteByPlace(const Stretch &s, int t) const
    {
        static constexpr WordSet bodies{u"nobody", u"everybody", u"somebody", u"everyone", u"someone"};
        const bool opens = r.tok(s.first).isCapital || r.is(s.first, Determiner) || r.isAny(s.first, bodies);
        if (r.isGerman || !opens || !r.is(t, Verb) || r.is(t, Gerund) || r.tok(t).isCapital)
            return false;
        static constexpr WordSet pronouns{u"nobody", u"everybody", u"somebody", u"anybody", u"everyone", u"someone", u"anyone", u"nothing", u"everything", u"something", u"none", u"who", u"this", u"that", u"these", u"those", u"all"};
        const bool bare = r.isAny(t - 1, pronouns);
        if (bare && t - 1 == s.first && r.is(t, Past | Third | Base))
            return true;
        if (r.isAny(t - 1, bodies) && r.is(t, Third) && t - 2 <= s.first)
            return true; // “Now nobody picks up.”
        if (t - 1 == s.first && t < s.last && r.is(t, Base) && !r.is(t, Past) && isPluralNoun(t - 1) && !r.is(t + 1, Preposition | Conjunction))
            return true; // “Staff write lots of memos.”
        const Token &before = r.tok(t - 1);
        const bool noun = before.shape == TokenShape::Word && !r.is(t - 1, Function | Adverb | Verb) && (r.is(s.first, Determiner | Possessive) || r.mentionOf[static_cast<size_t>(t - 1)] >= 0);
        if (!noun || t == s.last)
            return false;
        if (r.is(t, Participle) && r.is(t, Past))
            return r.is(t + 1, Determiner | Possessive | He | She | They | First | Second);
        return r.is(t, Third) && r.is(t + 1, Function) && !r.word(t - 1).endsWith(u's');
    }

    [[nodiscard]] bool isPluralNoun(int t) const
    {
        static constexpr WordSet groups{u"people", u"staff", u"police", u"men", u"women", u"children", u"folks"};
        const QStringView w = r.word(t);
        return r.isAny(t, groups) || (w.size() > 3 && w.endsWith(u's') && !w.endsWith(u"ss") && !r.is(t, Function | Verb | Adverb));
    }

    /// "imagine" opens a little play that lasts for its paragraph: the token behind the first such word, or the end of the text.
    [[nodiscard]] int imagined(int paragraph) const
    {
        static constexpr WordSet opening{u"imagine", u"suppose", u"pretend", u"picture", u"stell", u"stelle", u"stellen", u"angenommen"};
        if (const auto known = m_imagined.find(paragraph); known != m_imagined.end())
            return known->second;
        int at = r.count();
        for (int t = r.paragraphStart[static_cast<size_t>(paragraph)]; t < r.count() && r.paragraphOf[static_cast<size_t>(t)] == paragraph; ++t) {
            if (r.isAny(t, opening) && r.stretchOf[static_cast<size_t>(t)] < 0 && (r.opensSentence[static_cast<size_t>(t)] || (t > 0 && (r.isWord(t - 1, u"’s") || r.isWord(t - 1, u"'s") || r.isWord(t - 1, u"me") || r.isWord(t - 1, u"now") || r.isWord(t - 1, u"just") || r.isWord(t - 1, u"man") || r.is(t - 1, Auxiliary))))) {
                at = t;
                break;
            }
        }
        return m_imagined[paragraph] = at;
    }

    [[nodiscard]] bool isHypothetical(const Attribution &a, const Stretch &s) const
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(s.sentence)];
        if (isUnsaid(r, a))
            return true;
        if (!a.isDecided || (a.source.mention >= 0 && !isIndefinite(a.source)) || (a.source.isRelative && a.source.antecedent >= 0))
            return false;
        if (a.source.isPronoun && !a.source.isRelative && !(a.source.head >= 0 && (r.is(a.source.head, Second | They) || r.isWord(a.source.head, u"man"))))
            return false;
        if (imagined(sentence.paragraph) < s.open)
            return true;
        if (a.cue < 0)
            return false;
        const Cue &cue = r.cues[static_cast<size_t>(a.cue)];
        if (r.isGerman)
            return isIndefinite(a.source) && isOnlyPossible(cue);
        for (int i = cue.first; i <= cue.head; ++i) {
            if (r.iWord(i, u"might") || r.iWord(i, u"would") || r.iWord(i, u"could"))
                return isIndefinite(a.source);
        }
        return false;
    }

    /// "wird mancher sagen", "könnte jemand rufen"
    [[nodiscard]] bool isOnlyPossible(const Cue &cue) const
    {
        static constexpr WordSet possible{u"wird", u"werden", u"würde", u"könnte", u"mag", u"möchte"};
        for (int i = cue.head - 1; i >= r.sentences[static_cast<size_t>(cue.sentence)].first && !isComma(r, i); --i) {
            if (r.iAny(i, possible))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isIndefinite(const Source &source) const
    {
        if (source.first < 0)
            return false;
        return r.iWord(source.first, u"a") || r.iWord(source.first, u"an") || r.iWord(source.first, u"someone") || r.iWord(source.first, u"somebody")
            || r.iWord(source.first, u"one") || r.iWord(source.first, u"you") || r.iWord(source.first, u"anyone") || r.iWord(source.first, u"ein") || r.iWord(source.first, u"eine")
            || r.iWord(source.first, u"mancher") || r.iWord(source.first, u"manche") || r.iWord(source.first, u"jemand") || r.iWord(source.first, u"man");
    }

    [[nodiscard]] bool isScare(const Attribution &a, const Stretch &s, int words) const
    {
        constexpr int fewWords = 3;
        const int item = itemOfStretch(r, a.stretch);
        if (item > 0 && !r.isStretch(item - 1)) {
            const int before = item - 1;
            if (m_titles.isSoCalled(before))
                return true;
            if (r.iis(before, ScareCue) && (words <= fewWords + 1 || r.iWord(before, u"dubbed") || r.iWord(before, u"nicknamed"))) {
                const int cue = cueAt(r, before);
                if (cue < 0 || !r.cues[static_cast<size_t>(cue)].source.isValid())
                    return true;
                const Source &namer = r.cues[static_cast<size_t>(cue)].source;
                if (namer.mention < 0 && !namer.isPronoun && !namer.isRole)
                    return true;
            }
            if (before > 0 && r.iWord(before, u"as") && r.iWord(before - 1, u"known"))
                return true;
            if (isExplained(before, item, words) || isByname(before, s, words))
                return true;
        }
        const char16_t last = r.tok(s.last).sign;
        const bool sentence = last == u'?' || last == u'!' || (last == u'.' && isClause(s, words));
        if (!a.isDecided)
            return words <= fewWords + (r.isGerman ? 3 : 0) && !sentence;
        if (a.rule == u"according to" && words < fewWords && !sentence && isDenied(item))
            return true;
        return words <= fewWords && !sentence && a.confidence < 0.7;
    }

    /// They call her “the Duchess”: a byname, by its article and its capitals.
    [[nodiscard]] bool isByname(int before, const Stretch &s, int words) const
    {
        static constexpr WordSet whom{u"him", u"her", u"them", u"me", u"us"};
        static constexpr WordSet calling{u"call", u"calls", u"called", u"nickname", u"nicknames"};
        constexpr int longest = 3;
        const bool capital = words >= 2 && words <= longest && r.isWord(s.first, u"the") && r.tok(s.first + 1).isCapital && !r.is(s.first + 1, Nationality);
        return !r.isGerman && capital && r.iAny(before, whom) && r.iAny(before - 1, calling);
    }

    /// By “simplifying” the bank meant closing: a word that is explained, not said.
    [[nodiscard]] bool isExplained(int before, int item, int words) const
    {
        constexpr int longest = 5;
        constexpr int reach = 6;
        static constexpr WordSet meaning{u"mean", u"means", u"meant"};
        for (int i = item + 1; r.iWord(before, u"by") && words <= longest && i <= item + reach && !r.isStretch(i) && !r.iSign(i, u'.'); ++i) {
            if (r.iAny(i, meaning))
                return true;
        }
        return false;
    }

    /// It isn’t “new”, according to Ruiz: a term that is denied, and nobody's words.
    [[nodiscard]] bool isDenied(int item) const
    {
        constexpr int reach = 4;
        for (int i = item - 1; i >= 0 && i >= item - reach; --i) {
            if (r.isStretch(i))
                return false;
            if (r.iWord(i, u"not") || r.iWord(i, u"never") || r.iWord(i, u"nicht") || r.textOf(r.itok(i).span()).endsWith(u"n't") || r.textOf(r.itok(i).span()).endsWith(u"n\u2019t"))
                return true;
        }
        return false;
    }

    Reading &r;
    mutable std::unordered_map<int, int> m_imagined; ///< imagined() of each paragraph
    TitleJudge m_titles;
};

} // namespace

void sortKinds(Reading &reading)
{
    Sorting(reading).run();
}

} // namespace onrecord::extract
