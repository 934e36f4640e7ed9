// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

constexpr quint64 closed = Pronoun | Preposition | Conjunction | Subordinator | Auxiliary;

} // namespace

bool isNounLike(const Reading &r, int i)
{
    if (!r.isWordItem(i) || isClitic(r, i))
        return false;
    if (r.iMention(i) >= 0)
        return true;
    if (r.iis(i, closed | Possessive | Determiner) || isAdverb(r, i))
        return false;
    if (!r.isGerman && r.iis(i, ReportNoun) && r.iis(i, Base) && r.iis(i, Speech) && r.iWord(i - 1, u"to"))
        return false; // "refused to answer"
    if (r.iis(i, Role | ReportNoun | Magnitude | NumberWord) || r.itok(i).shape == TokenShape::Number || r.iWord(i, u"own"))
        return true;
    if (r.iis(i, Verb) && !r.iis(i, Past | Third | Gerund) && i + 1 < static_cast<int>(r.items.size()) && r.iis(i + 1, Role))
        return true; // "venture capitalist"
    if (!r.isGerman && i > 0 && r.iis(i, Base | Third) && !r.iis(i, Past) && !r.isStretch(i - 1) && (r.iWord(i - 1, u"the") || r.iWord(i - 1, u"a") || r.iis(i - 1, Possessive)))
        return true; // "the pitch", "the talks"
    if (!r.isGerman && r.iis(i, Base) && !r.iis(i, Past) && r.iis(i - 2, Determiner | Possessive) && !r.iis(i - 2, Relative) && r.isWordItem(i - 1) && !r.iis(i - 1, closed | Verb | Role)
        && !isAdverb(r, i - 1) && !r.word(r.item(i - 1).token).endsWith(u's') && !r.iWord(i - 1, u"people") && r.iMention(i - 1) < 0)
        return true; // "the new bill"
    return !r.iis(i, Verb) || r.itok(i).isCapital;
}

namespace {

/// "says", "reads": forms that ordinary texts hold too and that are verbs wherever they stand.
bool isNeverNoun(const Reading &r, int i)
{
    return r.iWord(i, u"says") || r.iWord(i, u"adds") || r.iWord(i, u"asks") || r.iWord(i, u"tells") || r.iWord(i, u"writes") || r.iWord(i, u"reads");
}

/// "Voters in each town |say|", "Friends of the mayor |say|": a plural noun before a preposition, with one noun phrase behind it up to item p.
bool isPluralBefore(const Reading &r, int p, int floor)
{
    constexpr int widest = 7;
    if (!isNounLike(r, p))
        return false;
    for (int k = p; k > std::max(floor, p - widest); --k) {
        if (r.iis(k, Preposition) && r.isWordItem(k - 1)) {
            const QStringView noun = r.word(r.item(k - 1).token);
            return r.itok(k - 1).shape == TokenShape::Word && (noun.endsWith(u's') || r.iWord(k - 1, u"people")) && isNounLike(r, k - 1);
        }
        if (r.isStretch(k) || !(isNounLike(r, k) || r.iis(k, Determiner | Possessive) || isPossessiveClitic(r, k)))
            return false;
    }
    return false;
}

/// Is item p the last of a noun phrase that opens the sentence with an article: "Her tax |plan|"?
bool isOpener(const Reading &r, int p, int floor)
{
    constexpr int widest = 5;
    if (p - floor > widest || p == floor || !r.iis(floor, Determiner | Possessive) || r.iMention(p) >= 0 || r.word(r.item(p).token).endsWith(u's'))
        return false;
    for (int k = floor + 1; k <= p; ++k) {
        if (!isNounLike(r, k))
            return false;
    }
    return true;
}

/// What only a verb has behind it: a conjunction, words in marks, an object of its own.
bool takesClause(const Reading &r, int next)
{
    return r.isStretch(next) || r.iWord(next, u"that") || r.iSign(next, u',') || r.iSign(next, u':') || r.iis(next, Determiner | Possessive | It | He | She | They) || r.iMention(next) >= 0;
}

/// "22 Ruiz |emails|", "the Ruiz |claims|": a name behind an article or a number stands for an adjective.
bool isAdjectival(const Reading &r, int name, int floor)
{
    const int before = r.itemOf[static_cast<size_t>(r.mention(r.iMention(name)).from)] - 1;
    return before >= floor && (r.iis(before, Determiner | NumberWord) || (r.isWordItem(before) && r.itok(before).shape == TokenShape::Number));
}

} // namespace

