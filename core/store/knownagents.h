// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/sameagent.h"
#include "core/store/connection.h"

#include <QHash>
#include <QList>
#include <vector>

namespace onrecord::store {

/// The agents that an import has met: it asks for every name of every article. Each is read from the rows when first asked for and
/// kept while only imports follow; who writes an agent's row says so here.
class KnownAgents
{
public:
    struct Agent {
        match::KnownAgent known; ///< its names in order of coming
        Status status = Status::Suggested;
        AgentId affiliation;
    };

    /// Those that have one of these keys (match::nameKey), in order of their ids.
    [[nodiscard]] std::vector<match::KnownAgent> having(Connection &connection, const QStringList &keys);
    /// To be kept like the row. Throws Refusal{NotFound} when there is none. Good until the next call.
    [[nodiscard]] Agent &agent(Connection &connection, AgentId id);

    void add(AgentId id, Agent agent);
    void addName(AgentId id, const AgentName &name, const QString &key);
    void forget();

private:
    QHash<QString, QList<qint64>> m_byKey; ///< ids ascending; a key that was asked for and is nobody's too
    QHash<qint64, Agent> m_agents;
};

} // namespace onrecord::store
