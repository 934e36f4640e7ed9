// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace onrecord::match {

/// The words of a quotation as they are compared: folded, without punctuation at either end.
[[nodiscard]] QString comparableWords(QStringView quotation);

/// Whether two comparableWords() of one speaker report the same said words: equal, or the shorter one stands in the other
/// on word borders and has at least six words. First and strictest decision; near variants are not found here.
[[nodiscard]] bool isSameUtterance(QStringView a, QStringView b);

} // namespace onrecord::match
