// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/record/record.h"
#include "core/store/rowwriter.h"

#include <QSet>

/// What goes, or moves, together with an item, so that nothing is left pointing at nothing. Within one change.
namespace onrecord::store {

/// Refusal{NotFound} when there is no such item.
void requireItem(Connection &connection, ItemId item);

/// Removes the item, what lives in it (an article's quotations, figures, mentions …), the notes about all of that, and
/// suggested agents that nothing speaks of any more. What only refers to it is kept and refers to nothing.
/// Does nothing when it is gone already.
void removeItem(RowWriter &writer, ItemId item);

/// Of these agents (row numbers) those that extraction suggested, that nobody touched and that nothing speaks of any more.
void removeForsakenAgents(RowWriter &writer, const QSet<qint64> &candidates);

/// Everything that `other` said or was, `kept` said and was; other's names become names of kept; `other` is removed.
void mergeAgent(RowWriter &writer, AgentId kept, AgentId other);

/// The outlet with this name, made when there is none; NULL for an empty name.
[[nodiscard]] Value outletNamed(RowWriter &writer, const QString &name);
void removeUnusedOutlets(RowWriter &writer);
/// The columns of a date: `prefix` is "published" (of an article) or "when" (of an event).
[[nodiscard]] RowWriter::Fields dateFields(const std::string &prefix, const Dated &date);

} // namespace onrecord::store
