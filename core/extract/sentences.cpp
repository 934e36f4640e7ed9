// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/germanwords.h"
#include "core/extract/quantity.h"

#include <algorithm>
#include <array>

namespace onrecord::extract {

namespace {

constexpr int longestSentence = 2'000; ///< items; what goes on is no sentence, and would be searched over and over

bool isTerminal(char16_t sign)
{
    return sign == u'.' || sign == u'!' || sign == u'?' || sign == u'\u2026';
}

/// "Mark “Zuck” Zuckerberg": one or two capitalised words in marks between the parts of a name.
bool isNickname(const Reading &r, const Stretch &s)
{
    if (s.close < 0 || s.last - s.first > 1 || s.open == 0 || s.close + 1 >= r.count())
        return false;
    const bool bracketed = s.open > 1 && s.close + 2 < r.count() && r.isSign(s.open - 1, u'(') && r.isSign(s.close + 1, u')'); // Ana (“Nan”) Ruiz
    const int left = bracketed ? s.open - 2 : s.open - 1;
    const int right = bracketed ? s.close + 2 : s.close + 1;
    const Token &before = r.tok(left);
    const Token &after = r.tok(right);
    if (before.shape != TokenShape::Word || after.shape != TokenShape::Word || !before.isCapital || !after.isCapital)
        return false;
    if (!after.spaceBefore || after.startsParagraph || r.is(left, word::Function) || r.is(right, word::Function | word::Speech))
        return false;
    static constexpr WordSet articles{u"der", u"die", u"the", u"el", u"la"};
    for (int t = s.first; t <= s.last; ++t) {
        const bool article = t == s.first && t < s.last && r.isAny(t, articles); // Toni „der Bär“ Gruber
        if (r.tok(t).shape != TokenShape::Word || !(r.tok(t).isCapital || article))
            return false;
    }
    return r.is(left, word::GivenName) || !r.is(left, word::Common);
}

class Sentencing
{
public:
    explicit Sentencing(Reading &reading) : r(reading) {}

    void run()
    {
        collectItems();
        markOpeners();
        const int count = static_cast<int>(r.items.size());
        r.sentenceOf.assign(r.items.size(), 0);
        int first = 0;
        for (int i = 0; i < count; ++i) {
            r.sentenceOf[static_cast<size_t>(i)] = static_cast<int>(r.sentences.size());
            if (i + 1 < count && !endsAt(i) && i - first < longestSentence)
                continue;
            Sentence sentence;
            sentence.first = first;
            sentence.last = i + 1;
            sentence.paragraph = r.paragraphOf[static_cast<size_t>(r.item(first).token)];
            sentence.isHeadline = isHeadline(sentence);
            r.sentences.push_back(sentence);
            first = i + 1;
        }
        for (Stretch &stretch : r.stretches) {
            if (!stretch.isNickname)
                stretch.sentence = r.sentenceOf[static_cast<size_t>(r.itemOf[static_cast<size_t>(stretch.open)])];
        }
    }

private:
    void collectItems()
    {
        r.itemOf.assign(r.tokens.size(), 0);
        r.items.reserve(r.tokens.size());
        for (int t = 0; t < r.count(); ++t) {
            const int s = r.stretchOf[static_cast<size_t>(t)];
            int last = t;
            if (s >= 0) {
                Stretch &stretch = r.stretches[static_cast<size_t>(s)];
                stretch.isNickname = isNickname(r, stretch);
                last = stretch.end();
                if (stretch.isNickname) {
                    for (; t <= last; ++t)
                        r.itemOf[static_cast<size_t>(t)] = static_cast<int>(r.items.size()) - 1;
                    t = last;
                    continue;
                }
            }
            for (int k = t; k <= last; ++k)
                r.itemOf[static_cast<size_t>(k)] = static_cast<int>(r.items.size());
            Item &item = r.items.emplace_back();
            item.token = t;
            item.stretch = s;
            if (s < 0) {
                const Token &token = r.tok(t);
                item.hash = token.hash;
                item.classes = r.cls(t);
                item.shape = token.shape;
                item.sign = token.shape == TokenShape::Point ? token.sign : u'\0';
                item.isCapital = token.isCapital;
            }
            t = last;
        }
    }

