// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace onrecord {

/// A name as one line shows it: control characters, the end of a line among them, as their pictures; those that turn the direction of
/// what follows, divide lines or are not seen by number ("<U+202E>"), so that no name passes for another. Everything else stays.
[[nodiscard]] QString shownName(const QString &name);

} // namespace onrecord
