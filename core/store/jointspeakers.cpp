// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jointspeakers.h"

#include <algorithm>

namespace onrecord::store {

namespace {

std::vector<qint64> othersOf(Connection &connection, qint64 quotation)
{
    Query query(connection, "SELECT agent_id FROM joint_speaker WHERE quotation_id = ? ORDER BY id");
    query.add(quotation);
    std::vector<qint64> others;
    while (query.next())
        others.push_back(query.integer(0));
    return others;
}

std::vector<qint64> idsOf(Connection &connection, const char *sql, qint64 asked)
{
    Query query(connection, sql);
    query.add(asked);
    std::vector<qint64> ids;
    while (query.next())
        ids.push_back(query.integer(0));
    return ids;
}

/// Null when nobody is named.
qint64 speakerOf(Connection &connection, qint64 quotation)
{
    const auto ids = idsOf(connection, "SELECT speaker_id FROM quotation WHERE id = ? AND speaker_id IS NOT NULL", quotation);
    return ids.empty() ? 0 : ids.front();
}

/// Somebody else speaks now: the first of the others, or nobody.
void promoteFirst(RowWriter &writer, qint64 quotation)
{
    const std::vector<qint64> rows = idsOf(writer.connection(), "SELECT id FROM joint_speaker WHERE quotation_id = ? ORDER BY id", quotation);
    writer.update("quotation", quotation, {{"speaker_id", rows.empty() ? Value() : Value(othersOf(writer.connection(), quotation).front())}});
    if (!rows.empty())
        writer.remove("joint_speaker", rows.front());
}

} // namespace

void addJointSpeakers(RowWriter &writer, qint64 quotation, AgentId speaker, const std::vector<AgentId> &others)
{
    QSet<qint64> told{0, speaker.value};
    for (const AgentId other : others) {
        if (!speaker || told.contains(other.value))
            continue;
        told.insert(other.value);
        writer.insert("joint_speaker", {quotation, other.value});
    }
}

void copyJointSpeakers(RowWriter &writer, qint64 from, qint64 to)
{
    for (const qint64 other : othersOf(writer.connection(), from))
        writer.insert("joint_speaker", {to, other});
}

bool addSpeaker(RowWriter &writer, qint64 quotation, qint64 agent)
{
    const qint64 speaker = speakerOf(writer.connection(), quotation);
    if (speaker == agent || std::ranges::contains(othersOf(writer.connection(), quotation), agent))
        return false;
    if (speaker == 0)
        writer.update("quotation", quotation, {{"speaker_id", agent}});
    else
        writer.insert("joint_speaker", {quotation, agent});
    return true;
}

bool removeSpeaker(RowWriter &writer, qint64 quotation, qint64 agent)
{
    if (speakerOf(writer.connection(), quotation) == agent) {
        promoteFirst(writer, quotation);
        return true;
    }
    Query query(writer.connection(), "SELECT id FROM joint_speaker WHERE quotation_id = ? AND agent_id = ?");
    query.add(quotation).add(agent);
    if (!query.next())
        return false;
    writer.remove("joint_speaker", query.integer(0));
    return true;
}

void removeJointSpeaker(RowWriter &writer, qint64 agent)
{
    writer.removeWhere("joint_speaker", "agent_id", agent);
    for (const qint64 quotation : idsOf(writer.connection(), "SELECT DISTINCT q.id FROM quotation q JOIN joint_speaker j ON j.quotation_id = q.id WHERE q.speaker_id = ? ORDER BY q.id", agent))
        promoteFirst(writer, quotation);
}

void mergeJointSpeakers(RowWriter &writer, qint64 kept, qint64 other)
{
    for (const qint64 id : writer.idsWhere("joint_speaker", "agent_id", other)) {
        Query twice(writer.connection(), "SELECT 1 FROM joint_speaker j JOIN joint_speaker k ON k.quotation_id = j.quotation_id WHERE j.id = ? AND k.agent_id = ?");
        twice.add(id).add(kept);
        if (twice.next())
            writer.remove("joint_speaker", id);
        else
            writer.update("joint_speaker", id, {{"agent_id", kept}});
    }
    for (const qint64 id : idsOf(writer.connection(), "SELECT j.id FROM joint_speaker j JOIN quotation q ON q.id = j.quotation_id WHERE j.agent_id = ?1 AND q.speaker_id = ?1 ORDER BY j.id", kept))
        writer.remove("joint_speaker", id);
}

void collectJointSpeakers(Connection &connection, qint64 quotation, QSet<qint64> &agents)
{
    for (const qint64 other : othersOf(connection, quotation))
        agents.insert(other);
}

} // namespace onrecord::store