    void markOpeners()
    {
        r.opensSentence.assign(r.tokens.size(), false);
        bool fresh = true;
        for (int t = 0; t < r.count(); ++t) {
            const Token &token = r.tok(t);
            fresh = fresh || token.startsParagraph;
            if (token.shape == TokenShape::Quote) {
                const int s = r.stretchOf[static_cast<size_t>(t)];
                if (s >= 0 && r.stretches[static_cast<size_t>(s)].open == t && !r.stretches[static_cast<size_t>(s)].isNickname)
                    fresh = true;
                continue;
            }
            if (token.shape == TokenShape::Point) {
                const bool dated = token.sign == u'.' && t > 0 && t + 1 < r.count() && r.tok(t - 1).shape == TokenShape::Number && r.is(t + 1, word::Month); // "zum 1. August"
                if ((isTerminal(token.sign) && !dated) || token.sign == u':' || token.sign == u'\u2022' || token.sign == u'|')
                    fresh = true;
                continue;
            }
            if (token.isCapital && r.is(t, word::GivenName) && r.is(t, word::Auxiliary) && isVerbAhead(t))
                r.classes[static_cast<size_t>(t)] &= ~word::Auxiliary;
            r.opensSentence[static_cast<size_t>(t)] = fresh;
            fresh = false;
        }
    }

    /// "Will wrote", "Will has": a name, since the verb that "will" helps has no ending.
    [[nodiscard]] bool isVerbAhead(int t) const
    {
        const int next = t + 1;
        return next < r.count() && (r.is(next, word::Past | word::Third) || r.is(next, word::Auxiliary)) && !r.is(next, word::Base | word::Negation) && !r.isWord(next, u"be") && !r.isWord(next, u"have");
    }

    [[nodiscard]] bool startsLikeSentence(int i) const
    {
        if (r.isStretch(i))
            return true;
        const Token &token = r.itok(i);
        if (token.shape == TokenShape::Point)
            return token.sign != u',' && token.sign != u';' && token.sign != u')' && token.sign != u':' && !isTerminal(token.sign);
        return token.isCapital || token.shape != TokenShape::Word || token.hasInnerCapital;
    }

    [[nodiscard]] bool endsAt(int i) const
    {
        const int next = i + 1;
        if (r.tok(r.item(next).token).startsParagraph)
            return true;
        if (r.isStretch(i))
            return stretchEnds(i);
        const Token &token = r.itok(i);
        if (token.shape == TokenShape::Point) {
            if (token.sign == u'—' || token.sign == u'–' || token.sign == u'-')
                return closesDateline(i);
            if (token.sign == u')' && i > 0 && !r.isStretch(i - 1) && isTerminal(r.itok(i - 1).sign))
                return startsLikeSentence(next) && !r.isStretch(next);
            const bool numbered = token.sign == u'.' && i > 0 && r.iWord(i - 1, u"no") && !r.isStretch(next) && r.itok(next).shape == TokenShape::Number; // "No. 2"
            const bool dated = token.sign == u'.' && i > 0 && !r.isStretch(i - 1) && r.itok(i - 1).shape == TokenShape::Number && r.iis(next, word::Month); // "22. August"
            return isTerminal(token.sign) && startsLikeSentence(next) && !numbered && !dated;
        }
        if (!token.isAbbreviation || r.iis(i, word::Title))
            return false;
        if (r.isStretch(next))
            return r.itok(next).spaceBefore && token.end - token.start > 2;
        return r.itok(next).isCapital && r.iis(next, word::Function | word::Adverb) && token.end - token.start > 2;
    }

