// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/spelling.h"
#include "core/store/projectprivate.h"
#include "core/store/removal.h"
#include "core/store/values.h"

/// How one passage stands to another, as a person says.
namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

void requirePassage(Connection &connection, ItemId item)
{
    if (item.type != ItemType::Quotation && item.type != ItemType::Figure)
        refuse(Fault::BadInput, u"items of type %1 are no passages"_s.arg(static_cast<int>(item.type)));
    requireItem(connection, item);
}

} // namespace

Result<RelationId> Project::addRelation(const Relation &relation)
{
    return d->change({u"Say That One Passage %1 Another"_s, {spelling(relation.kind)}}, [&](RowWriter &writer) {
        requirePassage(writer.connection(), relation.from);
        requirePassage(writer.connection(), relation.to);
        if (relation.from == relation.to)
            refuse(Fault::BadInput, u"a passage has no relation to itself"_s);
        return RelationId{writer.insert("relation", {newUuid(), code(relation.from.type), relation.from.value,
                                                     code(relation.to.type), relation.to.value, code(relation.kind),
                                                     wellFormed(relation.note).trimmed()})};
    });
}

Result<void> Project::setRelation(const Relation &relation)
{
    return d->change({u"Change How Two Passages Stand to Each Other"_s, {}}, [&](RowWriter &writer) {
        writer.update("relation", relation.id.value,
                      {{"kind", code(relation.kind)}, {"note", wellFormed(relation.note).trimmed()}});
    });
}

Result<void> Project::removeRelation(RelationId relation)
{
    return d->change({u"Remove a Relation of Two Passages"_s, {}}, [&](RowWriter &writer) {
        Query known(writer.connection(), "SELECT 1 FROM relation WHERE id = ?");
        known.add(relation.value);
        if (!known.next())
            refuse(Fault::NotFound, u"no such relation: %1"_s.arg(relation.value));
        writer.remove("relation", relation.value);
    });
}

} // namespace onrecord::store
