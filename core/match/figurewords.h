// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

/// Small word lists of the figures board, English and German: which words tell the same deed or measure the same thing.
namespace onrecord::match {

/// "invest", "capex", "spending" are all "spend"; empty for a word of no list.
[[nodiscard]] QString conceptOf(QStringView word);
/// What a comparing word measures: "cheaper" and "price" are "cost"; empty for none.
[[nodiscard]] QString measureOf(QStringView word);
/// -1 for "cheaper", "less", "fewer"; 1 for "more", "dearer", "as"; 0 for other words.
[[nodiscard]] int directionOf(QStringView word);

[[nodiscard]] bool isLightVerb(QStringView word);   ///< "be", "do", "get": tells nothing by itself
[[nodiscard]] bool isPassingWord(QStringView word); ///< "using", "including": stands between a verb and its figure
[[nodiscard]] bool isEmptyTopic(QStringView word);  ///< "year", "plan": too common to tie anything
[[nodiscard]] bool isEmptyName(QStringView word);   ///< "AI", "CEO": capitals that name nobody

} // namespace onrecord::match
