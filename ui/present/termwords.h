// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/workspace.h"

#include <QString>

namespace onrecord::present {

/// A term of a filter as a chip says it: "outlet" and "River Post". Without the "not" of an excluded one.
struct TermWords {
    QString what;
    QString value;
};
[[nodiscard]] TermWords termWords(const explore::Term &term, const Snapshot &record);

/// A whole filter in one line ("outlet River Post, not kind Scare quote"); empty for an empty one.
[[nodiscard]] QString filterInWords(const explore::Filter &filter, const Snapshot &record);

/// What Back and Forward call a place: its item, else its article, and how it is filtered.
[[nodiscard]] QString placeName(const explore::Place &place, const Snapshot &record);

} // namespace onrecord::present
