// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"

#include <QStringView>

namespace onrecord {

/// What stands around a passage, in whole sentences of the article's text (Unicode Standard Annex 29; a line end ends one too).
struct Context {
    Span before; ///< ends where the passage begins; may be empty
    Span after;  ///< begins where the passage ends
    bool startsInside = false; ///< the passage begins in the middle of a sentence, its opening marks apart
    bool endsInside = false;
};

/// `sentences` before and after, besides the rest of the passage's own sentence. The span must lie inside the text.
[[nodiscard]] Context contextOf(QStringView text, Span passage, int sentences);

} // namespace onrecord
