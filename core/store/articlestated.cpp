// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameagent.h"
#include "core/store/articlewriter.h"
#include "core/store/values.h"

#include <algorithm>

/// What a file states besides its text: other names, notes and events.
namespace onrecord::store {

using namespace Qt::StringLiterals;

void ArticleWriter::addName(AgentId id, const QString &name, NameType type)
{
    KnownAgents::Agent &agent = m_known.agent(m_connection, id);
    const QString clean = wellFormed(name).trimmed();
    if (clean.isEmpty() || std::ranges::contains(agent.known.names, clean, &AgentName::name))
        return;
    const QString key = match::nameKey(agent.known.type, clean);
    m_writer.insert("agent_name", {id.value, clean, key, code(type)});
    m_known.addName(id, {clean, type}, key);
}

void ArticleWriter::addStated(AgentId agent, const extract::FoundAgent &found)
{
    for (const QString &name : found.former)
        addName(agent, name, NameType::Former);
    // These kinds of names are what nobody is recognised by (match::sameAgent).
    for (const QString &name : found.weak)
        addName(agent, name, found.type == AgentType::Person ? NameType::Short : NameType::Nominal);
    for (const QString &note : found.notes)
        addNote(agent, note);
}

bool ArticleWriter::addNote(ItemId about, const QString &text)
{
    const QString note = wellFormed(text);
    if (note.trimmed().isEmpty())
        return false;
    auto known = m_notes.find(about);
    if (known == m_notes.end()) {
        known = m_notes.insert(about, {});
        Query texts(m_connection, "SELECT text FROM note WHERE about_type = ? AND about_id = ?");
        texts.add(code(about.type)).add(about.value);
        while (texts.next())
            known->insert(texts.text(0));
    }
    if (known->contains(note))
        return false;
    known->insert(note);
    m_writer.insert("note", {newUuid(), code(about.type), about.value, note, m_clock.now().toMSecsSinceEpoch()});
    return true;
}

void ArticleWriter::addEvents(const extract::Extraction &extraction, ArticleId article)
{
    for (const extract::FoundEvent &found : extraction.events) {
        std::vector<Value> row{newUuid(), wellFormed(found.name), wellFormed(found.note)};
        addDate(row, found.when);
        row.push_back(code(Status::Accepted));
        const qint64 event = m_writer.insert("event", row);
        for (const int agent : found.agents) {
            if (const AgentId id = agentAt(agent); id)
                m_writer.insert("event_agent", {event, id.value});
            else
                addNote(EventId{event}, u"took part: %1, a name of several"_s.arg(extraction.agents[static_cast<size_t>(agent)].name));
        }
        std::vector<qint64> articles{article.value};
        for (const QString &address : found.addresses) {
            const qint64 reporting = m_kin.newestAt(match::addressKey(address));
            if (reporting != 0 && !std::ranges::contains(articles, reporting))
                articles.push_back(reporting);
        }
        for (const qint64 one : articles)
            m_writer.insert("event_article", {event, one});
    }
}

} // namespace onrecord::store
