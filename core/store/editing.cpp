// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameagent.h"
#include "core/record/spelling.h"
#include "core/store/carrying.h"
#include "core/store/jointspeakers.h"
#include "core/store/projectprivate.h"
#include "core/store/removal.h"
#include "core/store/values.h"

#include <QHash>
#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

const char *tableWithStatus(ItemType type)
{
    switch (type) {
    case ItemType::Agent:
        return "agent";
    case ItemType::Quotation:
        return "quotation";
    case ItemType::Figure:
        return "figure";
    case ItemType::Event:
        return "event";
    case ItemType::Utterance:
        return "utterance";
    default:
        return nullptr;
    }
}

QString textOf(Connection &connection, const char *sql, qint64 id, Fault whenMissing = Fault::NotFound)
{
    Query query(connection, sql);
    query.add(id);
    if (!query.next())
        refuse(whenMissing, u"no such item: %1"_s.arg(id));
    return query.text(0);
}

QString articleTextOf(Connection &connection, ArticleId id)
{
    return textOf(connection, "SELECT t.text FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ?", id.value);
}

QString agentNameOf(Connection &connection, AgentId id)
{
    return textOf(connection, "SELECT name FROM agent WHERE id = ?", id.value);
}

void requireWords(Span span, const QString &text)
{
    const auto cuts = [&text](qint32 at) { return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate(); };
    if (span.start < 0 || span.end > text.size() || span.isEmpty() || cuts(span.start) || cuts(span.end))
        refuse(Fault::BadInput, u"span %1-%2 of a text of %3 units"_s.arg(span.start).arg(span.end).arg(text.size()));
}

QString requireName(const QString &name)
{
    const QString clean = wellFormed(name).simplified();
    if (clean.isEmpty())
        refuse(Fault::BadInput, u"a name without a letter"_s);
    return clean;
}

void writeEventLinks(RowWriter &writer, EventId id, const Event &event)
{
    // Only what differs is touched, so that undo and history stay small.
    const auto sync = [&](const char *table, const char *column, const auto &wanted) {
        QSet<qint64> keep;
        for (const auto &item : wanted)
            keep.insert(item.value);
        for (const qint64 row : writer.idsWhere(table, "event_id", id.value)) {
            Query query(writer.connection(), "SELECT "_ba.toStdString() + column + " FROM " + table + " WHERE id = ?");
            query.add(row);
            (void)query.next();
            if (!keep.remove(query.integer(0)))
                writer.remove(table, row);
        }
        for (const auto &item : wanted) {
            if (keep.remove(item.value))
                writer.insert(table, {id.value, item.value});
        }
    };
    sync("event_agent", "agent_id", event.agents);
    sync("event_article", "article_id", event.articles);
}

} // namespace

Result<void> Project::setStatus(const std::vector<ItemId> &items, Status status)
{
    QString message;
    switch (status) {
    case Status::Accepted:
        message = u"Accept %n Suggestion(s)"_s;
        break;
    case Status::Rejected:
        message = u"Reject %n Suggestion(s)"_s;
        break;
    default:
        message = u"Mark %n Item(s) as %1"_s;
    }
    const QStringList args = message.contains("%1"_L1) ? QStringList{spelling(status)} : QStringList();
    return d->change({message, args, false, static_cast<int>(items.size())}, [&](RowWriter &writer) {
        for (const ItemId item : items) {
            const char *table = tableWithStatus(item.type);
            if (!table)
                refuse(Fault::BadInput, u"items of type %1 have no status"_s.arg(static_cast<int>(item.type)));
            writer.update(table, item.value, {{"status", code(status)}});
        }
    });
}

Result<void> Project::setSpeaker(QuotationId quotation, AgentId speaker)
{
    ChangeName name{u"Clear Speaker"_s, {}};
    return d->change(name, [&](RowWriter &writer) {
        if (speaker)
            name = {u"Set Speaker to “%1”"_s, {agentNameOf(writer.connection(), speaker)}};
        writer.removeWhere("joint_speaker", "quotation_id", quotation.value); // who is named is named alone
        writer.update("quotation", quotation.value, {{"speaker_id", reference(speaker)}, {"status", code(Status::Edited)}});
    });
}

Result<void> Project::addSpeaker(QuotationId quotation, AgentId speaker)
{
    ChangeName name;
    return d->change(name, [&](RowWriter &writer) {
        name = {u"Add Speaker “%1”"_s, {agentNameOf(writer.connection(), speaker)}};
        if (store::addSpeaker(writer, quotation.value, speaker.value))
            writer.update("quotation", quotation.value, {{"status", code(Status::Edited)}});
    });
}

Result<void> Project::removeSpeaker(QuotationId quotation, AgentId speaker)
{
    ChangeName name;
    return d->change(name, [&](RowWriter &writer) {
        name = {u"Remove Speaker “%1”"_s, {agentNameOf(writer.connection(), speaker)}};
        if (!store::removeSpeaker(writer, quotation.value, speaker.value))
            refuse(Fault::NotFound, u"“%1” does not say quotation %2"_s.arg(name.args.front()).arg(quotation.value));
        writer.update("quotation", quotation.value, {{"status", code(Status::Edited)}});
    });
}

