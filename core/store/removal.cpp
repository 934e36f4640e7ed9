// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/removal.h"
#include "core/match/sameagent.h"
#include "core/record/words.h"
#include "core/store/jointspeakers.h"
#include "core/store/values.h"

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

const char *tableOf(ItemType type)
{
    switch (type) {
    case ItemType::Article:
        return "article";
    case ItemType::Agent:
        return "agent";
    case ItemType::Quotation:
        return "quotation";
    case ItemType::Figure:
        return "figure";
    case ItemType::Event:
        return "event";
    case ItemType::Outlet:
        return "outlet";
    case ItemType::Utterance:
        return "utterance";
    case ItemType::Claim:
        return "claim";
    case ItemType::Mention:
        return "mention";
    case ItemType::DateMention:
        return "date_mention";
    case ItemType::Note:
        return "note";
    case ItemType::None:
        break;
    }
    return nullptr;
}

bool exists(Connection &connection, ItemId item)
{
    const char *table = tableOf(item.type);
    if (!table)
        return false;
    Query query(connection, std::string("SELECT 1 FROM ") + table + " WHERE id = ?");
    query.add(item.value);
    return query.next();
}

qint64 count(Connection &connection, const char *sql, qint64 id)
{
    Query query(connection, sql);
    query.add(id);
    return query.next() ? query.integer(0) : 0;
}

qint64 maybeReference(Connection &connection, const char *sql, qint64 id)
{
    Query query(connection, sql);
    query.add(id);
    return query.next() ? query.integer(0) : 0;
}

/// Notes have no foreign key: they may be about anything.
void removeNotesAbout(RowWriter &writer, ItemId item)
{
    Query query(writer.connection(), "SELECT id FROM note WHERE about_type = ? AND about_id = ? ORDER BY id");
    query.add(static_cast<int>(item.type)).add(item.value);
    std::vector<qint64> notes;
    while (query.next())
        notes.push_back(query.integer(0));
    for (const qint64 note : notes)
        removeItem(writer, NoteId{note});
}

void removeRelationsOf(RowWriter &writer, ItemId item)
{
    Query query(writer.connection(), "SELECT id FROM relation WHERE from_type = ?1 AND from_id = ?2 "
                                     "UNION SELECT id FROM relation WHERE to_type = ?1 AND to_id = ?2 ORDER BY id");
    query.add(static_cast<int>(item.type)).add(item.value);
    std::vector<qint64> rows;
    while (query.next())
        rows.push_back(query.integer(0));
    for (const qint64 row : rows)
        writer.remove("relation", row);
}

template<class Id>
void removeEach(RowWriter &writer, const char *table, const char *column, qint64 is)
{
    for (const qint64 id : writer.idsWhere(table, column, is))
        removeItem(writer, Id{id});
}

void removeQuotation(RowWriter &writer, qint64 id)
{
    const qint64 utterance = maybeReference(writer.connection(), "SELECT utterance_id FROM quotation WHERE id = ?", id);
    writer.removeWhere("evidence", "quotation_id", id);
    writer.removeWhere("carry", "quotation_id", id);
    writer.removeWhere("joint_speaker", "quotation_id", id);
    writer.replace("carry", "to_id", id, {});
    writer.replace("figure", "quotation_id", id, {});
    writer.remove("quotation", id);
    // One quotation alone is no group.
    if (utterance != 0 && count(writer.connection(), "SELECT count(*) FROM quotation WHERE utterance_id = ?", utterance) < 2)
        removeItem(writer, UtteranceId{utterance});
}

