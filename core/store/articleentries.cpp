// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameagent.h"
#include "core/store/articlewriter.h"
#include "core/store/values.h"

#include <algorithm>

/// Who the entries of a list are: two of one list are two agents, and nobody becomes another by a name that is both a stated other name of
/// the one and the own name of the other.
namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// The line that begins at `start`; nothing where none does.
QString lineFrom(QStringView text, qsizetype start)
{
    if (start < 0 || start >= text.size() || (start > 0 && text[start - 1] != u'\n'))
        return {};
    const qsizetype end = text.indexOf(u'\n', start);
    return text.sliced(start, (end < 0 ? text.size() : end) - start).toString();
}

/// "[Person p1]" of the line "Ana Ruiz, mayor [Person p1]"; nothing where none is given.
QString idIn(QStringView line)
{
    const qsizetype bracket = line.lastIndexOf(u" ["_s);
    return bracket < 0 || !line.endsWith(u']') ? QString() : line.sliced(bracket + 1).toString();
}

bool isOtherName(NameType type)
{
    return type == NameType::Nickname || type == NameType::Former;
}

/// A name of theirs that is not only stated to be another one.
bool isOwnName(const match::KnownAgent &agent, const QString &key)
{
    return match::nameKey(agent.type, agent.name) == key || std::ranges::any_of(agent.names, [&](const AgentName &name) {
               return !isOtherName(name.type) && match::nameKey(agent.type, name.name) == key;
           });
}

} // namespace

bool ArticleWriter::isEntry(AgentId id)
{
    KnownAgents::Agent &agent = m_known.agent(m_connection, id);
    if (!agent.isEntry) {
        const auto lines = listLinesOf(id);
        m_known.agent(m_connection, id).isEntry = !lines.isEmpty();
    }
    return *agent.isEntry;
}

QStringList ArticleWriter::listLinesOf(AgentId id)
{
    constexpr qsizetype mostTexts = 8;
    QStringList out;
    Query places(m_connection, "SELECT a.text_id, m.start_at FROM mention m JOIN article a ON a.id = m.article_id WHERE m.agent_id = ? AND a.remarks LIKE '%\"people-listed\"%' ORDER BY m.id");
    places.add(id.value);
    while (places.next()) {
        if (m_listTexts.size() > mostTexts)
            m_listTexts.clear();
        auto text = m_listTexts.find(places.integer(0));
        if (text == m_listTexts.end()) {
            Query row(m_connection, "SELECT text FROM source_text WHERE id = ?");
            row.add(places.integer(0));
            text = m_listTexts.insert(places.integer(0), row.next() ? row.text(0) : QString());
        }
        if (const QString line = lineFrom(*text, places.integer(1)); !line.isEmpty())
            out << line;
    }
    return out;
}

AgentId ArticleWriter::entryFor(const extract::FoundAgent &found, const QStringList &keys, bool hasTwin)
{
    const auto known = m_known.having(m_connection, keys);
    if (known.empty())
        return {};
    const QString key = match::nameKey(found.type, found.name);
    std::vector<const match::KnownAgent *> same;
    std::ranges::copy_if(known, std::back_inserter(same), [&](const match::KnownAgent *one) { return one->type == found.type && isOwnName(*one, key); });
    if (same.size() > 1 || (hasTwin && !same.empty())) {
        const auto line = std::ranges::find_if(found.mentions, [this](Span span) { return !lineFrom(m_text, span.start).isEmpty(); });
        return ofEntry(same, line == found.mentions.end() ? QString() : idIn(lineFrom(m_text, line->start)));
    }
    const AgentId agent = match::sameAgent(found, known);
    if (!agent || hasTwin)
        return {};
    const KnownAgents::Agent &one = m_known.agent(m_connection, agent);
    const bool isByTheirOther = std::ranges::any_of(one.known.names, [&](const AgentName &name) { return match::nameKey(one.known.type, name.name) == key; });
    const bool isSomebody = isEntry(agent) || (one.status != Status::Suggested && !isByTheirOther);
    if (isOwnName(one.known, key) || !isSomebody)
        return agent;
    m_alike = agent;
    return {};
}

AgentId ArticleWriter::ofEntry(const std::vector<const match::KnownAgent *> &some, const QString &entry)
{
    AgentId theirs;
    for (const match::KnownAgent *one : entry.isEmpty() ? std::vector<const match::KnownAgent *>() : some) {
        if (!std::ranges::contains(listLinesOf(one->id), entry, idIn))
            continue;
        if (theirs)
            return {}; // two files number their people alike
        theirs = one->id;
    }
    return theirs;
}

std::vector<const match::KnownAgent *> ArticleWriter::namesakes(const extract::FoundAgent &found)
{
    const QString key = match::nameKey(found.type, found.name);
    auto same = m_known.having(m_connection, {key});
    std::erase_if(same, [&](const match::KnownAgent *one) { return one->type != found.type || match::nameKey(one->type, one->name) != key; });
    return same;
}

bool ArticleWriter::isNameOfSeveral(const extract::FoundAgent &found)
{
    return namesakes(found).size() > 1;
}

AgentId ArticleWriter::referredTo(const extract::FoundAgent &found, const QStringList &keys)
{
    if (!found.entry.isEmpty()) {
        if (const auto same = namesakes(found); same.size() > 1) {
            if (const AgentId theirs = ofEntry(same, found.entry))
                return theirs;
        }
    }
    return agentFor(found, keys);
}

void ArticleWriter::noteAlike(AgentId added)
{
    if (!m_alike || m_alike == added)
        return;
    const QString known = m_known.agent(m_connection, m_alike).known.name;
    const QString other = m_known.agent(m_connection, added).known.name;
    addNote(added, u"possibly the same as → "_s + known);
    addNote(m_alike, u"possibly the same as → "_s + other);
}

} // namespace onrecord::store
