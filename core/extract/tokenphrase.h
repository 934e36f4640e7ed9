// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

namespace onrecord::extract {

/// A noun phrase by its tokens; no phrase when `head` is -1.
struct TokenPhrase {
    int first = -1;
    int last = -1;
    int head = -1; ///< its noun, its name's first word or its pronoun
    bool isPronoun = false;

    [[nodiscard]] bool isValid() const { return head >= 0; }
};

} // namespace onrecord::extract
