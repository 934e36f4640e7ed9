// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/anchor.h"
#include "core/text/fold.h"

#include <QString>
#include <functional>
#include <vector>

namespace onrecord::explore {

struct FindOptions {
    bool matchCase = false;
    bool wholeWords = false;
    bool isPattern = false; ///< a regular expression instead of words
    friend bool operator==(const FindOptions &, const FindOptions &) = default;
};

/// What finding in one text gave. "Nothing found" and "could not look everywhere" are different answers.
struct FindAnswer {
    enum class State : quint8 {
        Complete,   ///< every hit is in it
        BadPattern, ///< the expression is not valid: `detail` says why, `position` where
        TooCostly,  ///< the expression gave up on this text: hits behind the last one are not known
        TooMany,    ///< more than mostHits: the first of them are in it
        Cancelled,
    };
    State state = State::Complete;
    std::vector<Span> hits; ///< by start, none empty, none overlapping
    QString detail;
    int position = -1;
};

inline constexpr int mostHits = 100'000;

/// Finds words or a pattern in one article's text. Words are compared folded (quote, dash and space glyphs, case unless
/// asked), as everywhere in OnRecord; patterns see the text as it is. Pure; any thread; grows with the text.
[[nodiscard]] FindAnswer findAll(const QString &text, const QString &wanted, const FindOptions &options,
                                 const std::function<bool()> &isCancelled = {});

} // namespace onrecord::explore
