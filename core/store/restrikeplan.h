// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/words.h"
#include "core/text/anchor.h"

#include <set>
#include <vector>

namespace onrecord::store {

/// A row with its place, and whether somebody decided on it or built on it.
struct Placed {
    qint64 id = 0;
    Span content;
    Status status = Status::Suggested;
    bool isDecided = false;
};

/// Where rows may come and go once a passage is struck or restored.
struct RestrikePlaces {
    std::vector<Span> changed;   ///< what was struck, or restored; in order and apart
    std::vector<Span> news = {}; ///< likewise in order and apart: other words around, that came or went
    QStringView marked = {};     ///< the article's text where the marks around a row count as its own
};

/// What is to be done with the rows of one table.
struct RestrikePlan {
    std::set<qint64> gone;
    std::vector<size_t> come;  ///< indexes into what was found, ascending
    std::vector<Span> touched; ///< where these were and will be; in order and apart
    int kept = 0;              ///< decided ones inside what changed
};

/// `rows` and `found` by their starts, what stands within another behind it. Elsewhere than in `places` nothing comes, nor goes unless it is a
/// part of what comes or of what goes.
[[nodiscard]] RestrikePlan planOf(const std::vector<Placed> &rows, const std::vector<Span> &found, const RestrikePlaces &places);

} // namespace onrecord::store
