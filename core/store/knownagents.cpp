// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/knownagents.h"

#include <algorithm>

namespace onrecord::store {

namespace {

constexpr qsizetype mostKept = 200'000; ///< agents or keys; then it begins anew

} // namespace

std::vector<match::KnownAgent> KnownAgents::having(Connection &connection, const QStringList &keys)
{
    if (m_byKey.size() > mostKept || m_agents.size() > mostKept)
        forget();
    QList<qint64> ids;
    for (const QString &key : keys) {
        auto known = m_byKey.find(key);
        if (known == m_byKey.end()) {
            known = m_byKey.insert(key, {});
            Query query(connection, "SELECT DISTINCT agent_id FROM agent_name WHERE key = ? ORDER BY agent_id");
            query.add(key);
            while (query.next())
                known->append(query.integer(0));
        }
        ids += *known;
    }
    std::ranges::sort(ids);
    const auto twice = std::ranges::unique(ids);
    ids.erase(twice.begin(), twice.end());
    std::vector<match::KnownAgent> out;
    for (const qint64 id : std::as_const(ids))
        out.push_back(agent(connection, {id}).known);
    return out;
}

KnownAgents::Agent &KnownAgents::agent(Connection &connection, AgentId id)
{
    if (const auto known = m_agents.find(id.value); known != m_agents.end())
        return *known;
    Agent agent;
    agent.known.id = id;
    Query row(connection, "SELECT type, name, role, status, affiliation_id FROM agent WHERE id = ?");
    row.add(id.value);
    if (!row.next())
        refuse(Fault::NotFound, QStringLiteral("agent %1").arg(id.value));
    agent.known.type = static_cast<AgentType>(row.integer(0));
    agent.known.name = row.text(1);
    agent.known.role = row.text(2);
    agent.status = static_cast<Status>(row.integer(3));
    agent.affiliation = {row.integer(4)};
    Query names(connection, "SELECT name, type FROM agent_name WHERE agent_id = ? ORDER BY id");
    names.add(id.value);
    while (names.next())
        agent.known.names.push_back({names.text(0), static_cast<NameType>(names.integer(1))});
    return *m_agents.insert(id.value, std::move(agent));
}

void KnownAgents::add(AgentId id, Agent agent)
{
    agent.known.id = id;
    m_agents.insert(id.value, std::move(agent));
}

void KnownAgents::addName(AgentId id, const AgentName &name, const QString &key)
{
    if (const auto agent = m_agents.find(id.value); agent != m_agents.end())
        agent->known.names.push_back(name);
    if (const auto ids = m_byKey.find(key); ids != m_byKey.end()) {
        const auto place = std::ranges::lower_bound(*ids, id.value);
        if (place == ids->end() || *place != id.value)
            ids->insert(place, id.value);
    }
}

void KnownAgents::forget()
{
    m_byKey.clear();
    m_agents.clear();
}

} // namespace onrecord::store
