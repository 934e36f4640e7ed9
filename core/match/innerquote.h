// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QStringView>
#include <vector>

/// Whom a speaker quotes within a quotation.
namespace onrecord::match {

/// “Hale told me ‘we will close it’”: the words in the inner marks are Hale's. UTF-16 units of the text.
struct InnerQuote {
    Span words;    ///< between the inner marks
    Span speaker;  ///< "Hale"; empty when the words of saying name nobody ("I was told ‘…’")
};

/// What stands in marks of its own inside `content`, with words of saying beside it that are not the speaker's ("I said ‘…’") before it or
/// right behind it. Marks around a title or a doubtful word have none and are left out. Pure; in reading order.
[[nodiscard]] std::vector<InnerQuote> innerQuotes(QStringView text, Span content);

} // namespace onrecord::match