/// A version that goes leaves the versions around it one after the other.
void removeKin(RowWriter &writer, qint64 id)
{
    const qint64 before = maybeReference(writer.connection(), "SELECT earlier_id FROM kinship WHERE article_id = ? AND kind = 2", id);
    writer.removeWhere("kinship", "article_id", id);
    for (const qint64 row : writer.idsWhere("kinship", "earlier_id", id)) {
        const bool isVersion = maybeReference(writer.connection(), "SELECT kind FROM kinship WHERE id = ?", row) == static_cast<qint64>(Kin::Version);
        if (isVersion && before != 0)
            writer.update("kinship", row, {{"earlier_id", before}});
        else
            writer.remove("kinship", row);
    }
    writer.removeWhere("carry", "article_id", id);
}

void removeArticle(RowWriter &writer, qint64 id)
{
    QSet<qint64> agents;
    Query query(writer.connection(), "SELECT agent_id FROM mention WHERE article_id = ?1 UNION SELECT speaker_id FROM quotation WHERE article_id = ?1 "
                                     "AND speaker_id IS NOT NULL UNION SELECT j.agent_id FROM joint_speaker j JOIN quotation q ON q.id = j.quotation_id WHERE q.article_id = ?1 "
                                     "UNION SELECT asserted_by_id FROM figure WHERE article_id = ?1 AND asserted_by_id IS NOT NULL");
    query.add(id);
    while (query.next())
        agents.insert(query.integer(0));

    removeEach<FigureId>(writer, "figure", "article_id", id);
    removeEach<QuotationId>(writer, "quotation", "article_id", id);
    removeEach<DateMentionId>(writer, "date_mention", "article_id", id);
    removeEach<MentionId>(writer, "mention", "article_id", id);
    writer.removeWhere("region", "article_id", id);
    writer.removeWhere("capture", "article_id", id);
    removeKin(writer, id);
    writer.removeWhere("event_article", "article_id", id);
    writer.remove("article", id);
    removeForsakenAgents(writer, agents);
    removeUnusedOutlets(writer);
}

void removeAgent(RowWriter &writer, qint64 id)
{
    removeJointSpeaker(writer, id);
    writer.replace("quotation", "speaker_id", id, {});
    writer.replace("figure", "asserted_by_id", id, {});
    writer.replace("agent", "affiliation_id", id, {});
    writer.replace("outlet", "agent_id", id, {});
    removeEach<MentionId>(writer, "mention", "agent_id", id);
    writer.removeWhere("event_agent", "agent_id", id);
    writer.removeWhere("agent_name", "agent_id", id);
    writer.remove("agent", id);
}

} // namespace

void requireItem(Connection &connection, ItemId item)
{
    if (!exists(connection, item))
        refuse(Fault::NotFound, u"item %1 of type %2"_s.arg(item.value).arg(static_cast<int>(item.type)));
}

void removeItem(RowWriter &writer, ItemId item)
{
    if (!exists(writer.connection(), item))
        return;
    removeNotesAbout(writer, item);
    if (item.type == ItemType::Quotation || item.type == ItemType::Figure)
        removeRelationsOf(writer, item);
    const qint64 id = item.value;
    switch (item.type) {
    case ItemType::Article:
        removeArticle(writer, id);
        return;
    case ItemType::Agent:
        removeAgent(writer, id);
        return;
    case ItemType::Quotation:
        removeQuotation(writer, id);
        return;
    case ItemType::Figure:
        writer.removeWhere("evidence", "figure_id", id);
        break;
    case ItemType::Event:
        writer.removeWhere("event_agent", "event_id", id);
        writer.removeWhere("event_article", "event_id", id);
        break;
    case ItemType::Outlet:
        writer.replace("article", "outlet_id", id, {});
        break;
    case ItemType::Utterance:
        writer.replace("quotation", "utterance_id", id, {});
        break;
    case ItemType::Claim:
        writer.removeWhere("evidence", "claim_id", id);
        writer.removeWhere("verdict", "claim_id", id);
        break;
    default:
        break;
    }
    writer.remove(tableOf(item.type), id);
}

