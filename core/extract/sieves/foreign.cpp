// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

namespace {

bool isLowerWord(const Reading &r, int i)
{
    return r.isToken(i) && r.item(i).shape == TokenShape::Word && !r.item(i).isCapital;
}

int personAt(const Reading &r, int i)
{
    const int m = r.iMention(i);
    return m >= 0 && r.mention(m).type == AgentType::Person ? m : -1;
}

Source named(const Reading &r, int m)
{
    return {.first = r.itemOf[static_cast<size_t>(r.mention(m).from)], .last = r.itemOf[static_cast<size_t>(r.mention(m).last)], .head = r.mention(m).last, .mention = m};
}

/// The person whom the sentence before names first, in the same paragraph: “…”, afirmó.
int personBefore(const Reading &r, const Sentence &sentence)
{
    for (int s = r.sentenceOf[static_cast<size_t>(sentence.first)] - 1; s >= 0 && r.sentences[static_cast<size_t>(s)].paragraph == sentence.paragraph; --s) {
        const Sentence &before = r.sentences[static_cast<size_t>(s)];
        for (int i = before.first; i < before.last; ++i) {
            if (const int m = personAt(r, i); m >= 0)
                return m;
        }
    }
    return -1;
}

} // namespace

/// «Протекает насос», — сказала директор Ана Руис. « Elle fuit », a déclaré Ana Ruiz. «Gotea», afirmó. – in a language without word lists: small words right
/// behind the marks, and then a person; or nothing but one or two of them.
bool decideForeign(const Reading &r, int stretch, Attribution &attribution)
{
    const QString &language = r.options->language;
    if (language.isEmpty() || language.startsWith(u"en", Qt::CaseInsensitive) || language.startsWith(u"de", Qt::CaseInsensitive))
        return false;
    constexpr int farthest = 7;  // items from the marks to the name
    constexpr int fewWords = 3;  // of a verb without a subject
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    const Stretch &s = r.stretches[static_cast<size_t>(stretch)];
    int first = item + 1;
    while (first < sentence.last && (r.iSign(first, u',') || r.iSign(first, u'—') || r.iSign(first, u'–') || r.iSign(first, u'-')))
        ++first;
    const char16_t last = r.tok(s.last).sign;
    const bool parted = first > item + 1 || last == u',' || last == u'?' || last == u'!';
    if (!parted || !isLowerWord(r, first))
        return false;
    int who = -1;
    int k = first + 1;
    for (; k < std::min(sentence.last, first + farthest) && who < 0 && r.isWordItem(k); ++k)
        who = personAt(r, k);
    if (who < 0 && (k >= sentence.last || r.iSign(k, u'.') || r.iSign(k, u',')) && k - first <= fewWords)
        who = personBefore(r, sentence);
    if (who < 0)
        return false;
    assign(r, attribution, named(r, who), -1);
    attribution.cueSpan = {r.itemStart(first), r.itemEnd(first)};
    return true;
}

} // namespace onrecord::extract
