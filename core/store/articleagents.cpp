// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameagent.h"
#include "core/store/articlewriter.h"
#include "core/store/values.h"

#include <algorithm>

/// Who is named in a document: those who are known, and those who are added.
namespace onrecord::store {

namespace {

using namespace Qt::StringLiterals;

NameType nameTypeIn(const extract::FoundAgent &found, const QString &name)
{
    const NameType type = match::nameTypeOf(found.type, name, found.name);
    // Of several words and stated to be theirs, it singles them out as their own name does.
    return found.isListed && type == NameType::Short && name.contains(u' ') ? NameType::Nickname : type;
}

/// The name to show from now on. The one that a list gives them goes before any other, and what it says to be another name of theirs behind.
QString nameAfter(const match::KnownAgent &known, const extract::FoundAgent &found, const QString &name)
{
    if (found.isListed)
        return name;
    const bool isOtherName = std::ranges::any_of(known.names, [&](const AgentName &other) {
        return other.type == NameType::Nickname && match::nameKey(known.type, other.name) == match::nameKey(known.type, name);
    });
    return isOtherName ? known.name : match::betterName(known.type, known.name, name);
}

} // namespace

AgentId ArticleWriter::agentFor(const extract::FoundAgent &found, const QStringList &keys)
{
    const auto known = m_known.having(m_connection, keys);
    return known.empty() ? AgentId() : match::sameAgent(found, known);
}

AgentId ArticleWriter::addAgent(const extract::FoundAgent &found)
{
    KnownAgents::Agent agent;
    agent.known.type = found.type;
    agent.known.name = wellFormed(found.name);
    agent.known.role = wellFormed(found.role);
    const AgentId id{m_writer.insert("agent", {newUuid(), code(found.type), agent.known.name, agent.known.role, Value(), code(agent.status)})};
    m_known.add(id, std::move(agent));
    return id;
}

void ArticleWriter::updateAgent(AgentId id, const extract::FoundAgent &found)
{
    KnownAgents::Agent &agent = m_known.agent(m_connection, id);
    int columns = 0;
    // A name that somebody chose or confirmed stays.
    const QString name = wellFormed(found.name);
    if (name != agent.known.name && agent.status == Status::Suggested) {
        if (const QString better = nameAfter(agent.known, found, name); better != agent.known.name) {
            agent.known.name = better;
            columns |= KnownAgents::Name;
        }
    }
    // A bare word was taken for a person until an article told that it is a house.
    if (found.type == AgentType::Organisation && agent.known.type == AgentType::Person && agent.status == Status::Suggested) {
        agent.known.type = found.type;
        columns |= KnownAgents::Type;
    }
    if (columns != 0)
        m_known.change(id, columns);
    updateRole(id, found);
}

/// A role that somebody chose, or that a list states, stays; what another list says instead is a note.
void ArticleWriter::updateRole(AgentId id, const extract::FoundAgent &found)
{
    KnownAgents::Agent &agent = m_known.agent(m_connection, id);
    const QString role = wellFormed(found.role);
    if (role.isEmpty() || agent.known.role == role)
        return;
    const bool isOpen = agent.status == Status::Suggested && (agent.known.role.isEmpty() || !isEntry(id));
    if (isOpen) {
        agent.known.role = role;
        m_known.change(id, KnownAgents::Role);
    } else if (found.isListed) {
        addNote(id, u"role: "_s + role);
    }
}

void ArticleWriter::addForms(AgentId id, const extract::FoundAgent &found, const PreparedAgent &prepared)
{
    KnownAgents::Agent &agent = m_known.agent(m_connection, id);
    for (qsizetype i = 0; i < prepared.names.size(); ++i) {
        const QString &name = prepared.names[i];
        if (std::ranges::contains(agent.known.names, name, &AgentName::name))
            continue;
        const NameType type = nameTypeIn(found, name);
        m_writer.insert("agent_name", {id.value, name, prepared.keys[i], code(type)});
        m_known.addName(id, {name, type}, prepared.keys[i]);
    }
}

void ArticleWriter::addAgents(const extract::Extraction &extraction, ArticleId article)
{
    m_agents.clear();
    std::vector<bool> mayMove; // to another organisation
    QHash<std::pair<AgentType, QString>, int> entries; // of one name
    for (const extract::FoundAgent &found : extraction.agents) {
        if (found.isListed)
            ++entries[{found.type, match::nameKey(found.type, found.name)}];
    }
    for (size_t i = 0; i < extraction.agents.size(); ++i) {
        const extract::FoundAgent &found = extraction.agents[i];
        const QStringList &keys = m_source->agents[i].keys;
        AgentId agent = i < m_sureAgents.size() ? m_sureAgents[i] : AgentId();
        m_alike = {};
        if (!agent)
            agent = found.isListed ? entryFor(found, keys, entries.value({found.type, match::nameKey(found.type, found.name)}) > 1) : referredTo(found, keys);
        if (!agent && !extraction.events.empty() && isNameOfSeveral(found)) { // of a list of events, which only refers to them
            m_agents.push_back({});
            mayMove.push_back(false);
            continue;
        }
        if (agent) {
            updateAgent(agent, found);
        } else {
            agent = addAgent(found);
            noteAlike(agent);
        }
        KnownAgents::Agent &known = m_known.agent(m_connection, agent);
        mayMove.push_back(known.status == Status::Suggested && (!known.affiliation || found.affiliation < 0 || !isEntry(agent)));
        if (found.isListed)
            known.isEntry = true;
        addForms(agent, found, m_source->agents[i]);
        addStated(agent, found);
        m_agents.push_back(agent);
        for (const Span span : found.mentions) {
            requireSpan(span, m_text);
            m_writer.insert("mention", {article.value, agent.value, qint64(span.start), qint64(span.end)});
        }
    }
    addAffiliations(extraction, mayMove);
}

/// As with roles: updateRole().
void ArticleWriter::addAffiliations(const extract::Extraction &extraction, const std::vector<bool> &mayMove)
{
    for (size_t i = 0; i < extraction.agents.size(); ++i) {
        const AgentId organisation = agentAt(extraction.agents[i].affiliation);
        if (!organisation || !m_agents[i] || organisation == m_agents[i])
            continue;
        KnownAgents::Agent &agent = m_known.agent(m_connection, m_agents[i]);
        if (agent.affiliation == organisation)
            continue;
        if (mayMove[i]) {
            agent.affiliation = organisation;
            m_known.change(m_agents[i], KnownAgents::Affiliation);
        } else if (extraction.agents[i].isListed) {
            addNote(m_agents[i], u"organisation: "_s + m_known.agent(m_connection, organisation).known.name);
        }
    }
}

} // namespace onrecord::store