Result<void> Project::setKind(QuotationId quotation, Kind kind)
{
    return d->change({u"Set Kind to %1"_s, {spelling(kind)}}, [&](RowWriter &writer) {
        writer.update("quotation", quotation.value, {{"kind", code(kind)}, {"status", code(Status::Edited)}});
    });
}

Result<QuotationId> Project::addQuotation(ArticleId article, Span content, Kind kind, AgentId speaker)
{
    ChangeName name{u"Add Quotation “%1”"_s, {}};
    return d->change(name, [&](RowWriter &writer) {
        const QString text = articleTextOf(writer.connection(), article);
        requireWords(content, text);
        if (speaker)
            (void)agentNameOf(writer.connection(), speaker);
        const Anchor anchor = anchorAt(text, content);
        name.args = {brief(anchor.exact)};
        std::vector<Value> row{newUuid(), article.value};
        addAnchor(row, anchor);
        const bool isIndirect = kind == Kind::Indirect;
        row.insert(row.end(), {u"[]"_s, qint64(0), qint64(0), QString(u""_s), qint64(0), qint64(0), QString(u""_s), reference(speaker), code(kind),
                               code(isIndirect ? Directness::Indirect : Directness::Direct), u"[]"_s, u"[]"_s});
        addDate(row, {});
        row.insert(row.end(), {QString(u""_s), 1.0, code(Status::Accepted), Value()});
        return QuotationId{writer.insert("quotation", row)};
    });
}

Result<void> Project::setContent(QuotationId quotation, Span content)
{
    ChangeName name{u"Move Boundaries of “%1”"_s, {}};
    return d->change(name, [&](RowWriter &writer) {
        Query row(writer.connection(), "SELECT article_id, segments, markers FROM quotation WHERE id = ?");
        row.add(quotation.value);
        if (!row.next())
            refuse(Fault::NotFound, u"quotation %1"_s.arg(quotation.value));
        const QString text = articleTextOf(writer.connection(), {row.integer(0)});
        requireWords(content, text);
        const Anchor anchor = anchorAt(text, content);
        name.args = {brief(anchor.exact)};
        // Pieces and markers outside the new boundaries are no longer part of the quotation.
        std::vector<Span> segments = spansFrom(row.text(1));
        std::vector<Marker> markers = markersFrom(row.text(2));
        std::erase_if(segments, [&](Span span) { return !content.contains(span); });
        std::erase_if(markers, [&](const Marker &marker) { return !content.contains(marker.span); });
        writer.update("quotation", quotation.value,
                      {{"start_at", qint64(content.start)}, {"end_at", qint64(content.end)}, {"exact", anchor.exact}, {"prefix", anchor.prefix},
                       {"suffix", anchor.suffix}, {"segments", jsonOf(segments)}, {"markers", jsonOf(markers)}, {"status", code(Status::Edited)}});
    });
}

Result<AgentId> Project::addAgent(const QString &name, AgentType type)
{
    return d->change({u"Add “%1”"_s, {brief(name)}}, [&](RowWriter &writer) {
        const QString clean = requireName(name);
        const AgentId agent{writer.insert("agent", {newUuid(), code(type), clean, QString(u""_s), Value(), code(Status::Accepted)})};
        writer.insert("agent_name", {agent.value, clean, match::nameKey(type, clean), code(NameType::Full)});
        return agent;
    });
}

Result<void> Project::renameAgent(AgentId agent, const QString &name)
{
    ChangeName change{u"Rename “%1” to “%2”"_s, {}};
    return d->change(change, [&](RowWriter &writer) {
        const QString clean = requireName(name);
        const QString was = agentNameOf(writer.connection(), agent);
        change.args = {brief(was), brief(clean)};
        writer.update("agent", agent.value, {{"name", clean}, {"status", code(Status::Edited)}});
        Query known(writer.connection(), "SELECT 1 FROM agent_name WHERE agent_id = ? AND name = ?");
        known.add(agent.value).add(clean);
        if (known.next())
            return;
        Query type(writer.connection(), "SELECT type FROM agent WHERE id = ?");
        type.add(agent.value);
        (void)type.next();
        writer.insert("agent_name", {agent.value, clean, match::nameKey(static_cast<AgentType>(type.integer(0)), clean), code(NameType::Full)});
    });
}

Result<void> Project::addName(AgentId agent, const AgentName &name)
{
    ChangeName change{u"Add Name “%1” to “%2”"_s, {}};
    return d->change(change, [&](RowWriter &writer) {
        const QString clean = requireName(name.name);
        change.args = {brief(clean), brief(agentNameOf(writer.connection(), agent))};
        writer.update("agent", agent.value, {{"status", code(Status::Edited)}});
        Query known(writer.connection(), "SELECT id, type FROM agent_name WHERE agent_id = ? AND name = ?");
        known.add(agent.value).add(clean);
        if (known.next()) {
            const qint64 id = known.integer(0);
            writer.update("agent_name", id, {{"type", code(name.type)}});
            return;
        }
        Query type(writer.connection(), "SELECT type FROM agent WHERE id = ?");
        type.add(agent.value);
        (void)type.next();
        writer.insert("agent_name", {agent.value, clean, match::nameKey(static_cast<AgentType>(type.integer(0)), clean), code(name.type)});
    });
}

