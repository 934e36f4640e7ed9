// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace onrecord::match {

/// The words of a quotation as they are compared: folded, without punctuation at either end.
[[nodiscard]] QString comparableWords(QStringView quotation);

/// Whether two comparableWords() of one speaker report the same said words: equal, or the shorter one stands in the other
/// on word borders and has at least six words. First and strictest decision.
[[nodiscard]] bool isSameUtterance(QStringView a, QStringView b);

/// Whether two wordings of one speaker, as printed, are variants of one utterance although words differ: the same remark by compare(),
/// with eight words or more in common; where a negation, number, unit or name differs, nearly all words of both must be the same.
/// A wrong merge is worse than a lost one.
[[nodiscard]] bool isVariant(QStringView a, QStringView b);

} // namespace onrecord::match
