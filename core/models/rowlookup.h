// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"
#include "core/text/shown.h"

#include <QString>
#include <algorithm>
#include <optional>
#include <vector>

/// What the shapes of the tables look up. Private to the room.
namespace onrecord::models {

/// Where the row with this id stands among rows sorted by id.
template<class Row, class RowId>
std::optional<size_t> positionOf(const std::vector<Row> &rows, RowId id)
{
    const auto it = std::ranges::lower_bound(rows, id, {}, &Row::id);
    return it != rows.end() && it->id == id ? std::optional(static_cast<size_t>(it - rows.begin())) : std::nullopt;
}

inline bool flag(const std::vector<bool> &flags, size_t at)
{
    return at < flags.size() && flags[at];
}

inline QString titleOf(const Article &row)
{
    return shownName(row.title.value.isEmpty() ? row.fileName : row.title.value);
}

inline QString titleOf(const Snapshot &record, ArticleId id)
{
    const Article *row = record.article(id);
    return row ? titleOf(*row) : QString();
}

inline QString nameOf(const Snapshot &record, AgentId id)
{
    const Agent *row = record.agent(id);
    return row ? shownName(row->name) : QString();
}

} // namespace onrecord::models
