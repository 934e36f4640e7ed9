// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace onrecord::io {

/// What is known about bytes beside the bytes themselves.
struct ReadHints {
    QString fileName; ///< last part of the path; its extension only breaks ties and gives rise to remarks. May be empty (paste)
    QString encoding; ///< charset chosen by the user; empty: found out
    friend bool operator==(const ReadHints &, const ReadHints &) = default;
};

} // namespace onrecord::io
