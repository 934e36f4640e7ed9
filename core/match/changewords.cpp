// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/changewords.h"

#include "core/match/wordforms.h"

#include <QHash>
#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;

Span spanOf(const Words &words)
{
    return words.empty() ? Span{} : Span{words.front()->span.start, words.back()->span.end};
}

QString textOf(QStringView text, const Words &words)
{
    QStringList runs;
    for (size_t i = 0; i < words.size();) {
        size_t end = i + 1;
        while (end < words.size() && words[end] == words[end - 1] + 1)
            ++end;
        const qint32 start = words[i]->span.start;
        runs.append(text.sliced(start, words[end - 1]->span.end - start).toString().simplified());
        i = end;
    }
    return runs.join(u" … "_s);
}

Words slice(const std::vector<ComparedWord> &words, size_t from, size_t to)
{
    Words out;
    for (size_t i = from; i < to; ++i)
        out.push_back(&words[i]);
    return out;
}

Words missing(const Words &from, const Words &in)
{
    QHash<QString, int> have;
    for (const ComparedWord *word : in)
        ++have[word->sense];
    Words out;
    for (const ComparedWord *word : from) {
        if (int &count = have[word->sense]; count > 0)
            --count;
        else
            out.push_back(word);
    }
    return out;
}

Words ofClass(const Words &words, quint32 classes)
{
    Words out;
    for (const ComparedWord *word : words) {
        // What an editor put in square brackets was not said; a conflict in it is still none of the speaker's.
        if (word->is(classes) && !(word->isBracketed && classes != guard::Polarity))
            out.push_back(word);
    }
    return out;
}

bool isIn(const ComparedWord *word, const Words &words)
{
    return std::ranges::find(words, word) != words.end();
}

bool isStrongModal(const ComparedWord &word)
{
    static constexpr std::array<QStringView, 9> strong{u"should", u"must", u"can", u"could", u"would", u"ought", u"may", u"might", u"cannot"};
    return word.is(guard::Modal) && std::ranges::contains(strong, QStringView(word.key));
}


Words missingCount(const Words &words, size_t kept)
{
    return Words(words.begin() + static_cast<ptrdiff_t>(kept), words.end());
}

void keepStrength(Words &lost, Words &gained)
{
    const auto isModal = [](const ComparedWord *word) { return !word->is(guard::Hedge); };
    const bool exchanged = !lost.empty() && !gained.empty();
    if (!exchanged) {
        std::erase_if(lost, isModal);
        std::erase_if(gained, isModal);
    } else if (lost.size() == 1 && gained.size() == 1 && isModal(lost.front()) && isModal(gained.front()) && isOtherTense(*lost.front(), *gained.front())) {
        lost.clear();
        gained.clear(); // "will" and "would": tense
    }
}

bool areTwoPersons(const ComparedWord &printed, const ComparedWord &asked)
{
    const int one = personOf(printed.key);
    const int other = personOf(asked.key);
    return one != 0 && other != 0 && one != other && !printed.isBracketed && !asked.isBracketed;
}

bool isActorAndSpeaker(const Words &actor, const Words &speaker)
{
    const int person = speaker.size() == 1 && !speaker.front()->isBracketed ? personOf(speaker.front()->key) : 0;
    const bool isSpeaker = person != 0 && (person == personOf(u"i"_s) || person == personOf(u"we"_s));
    return isSpeaker && !firstPerson(actor) && std::ranges::any_of(actor, [](const ComparedWord *word) { return word->weight > 1 && !word->isBracketed && !word->is(guard::Polarity | guard::Hedge | guard::Quantifier); });
}

const ComparedWord *firstPerson(const Words &words)
{
    const auto it = std::ranges::find_if(words, [](const ComparedWord *word) { return personOf(word->key) != 0; });
    return it == words.end() ? nullptr : *it;
}

} // namespace onrecord::match