    /// "PORT ELLERY, March 3 (Reuters) - …": the place in capitals, or a day and an agency in brackets, before the text of a paragraph.
    [[nodiscard]] bool closesDateline(int dash) const
    {
        constexpr int longest = 14; // items
        if (!r.itok(dash).spaceBefore || !startsLikeSentence(dash + 1) || r.isStretch(dash + 1))
            return false;
        int first = dash;
        while (first > 0 && dash - first <= longest && !r.tok(r.item(first).token).startsParagraph)
            --first;
        if (first == dash || !r.tok(r.item(first).token).startsParagraph || r.isStretch(first) || !r.itok(first).isCapital || r.iis(first, word::Role | word::Title))
            return false;
        bool bracketed = false;
        for (int k = first; k < dash; ++k) {
            const bool sign = r.iSign(k, u',') || r.iSign(k, u'(') || r.iSign(k, u')') || r.iSign(k, u'.') || r.iSign(k, u'/');
            if (r.isStretch(k) || !(sign || r.itok(k).isCapital || r.itok(k).shape == TokenShape::Number || r.itok(k).hasDigit))
                return false;
            bracketed = bracketed || (r.iSign(k, u')') && k == dash - 1);
        }
        return r.itok(first).isAllCapital || bracketed;
    }

    [[nodiscard]] bool stretchEnds(int i) const
    {
        const Stretch &stretch = r.stretches[static_cast<size_t>(r.item(i).stretch)];
        const Token &last = r.tok(stretch.last);
        const bool terminal = last.shape == TokenShape::Point && isTerminal(last.sign);
        if (!terminal || !startsLikeSentence(i + 1))
            return false;
        if (r.isStretch(i + 1) || r.itok(i + 1).shape == TokenShape::Point)
            return r.isStretch(i + 1);
        if (isIntroduced(i))
            return true; // Somebody shouted “Shame!” Ruiz said he had none.
        // Before a report the words end in a comma; a full stop ends them, unless the report is all that follows.
        return r.isGerman || !cueFollows(i + 1, last.sign == u'.'); // „Warum?“ |fragte| Ruhland: German puts the verb first, and it is small
    }

    /// Ruiz shouted “Stop!”, Ruiz asked: “Why?”: the report of the words stands before them.
    [[nodiscard]] bool isIntroduced(int i) const
    {
        const int verb = r.iSign(i - 1, u',') ? i - 2 : i - 1;
        return r.iSign(i - 1, u':') || (r.iis(verb, word::Speech) && r.iis(verb, word::Past | word::Third | word::Gerund));
    }

    /// “Really?” Ruiz asked. – the sentence goes on behind the closing mark although a capital follows.
    [[nodiscard]] bool cueFollows(int i, bool mustEnd) const
    {
        constexpr int reach = 7;
        for (int k = i; k < std::min(i + reach, static_cast<int>(r.items.size())); ++k) {
            if (r.isStretch(k) || r.itok(k).startsParagraph)
                return false;
            const Token &token = r.itok(k);
            if (token.shape == TokenShape::Point)
                return !mustEnd && k > i && token.sign == u',' && cueBehindAside(k);
            if (r.iis(k, word::Speech) && r.iis(k, word::Past | word::Third) && !token.isCapital)
                return mustEnd ? endsBehind(k) : closesSoon(k);
            if (r.iis(k, word::Auxiliary | word::Subordinator | word::Relative))
                return false;
        }
        return false;
    }

