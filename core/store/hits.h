// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/project.h"
#include "core/store/searchquery.h"
#include "core/text/fold.h"

namespace onrecord::store {

/// The span of the original that units [start, end) of its folded text came from, end > start; nothing that folding
/// dropped at its ends.
[[nodiscard]] Span originalSpan(const Folded &folded, qsizetype start, qsizetype end, QStringView original);

/// Plain words around `span`, on one line, with … where something is left out.
[[nodiscard]] QString snippetOf(QStringView text, Span span);

/// The leaves that say where in a text a hit is.
void collectLeaves(const QueryNode &node, std::vector<QueryNode> &leaves);

/// Where the item is and how it reads around the first of the leaves' words.
[[nodiscard]] SearchHit describeHit(Connection &connection, const Snapshot &snapshot, ItemId item, const std::vector<QueryNode> &leaves);

} // namespace onrecord::store