bool isVerbHere(const Reading &r, int i, int floor)
{
    if (!r.iis(i, Verb) || r.iMention(i) >= 0)
        return false;
    if (r.isGerman)
        return !r.itok(i).isCapital || i == floor;
    if (r.itok(i).isCapital && i > floor && !r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(i)])].isHeadline)
        return false;
    int p = i - 1;
    while (p >= floor && isAdverb(r, p) && !isTheFirst(r, p))
        --p;
    if (p < floor)
        return r.iis(i, Past | Gerund | Third);
    if (r.isStretch(p) || (isComma(r, p) && p > floor && r.isStretch(p - 1)))
        return r.iis(i, Past | Third | Gerund); // “…,” venture capitalist Ana Ruiz said
    const bool noun = r.iis(i, Role | ReportNoun | Common) && !r.iis(i, Past | Gerund) && !isNeverNoun(r, i);
    if (noun && r.isWordItem(p) && r.word(r.item(p).token).contains(u'-') && !r.itok(p).isCapital)
        return false;
    if (noun && (r.iWord(p, u"whose") || r.iWord(i - 1, u"further")))
        return false; // "Ruiz, whose term ends", "further details"
    if (r.iis(p, Determiner | Possessive) && !r.iis(p, Relative) && !r.iWord(p, u"that") && !r.iWord(p, u"all") && !r.iWord(p, u"both")
        && !r.iWord(p, u"this") && !r.iWord(p, u"some") && !r.iWord(p, u"many") && !r.iWord(p, u"most") && !r.iWord(p, u"several") && !r.iWord(p, u"few") && !r.iWord(p, u"another") && !r.iWord(p, u"those"))
        return false;
    if (r.iis(i, Gerund) && (r.iWord(p, u"this") || r.iWord(p, u"that") || r.iWord(p, u"another")))
        return false; // "this finding"
    if (noun && r.iis(i, Third) && r.iis(p, Nationality | Role) && r.itok(p).shape == TokenShape::Word && r.itok(p).isCapital && r.iWord(p - 1, u"of") && r.iMention(p) < 0)
        return false; // "a third of Northern claims"
    if (isPossessiveClitic(r, p) && !r.iis(i, Past | Gerund | Participle))
        return false;
    if (r.iis(i, Base) && !r.iis(i, Past)) {
        // A base form needs "to", an auxiliary, or a plural before it.
        if (r.iWord(p, u"to") || r.iis(p, Auxiliary | They | First | Second | Relative))
            return true;
        if (noun && r.iMention(p) >= 0 && r.iis(i + 1, Past) && !r.iis(i + 1, Auxiliary))
            return false; // "the Ruiz campaign rejected"
        if (!r.iis(i, Role | ReportNoun | Medium) && r.iis(i, Speech | Attitude) && isPluralBefore(r, p, floor))
            return true;
        if (const int m = r.iMention(p); m >= 0 && r.iis(i, Speech | Attitude) && r.iWord(r.itemOf[static_cast<size_t>(r.mention(m).from)] - 1, u"and"))
            return true; // "Ruiz and Hale call it"
        const QStringView before = r.isWordItem(p) ? r.word(r.item(p).token) : QStringView();
        return !r.iis(p, Preposition | Determiner) && ((before.endsWith(u's') && !before.endsWith(u"ous") && !before.endsWith(u"ss")) || (r.iis(p, NumberWord) && !r.iWord(p, u"one")) || r.iWord(p, u"people") || r.iWord(p, u"police") || r.iWord(p, u"men") || r.iWord(p, u"women") || r.iWord(p, u"some") || r.iWord(p, u"many") || r.iWord(p, u"most") || isComma(r, p) || r.iis(p, Conjunction) || r.iWord(p, u"who"));
    }
    const int next = i + 1;
    if (noun && r.iis(i, Third) && (r.iWord(next, u"that") || (r.iWord(next, u"to") && (r.iis(next + 1, Base) || r.isStretch(next + 1)))) && isOpener(r, p, floor))
        return true; // "Her plan promises to"
    if (noun && r.iis(i, Third) && !r.iis(i, Past) && r.iMention(p) >= 0 && !takesClause(r, next) && isAdjectival(r, p, floor))
        return false;
    if (noun && r.iis(i, Third) && next < static_cast<int>(r.items.size()) && !r.isStretch(next) && r.iis(next, Past | Auxiliary))
        return false; // "the Ruiz emails contained"
    const bool takesObject = next < static_cast<int>(r.items.size()) && !r.isStretch(next) && !r.iis(next, Relative)
        && (r.iis(next, Determiner | Possessive | It | He | She | They) || r.iMention(next) >= 0);
    if (noun && r.iis(i, Third) && takesObject && !r.iis(i, Role | ReportNoun) && r.isWordItem(p) && !r.iis(p, Preposition) && r.iMention(p) < 0 && r.itok(p).shape == TokenShape::Word && isNounLike(r, p))
        return true; // "the petition accuses the council"
    if (noun && r.iis(i, Third))
        return !r.iis(p, Preposition | Auxiliary) && (r.iis(p, Pronoun | Role | ReportNoun | Conjunction) || r.iMention(p) >= 0 || isComma(r, p));
    return true;
}

} // namespace onrecord::extract
