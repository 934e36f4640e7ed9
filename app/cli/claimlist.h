// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QJsonArray>
#include <QStringList>
#include <vector>

namespace onrecord::cli {

/// One list in both forms: rows for people, objects for programs.
struct Listing {
    QStringList headings;
    std::vector<QStringList> rows;
    QJsonArray objects;
};

/// Claims with their last verdict and what speaks for and against them.
[[nodiscard]] Listing claimList(const Snapshot &snapshot);
/// How passages stand to each other, as people said.
[[nodiscard]] Listing relationList(const Snapshot &snapshot);

} // namespace onrecord::cli