Result<void> Project::mergeAgents(AgentId kept, const std::vector<AgentId> &merged)
{
    ChangeName change{u"Merge %n Agent(s) into “%1”"_s, {}, false, static_cast<int>(merged.size())};
    return d->change(change, [&](RowWriter &writer) {
        change.args = {brief(agentNameOf(writer.connection(), kept))};
        for (const AgentId other : merged) {
            if (other == kept)
                refuse(Fault::BadInput, u"an agent cannot be merged into itself"_s);
            (void)agentNameOf(writer.connection(), other);
            mergeAgent(writer, kept, other);
        }
        if (!merged.empty())
            writer.update("agent", kept.value, {{"status", code(Status::Edited)}});
    });
}

Result<EventId> Project::addEvent(const Event &event)
{
    return d->change({u"Add Event “%1”"_s, {brief(event.name)}}, [&](RowWriter &writer) {
        std::vector<Value> row{newUuid(), requireName(event.name), wellFormed(event.note)};
        addDate(row, event.when);
        row.push_back(code(event.status));
        const EventId id{writer.insert("event", row)};
        writeEventLinks(writer, id, event);
        return id;
    });
}

Result<void> Project::setEvent(const Event &event)
{
    return d->change({u"Change Event “%1”"_s, {brief(event.name)}}, [&](RowWriter &writer) {
        RowWriter::Fields fields{{"name", requireName(event.name)}, {"note", wellFormed(event.note)}, {"status", code(event.status)}};
        std::ranges::move(dateFields("when", event.when), std::back_inserter(fields));
        writer.update("event", event.id.value, fields);
        writeEventLinks(writer, event.id, event);
    });
}

Result<NoteId> Project::addNote(ItemId about, const QString &text)
{
    return d->change({u"Add Note “%1”"_s, {brief(text)}}, [&](RowWriter &writer) {
        const QString clean = wellFormed(text);
        if (clean.trimmed().isEmpty())
            refuse(Fault::BadInput, u"a note without words"_s);
        requireItem(writer.connection(), about);
        return NoteId{writer.insert("note", {newUuid(), code(about.type), about.value, clean, d->clock->now().toMSecsSinceEpoch()})};
    });
}

Result<void> Project::setNote(NoteId note, const QString &text)
{
    const QString clean = wellFormed(text);
    if (clean.trimmed().isEmpty())
        return removeItems({note}, u"Remove Note"_s);
    return d->change({u"Change Note “%1”"_s, {brief(clean)}}, [&](RowWriter &writer) {
        writer.update("note", note.value, {{"text", clean}, {"changed_at", d->clock->now().toMSecsSinceEpoch()}});
    });
}

Result<void> Project::setKinshipStatus(KinshipId kinship, Status status)
{
    const QString message = status == Status::Rejected ? u"Say That Two Articles Are Not the Same Text"_s : u"Say That Two Articles Are the Same Text"_s;
    return d->change({message, {}}, [&](RowWriter &writer) { writer.update("kinship", kinship.value, {{"status", code(status)}}); });
}

Result<void> Project::attachCarried(CarryId carry, Span place)
{
    ChangeName name{u"Attach “%1”"_s, {}};
    return d->change(name, [&](RowWriter &writer) {
        Query row(writer.connection(), "SELECT quotation_id, article_id FROM carry WHERE id = ?");
        row.add(carry.value);
        if (!row.next())
            refuse(Fault::NotFound, u"no such item: %1"_s.arg(carry.value));
        const ArticleId later{row.integer(1)};
        const QString text = articleTextOf(writer.connection(), later);
        requireWords(place, text);
        name.args = {brief(text.sliced(place.start, place.length()))};
        const QuotationId to = putCarried(writer, {row.integer(0)}, later, text, place);
        writer.update("carry", carry.value, {{"to_id", to.value}, {"status", code(Status::Edited)}});
    });
}

Result<void> Project::dismissCarried(const std::vector<CarryId> &carries)
{
    const QString message = carries.size() == 1 ? u"Say That a Quotation Is Gone from This Version"_s : u"Say That %n Quotations Are Gone from a Later Version"_s;
    return d->change({message, {}, false, static_cast<int>(carries.size())}, [&](RowWriter &writer) {
        for (const CarryId carry : carries)
            writer.update("carry", carry.value, {{"to_id", Value()}, {"status", code(Status::Rejected)}});
    });
}

Result<void> Project::removeItems(const std::vector<ItemId> &items, const QString &name)
{
    return d->change({name.isEmpty() ? u"Remove %n Item(s)"_s : name, {}, false, static_cast<int>(items.size())}, [&](RowWriter &writer) {
        for (const ItemId item : items)
            requireItem(writer.connection(), item);
        for (const ItemId item : items) // a child may go with an earlier item of the list
            removeItem(writer, item);
    });
}

} // namespace onrecord::store
