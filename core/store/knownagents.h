// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/sameagent.h"
#include "core/store/rowwriter.h"

#include <QHash>
#include <QList>
#include <optional>
#include <unordered_map>
#include <vector>

namespace onrecord::store {

/// The agents that an import has met: it asks for every name of every article. Each is read from the rows when first asked for and
/// kept while only imports follow; who writes an agent's row says so here. What changes of a known agent is written by write(), once
/// for all articles of a transaction.
class KnownAgents
{
public:
    struct Agent {
        match::KnownAgent known; ///< its names in order of coming
        Status status = Status::Suggested;
        AgentId affiliation;
        std::optional<bool> isEntry = {}; ///< a list states them by a line of their own; nothing: not asked yet
    };
    /// Columns of an agent's row that may change.
    enum Column : quint8 { Type = 1, Name = 2, Role = 4, Affiliation = 8 };

    /// Those that have one of these keys (match::nameKey), in order of their ids. Good until forget() or write().
    [[nodiscard]] std::vector<const match::KnownAgent *> having(Connection &connection, const QStringList &keys);
    /// To be kept like the row. Throws Refusal{NotFound} when there is none. Good until forget() or write().
    [[nodiscard]] Agent &agent(Connection &connection, AgentId id);

    void add(AgentId id, Agent agent);
    void addName(AgentId id, const AgentName &name, const QString &key);
    /// These columns (of Column) are another than in the row now.
    void change(AgentId id, int columns) { m_changed[id.value] |= columns; }
    /// Writes the rows of those that changed.
    void write(RowWriter &writer);
    void forget();

private:
    QHash<QString, QList<qint64>> m_byKey; ///< ids ascending; a key that was asked for and is nobody's too
    std::unordered_map<qint64, Agent> m_agents; // its values stay where they are
    QHash<qint64, int> m_changed;
};

} // namespace onrecord::store
