// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/knownagents.h"

#include <algorithm>

namespace onrecord::store {

namespace {

constexpr size_t mostKept = 200'000; ///< agents or keys; then it begins anew

} // namespace

std::vector<const match::KnownAgent *> KnownAgents::having(Connection &connection, const QStringList &keys)
{
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
    std::vector<const match::KnownAgent *> out;
    for (const qint64 id : std::as_const(ids))
        out.push_back(&agent(connection, {id}).known);
    return out;
}

KnownAgents::Agent &KnownAgents::agent(Connection &connection, AgentId id)
{
    if (const auto known = m_agents.find(id.value); known != m_agents.end())
        return known->second;
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
    return m_agents.emplace(id.value, std::move(agent)).first->second;
}

void KnownAgents::add(AgentId id, Agent agent)
{
    agent.known.id = id;
    m_agents.insert_or_assign(id.value, std::move(agent));
}

void KnownAgents::addName(AgentId id, const AgentName &name, const QString &key)
{
    if (const auto agent = m_agents.find(id.value); agent != m_agents.end())
        agent->second.known.names.push_back(name);
    if (const auto ids = m_byKey.find(key); ids != m_byKey.end()) {
        const auto place = std::ranges::lower_bound(*ids, id.value);
        if (place == ids->end() || *place != id.value)
            ids->insert(place, id.value);
    }
}

void KnownAgents::write(RowWriter &writer)
{
    QList<qint64> ids = m_changed.keys();
    std::ranges::sort(ids);
    for (const qint64 id : std::as_const(ids)) {
        const Agent &agent = m_agents.at(id);
        const int columns = m_changed.value(id);
        RowWriter::Fields fields;
        if (columns & Type)
            fields.emplace_back("type", code(agent.known.type));
        if (columns & Name)
            fields.emplace_back("name", agent.known.name);
        if (columns & Role)
            fields.emplace_back("role", agent.known.role);
        if (columns & Affiliation)
            fields.emplace_back("affiliation_id", reference(agent.affiliation));
        writer.update("agent", id, fields);
    }
    m_changed.clear();
    if (static_cast<size_t>(m_byKey.size()) > mostKept || m_agents.size() > mostKept)
        forget();
}

void KnownAgents::forget()
{
    m_changed.clear();
    m_byKey.clear();
    m_agents.clear();
}

} // namespace onrecord::store
