// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/reading.h"

#include <algorithm>

/// Tells running text from headings, slogans and boxes: there a capital says little about a word.
namespace onrecord::extract {

namespace {

using namespace word;

/// Does a phrase of the list of boilerplate stand in the sentence?
bool holdsBoilerplate(const Reading &r, const Sentence &sentence)
{
    for (int i = sentence.first; i < sentence.last; ++i) {
        if (r.isStretch(i) || !r.iis(i, PhraseStart | Boilerplate))
            continue;
        if (r.iis(i, Boilerplate))
            return true;
        quint64 hash = r.itok(i).hash;
        for (int k = i + 1; k < std::min(sentence.last, i + r.words->longestPhrase()); ++k) {
            if (r.isStretch(k) || r.itok(k).hash == 0)
                break;
            hash = phraseHash(hash, r.itok(k).hash);
            const quint64 classes = r.words->find(hash).classes;
            if (classes & Boilerplate)
                return true;
            if (!(classes & PhraseStart))
                break;
        }
    }
    return false;
}

/// Could the capital of an ordinary word be owed to a name it is part of ("Ana Green", "Change Committee")?
bool isInName(const Reading &r, int t)
{
    const auto capital = [&](int k) { return k >= 0 && k < r.count() && r.tok(k).shape == TokenShape::Word && r.tok(k).isCapital; };
    if (capital(t - 1) && r.is(t - 1, GivenName | Title))
        return true;
    for (int k = t + 1; capital(k) && !r.tok(k).startsParagraph; ++k) {
        if (r.is(k, OrganisationWord | CompanySuffix))
            return true;
    }
    return false;
}

/// Ordinary words with capitals, far more of them than without: a heading, wherever it stands.
bool isTitleCased(const Reading &r, const Sentence &sentence)
{
    int capital = 0;
    int small = 0;
    for (int i = sentence.first; i < sentence.last; ++i) {
        const Item &item = r.item(i);
        if (item.shape != TokenShape::Word || (item.classes & (Preposition | Determiner | Conjunction)))
            continue;
        if (!item.isCapital)
            ++small;
        else if ((item.classes & (Common | Verb | Adverb | Function)) && !(item.classes & (GivenName | Organisation | Place | Month | Weekday | Title))
                 && !r.opensSentence[static_cast<size_t>(item.token)] && !isInName(r, item.token))
            ++capital;
    }
    return capital >= 2 && capital * 10 >= (capital + small) * 6;
}

/// A short line that stands alone and closes without a sign: an entry of a list, a button, a heading.
bool isBareLine(const Reading &r, const Sentence &sentence)
{
    constexpr int longest = 12;
    const int paragraph = sentence.paragraph;
    const int from = r.itemOf[static_cast<size_t>(r.paragraphStart[static_cast<size_t>(paragraph)])];
    const int to = static_cast<size_t>(paragraph) + 1 < r.paragraphStart.size() - 1
        ? r.itemOf[static_cast<size_t>(r.paragraphStart[static_cast<size_t>(paragraph) + 1])]
        : static_cast<int>(r.items.size());
    if (sentence.first != from || sentence.last != to || sentence.last - sentence.first > longest)
        return false;
    bool finite = false;
    for (int i = sentence.first; i < sentence.last; ++i) {
        if (r.isStretch(i) || r.iSign(i, u':') || (i == sentence.first && (r.iSign(i, u'—') || r.iSign(i, u'–') || r.iSign(i, u'-'))))
            return false;
        finite = finite || r.iis(i, Speech);
    }
    const char16_t last = r.itok(sentence.last - 1).sign;
    return !finite && last != u'.' && last != u'!' && last != u'?';
}

} // namespace

void judgeLines(Reading &reading)
{
    for (Sentence &sentence : reading.sentences) {
        sentence.isTitleCased = !reading.isGerman && isTitleCased(reading, sentence);
        sentence.isLoose = sentence.isHeadline || sentence.isTitleCased || isBareLine(reading, sentence) || holdsBoilerplate(reading, sentence);
    }
}

} // namespace onrecord::extract