    /// “Really?” Rep. Ruiz, R-Ohio, asked on Monday. – the aside that opens with the comma at item `comma` ends before the cue.
    [[nodiscard]] bool cueBehindAside(int comma) const
    {
        constexpr int longest = 10;
        const int end = std::min(comma + longest, static_cast<int>(r.items.size()) - 1);
        for (int k = comma + 1; k < end && r.isToken(k) && !r.itok(k).startsParagraph && (!isTerminal(r.item(k).sign) || r.iSign(k + 1, u',')); ++k) {
            if (r.iSign(k, u','))
                return r.iis(k + 1, word::Speech) && r.iis(k + 1, word::Past | word::Third) && !r.iWord(k + 2, u"nothing") && closesSoon(k + 1);
        }
        return false;
    }

    [[nodiscard]] bool endsBehind(int cue) const
    {
        const int next = cue + 1;
        return next >= static_cast<int>(r.items.size()) || r.tok(r.item(next).token).startsParagraph || (!r.isStretch(next) && isTerminal(r.itok(next).sign));
    }

    /// The cue of a question must end its sentence soon; “Why?” Ruiz said he would … is a sentence of its own.
    [[nodiscard]] bool closesSoon(int cue) const
    {
        constexpr int reach = 4;
        for (int k = cue + 1; k < std::min(cue + reach, static_cast<int>(r.items.size())); ++k) {
            if (r.isStretch(k) || r.itok(k).shape == TokenShape::Point || r.itok(k).startsParagraph || r.iis(k, word::Preposition))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isHeadline(const Sentence &sentence) const
    {
        if (sentence.paragraph > 1 || r.itok(sentence.first).startsParagraph == false)
            return false;
        int capital = 0;
        int wordCount = 0;
        for (int i = sentence.first; i < sentence.last; ++i) {
            if (!r.isWordItem(i) || r.iis(i, word::Preposition | word::Determiner | word::Conjunction))
                continue;
            ++wordCount;
            capital += r.itok(i).isCapital ? 1 : 0;
        }
        // The first line is a headline when it stands alone and is short, whatever its capitals.
        constexpr int longestHeadline = 24;
        const bool alone = sentence.last < static_cast<int>(r.items.size()) && r.tok(r.item(sentence.last).token).startsParagraph;
        return (sentence.paragraph == 0 && alone && wordCount <= longestHeadline) || (wordCount >= 3 && capital * 10 >= wordCount * 8);
    }

    Reading &r;
};

} // namespace

namespace {

/// "Klaus-Peter": two given names make one.
quint64 joinedGivenName(const Reading &r, QStringView w)
{
    const qsizetype hyphen = w.indexOf(u'-');
    if (hyphen < 2 || hyphen + 2 >= w.size() || w.indexOf(u'-', hyphen + 1) >= 0)
        return 0;
    const quint64 first = r.words->classesOf(w.first(hyphen));
    return first & r.words->classesOf(w.sliced(hyphen + 1)) & word::GivenName ? first & (word::GivenName | word::Male | word::Female) : 0;
}

/// A lower-case English word of no list that ends like a verb form is taken for one, a German compound for what its last part is.
quint64 guessedClasses(const Reading &r, int t, quint64 listed)
{
    constexpr qsizetype shortest = 5;
    const Token &token = r.tok(t);
    if (r.isGerman) {
        const bool aged = token.shape == TokenShape::Number && token.end - token.start > shortest && r.text[token.end - 1].isLetter(); // "die 52-Jährige"
        if (!(token.isCapital || aged) || (listed & (word::Function | word::GivenName | word::Place)))
            return 0;
        quint64 ending = classesByEnding(r.word(t));
        if (const qsizetype hyphen = ending == 0 ? r.word(t).lastIndexOf(u'-') : -1; hyphen > 0) // "Hansen-Bank"
            ending = r.words->classesOf(r.word(t).sliced(hyphen + 1)) & (word::Role | word::OrganisationWord);
        return ending != 0 || aged ? ending : joinedGivenName(r, r.word(t));
    }
    if (token.isCapital || token.end - token.start < shortest || (listed & (word::Verb | word::Function | word::Role | word::Adverb)) || token.shape != TokenShape::Word)
        return 0;
    const QStringView w = r.word(t);
    const bool past = w.endsWith(u'd') && w[w.size() - 2] == u'e';
    const bool gerund = listed == 0 && w.endsWith(u'g') && w[w.size() - 2] == u'n' && w[w.size() - 3] == u'i';
    if ((!past && !gerund) || w.contains(u'-'))
        return 0;
    if (past && w.startsWith(u"un") && !w.startsWith(u"under"))
        return word::Verb | word::Participle; // "unaligned": nobody unaligns
    return past ? word::Verb | word::Past | word::Participle : word::Verb | word::Gerund;
}

/// A listed adverb, or a small English word in -ly that is nothing else.
bool isAdverbial(const Reading &r, int t, quint64 classes)
{
    constexpr qsizetype shortest = 5;
    const Token &token = r.tok(t);
    if (token.shape == TokenShape::Point || token.shape == TokenShape::Quote)
        return false;
    if (classes & word::Adverb)
        return true;
    if (r.isGerman || token.isCapital || token.end - token.start < shortest || r.text[token.end - 1] != u'y' || r.text[token.end - 2] != u'l')
        return false;
    return !(classes & (word::Role | word::Verb | word::GivenName));
}

/// What the token itself tells beside the lists.
quint64 placeClasses(const Reading &r, int t, quint64 classes)
{
    const Token &token = r.tok(t);
    quint64 out = isAdverbial(r, t, classes) ? quint64{word::Adverbial} : 0;
    if (token.shape == TokenShape::Number)
        out |= word::FigureStart | word::DateStart;
    else if (token.shape == TokenShape::Point && !currencyOf(r.word(t)).isEmpty())
        out |= word::FigureStart;
    else if (token.isCapital && (classes & (word::Month | word::Weekday)))
        out |= word::DateStart;
    return out;
}

/// "on 2 May told", "May 3": a month, and no word that helps a verb.
bool isMonthByNumber(const Reading &r, size_t t, quint64 classes)
{
    const Token &token = r.tokens[t];
    if (!(classes & word::Month) || !(classes & (word::Auxiliary | word::Verb)) || !token.isCapital)
        return false;
    const auto isDay = [&](size_t k) {
        return k < r.tokens.size() && r.tokens[k].shape == TokenShape::Number && r.tokens[k].end - r.tokens[k].start <= 2 && !r.tokens[std::max(t, k)].startsParagraph;
    };
    return (t > 0 && token.spaceBefore && isDay(t - 1)) || isDay(t + 1);
}

} // namespace

void readTokens(Reading &reading)
{
    reading.tokens = tokenise(reading.text, reading.words->abbreviations());
    const size_t count = reading.tokens.size();
    reading.classes.resize(count);
    reading.lemmas.resize(count);
    reading.paragraphOf.resize(count);
    for (size_t t = 0; t < count; ++t) {
        const Token &token = reading.tokens[t];
        if (token.startsParagraph)
            reading.paragraphStart.push_back(static_cast<int>(t));
        reading.paragraphOf[t] = static_cast<qint32>(reading.paragraphStart.size()) - 1;
        if (constexpr size_t ahead = 6; t + ahead < count)
            reading.words->prepare(reading.tokens[t + ahead].hash);
        quint64 classes = 0;
        if (token.hash != 0) {
            const WordEntry entry = reading.words->find(token.hash);
            classes = entry.classes | guessedClasses(reading, static_cast<int>(t), entry.classes);
            reading.lemmas[t] = entry.lemma;
        }
        if (isMonthByNumber(reading, t, classes))
            classes &= ~(word::Auxiliary | word::Modality | word::Verb | word::Base);
        reading.classes[t] = classes | placeClasses(reading, static_cast<int>(t), classes);
    }
    reading.paragraphStart.push_back(static_cast<int>(count));
}

void readSentences(Reading &reading)
{
    Sentencing(reading).run();
}

} // namespace onrecord::extract
