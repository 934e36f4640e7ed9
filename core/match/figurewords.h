// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>
#include <span>

/// Word lists of the figures board, English and German (resources/words/figures): which words tell the same deed, count the
/// same thing or measure the same. Read once; safe from any thread.
namespace onrecord::match {

/// "died", "deaths" and "toll" are all "dead"; empty for a word of no list.
[[nodiscard]] QString conceptOf(QStringView word);
/// The same for words that say it together ("took", "part"); 0 when they say nothing, else how many of them are used.
[[nodiscard]] int conceptOf(std::span<const QStringView> words, QString &deed);
/// Different names for what comes to the same: "destroyed" houses are "lost".
[[nodiscard]] bool isNearDeed(const QString &a, const QString &b);
/// The deed and those near it; empty for none.
[[nodiscard]] QStringList deedsNear(const QString &deed);

/// What happens once and is told of by its place: "dead", "injured". Not "have", which anything does.
[[nodiscard]] bool isEventDeed(const QString &deed);

/// The kind of what is counted: "nurses" and "people" are "person"; the word itself in comparable form for one of no list.
[[nodiscard]] QString thingOf(QStringView noun);
/// Whether both nouns may count the same ones: equal, one of them anybody, or two words for one.
[[nodiscard]] bool isSameThing(QStringView a, QStringView b);
/// "people": may be any of the others of its kind.
[[nodiscard]] bool isAnybody(QStringView noun);

/// A noun in the form subjects are compared in: "blaze" and "wildfire" are "fire".
[[nodiscard]] QString subjectForm(QStringView noun);

/// What a comparing word measures: "cheaper" and "price" are "cost"; empty for none.
[[nodiscard]] QString measureOf(QStringView word);
/// -1 for "cheaper", "less", "fewer"; 1 for "more", "dearer", "as"; 0 for other words.
[[nodiscard]] int directionOf(QStringView word);

[[nodiscard]] bool isLightVerb(QStringView word);    ///< "be", "do", "get": tells nothing by itself
[[nodiscard]] bool isBearingVerb(QStringView word);  ///< "stand at", "put at", "expect": the noun beside it tells
[[nodiscard]] bool isPassingWord(QStringView word);  ///< "using", "including": stands between a verb and its figure
[[nodiscard]] bool isRunningWord(QStringView word);  ///< "so far", "risen to": the count is of its hour
[[nodiscard]] bool isBodyNoun(QStringView word);     ///< "company", "operator": stands for whoever the article is about
[[nodiscard]] bool isWholeWord(QStringView word);    ///< "whole", "nationwide"
[[nodiscard]] bool isEmptySubject(QStringView word); ///< "number", "year": tells nothing of what a clause is about
[[nodiscard]] bool isEmptyTopic(QStringView word);   ///< "year", "plan": too common to tie anything
[[nodiscard]] bool isEmptyName(QStringView word);    ///< "AI", "CEO": capitals that name nobody

} // namespace onrecord::match