void removeForsakenAgents(RowWriter &writer, const QSet<qint64> &candidates)
{
    QList<qint64> ordered(candidates.cbegin(), candidates.cend());
    std::ranges::sort(ordered);
    for (const qint64 id : std::as_const(ordered)) {
        const qint64 uses = count(writer.connection(),
            "SELECT (SELECT count(*) FROM mention WHERE agent_id = ?1) + (SELECT count(*) FROM quotation WHERE speaker_id = ?1) + "
            "(SELECT count(*) FROM figure WHERE asserted_by_id = ?1) + (SELECT count(*) FROM event_agent WHERE agent_id = ?1) + (SELECT count(*) FROM joint_speaker WHERE agent_id = ?1) + "
            "(SELECT count(*) FROM agent WHERE affiliation_id = ?1) + (SELECT count(*) FROM outlet WHERE agent_id = ?1) + "
            "(SELECT count(*) FROM note WHERE about_type = 2 AND about_id = ?1) + (SELECT count(*) FROM agent WHERE id = ?1 AND status <> 1)", id);
        if (uses == 0)
            removeItem(writer, AgentId{id});
    }
}

void mergeAgent(RowWriter &writer, AgentId kept, AgentId other)
{
    Connection &connection = writer.connection();
    writer.replace("quotation", "speaker_id", other.value, kept.value);
    writer.replace("figure", "asserted_by_id", other.value, kept.value);
    writer.replace("mention", "agent_id", other.value, kept.value);
    writer.replace("outlet", "agent_id", other.value, kept.value);
    for (const qint64 id : writer.idsWhere("agent", "affiliation_id", other.value))
        writer.update("agent", id, {{"affiliation_id", id == kept.value ? Value() : Value(kept.value)}});
    mergeJointSpeakers(writer, kept.value, other.value);
    for (const qint64 id : writer.idsWhere("event_agent", "agent_id", other.value)) {
        Query twice(connection, "SELECT 1 FROM event_agent WHERE agent_id = ? AND event_id = (SELECT event_id FROM event_agent WHERE id = ?)");
        twice.add(kept.value).add(id);
        if (twice.next())
            writer.remove("event_agent", id);
        else
            writer.update("event_agent", id, {{"agent_id", kept.value}});
    }
    for (const qint64 id : writer.idsWhere("agent_name", "agent_id", other.value)) {
        Query known(connection, "SELECT 1 FROM agent_name WHERE agent_id = ? AND name = (SELECT name FROM agent_name WHERE id = ?)");
        known.add(kept.value).add(id);
        if (known.next())
            writer.remove("agent_name", id);
        else
            writer.update("agent_name", id, {{"agent_id", kept.value}});
    }
    Query notes(connection, "SELECT id FROM note WHERE about_type = 2 AND about_id = ? ORDER BY id");
    notes.add(other.value);
    std::vector<qint64> about;
    while (notes.next())
        about.push_back(notes.integer(0));
    for (const qint64 id : about)
        writer.update("note", id, {{"about_id", kept.value}});
    writer.remove("agent", other.value);
}

Value outletNamed(RowWriter &writer, const QString &name)
{
    const QString key = match::nameKey(AgentType::Organisation, name);
    if (key.isEmpty())
        return {};
    {
        Query known(writer.connection(), "SELECT id FROM outlet WHERE key = ? ORDER BY id LIMIT 1");
        known.add(key);
        if (known.next())
            return known.integer(0);
    }
    return writer.insert("outlet", {newUuid(), name, key, Value()});
}

void removeUnusedOutlets(RowWriter &writer)
{
    Query query(writer.connection(), "SELECT id FROM outlet o WHERE NOT EXISTS (SELECT 1 FROM article WHERE outlet_id = o.id) "
                                     "AND NOT EXISTS (SELECT 1 FROM note WHERE about_type = 6 AND about_id = o.id) ORDER BY id");
    std::vector<qint64> unused;
    while (query.next())
        unused.push_back(query.integer(0));
    for (const qint64 id : unused)
        writer.remove("outlet", id);
}

} // namespace onrecord::store
