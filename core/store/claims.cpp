// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projectprivate.h"
#include "core/store/removal.h"
#include "core/store/values.h"

#include <algorithm>

/// Claims, what speaks for and against them, and the verdicts given.
namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

QString requireWords(const QString &words)
{
    QString clean = wellFormed(words).trimmed();
    if (clean.isEmpty())
        refuse(Fault::BadInput, u"a claim without words"_s);
    return clean;
}

QString claimText(RowWriter &writer, ClaimId claim)
{
    Query query(writer.connection(), "SELECT text FROM claim WHERE id = ?");
    query.add(claim.value);
    if (!query.next())
        refuse(Fault::NotFound, u"no such claim: %1"_s.arg(claim.value));
    return query.text(0);
}

const char *columnOf(ItemId item)
{
    if (item.type == ItemType::Quotation)
        return "quotation_id";
    if (item.type == ItemType::Figure)
        return "figure_id";
    refuse(Fault::BadInput, u"items of type %1 are no evidence"_s.arg(static_cast<int>(item.type)));
}

/// The row of this evidence, or 0.
qint64 rowOf(RowWriter &writer, ClaimId claim, ItemId item)
{
    const std::string column = columnOf(item);
    Query query(writer.connection(),
                "SELECT id FROM evidence WHERE claim_id = ? AND " + column + " = ? ORDER BY id LIMIT 1");
    query.add(claim.value).add(item.value);
    return query.next() ? query.integer(0) : 0;
}

void write(RowWriter &writer, ClaimId claim, const Evidence &evidence)
{
    requireItem(writer.connection(), evidence.item);
    if (const qint64 row = rowOf(writer, claim, evidence.item)) {
        writer.update("evidence", row, {{"stance", code(evidence.stance)}});
        return;
    }
    const bool isQuotation = evidence.item.type == ItemType::Quotation;
    writer.insert("evidence",
                  {claim.value, isQuotation ? Value(evidence.item.value) : Value(),
                   isQuotation ? Value() : Value(evidence.item.value), code(evidence.stance)});
}

} // namespace

Result<ClaimId> Project::addClaim(const QString &text, const std::vector<Evidence> &evidence)
{
    return d->change({u"Add Claim “%1”"_s, {brief(text)}}, [&](RowWriter &writer) {
        const ClaimId id{writer.insert("claim", {newUuid(), requireWords(text)})};
        for (const Evidence &one : evidence)
            write(writer, id, one);
        return id;
    });
}

Result<void> Project::setClaimText(ClaimId claim, const QString &text)
{
    return d->change({u"Change Claim “%1”"_s, {brief(text)}}, [&](RowWriter &writer) {
        claimText(writer, claim);
        writer.update("claim", claim.value, {{"text", requireWords(text)}});
    });
}

Result<void> Project::setEvidence(ClaimId claim, const std::vector<Evidence> &evidence)
{
    return d->change({u"Add Evidence to a Claim"_s, {}}, [&](RowWriter &writer) {
        claimText(writer, claim);
        for (const Evidence &one : evidence)
            write(writer, claim, one);
    });
}

Result<void> Project::removeEvidence(ClaimId claim, ItemId item)
{
    return d->change({u"Remove Evidence From a Claim"_s, {}}, [&](RowWriter &writer) {
        const qint64 row = rowOf(writer, claim, item);
        if (!row)
            refuse(Fault::NotFound, u"no such evidence of claim %1"_s.arg(claim.value));
        writer.remove("evidence", row);
    });
}

Result<void> Project::giveVerdict(ClaimId claim, const QString &word, const QString &explanation, const QString &author)
{
    return d->change({u"Give Verdict “%1”"_s, {brief(word)}}, [&](RowWriter &writer) {
        claimText(writer, claim);
        writer.insert("verdict", {claim.value, requireWords(word), wellFormed(explanation).trimmed(),
                                  wellFormed(author).simplified(), d->clock->now().toMSecsSinceEpoch()});
    });
}

Result<void> Project::setGrades(const std::vector<Grade> &grades)
{
    return d->change({u"Change the Scale of Verdicts"_s, {}}, [&](RowWriter &writer) {
        std::vector<Grade> wanted;
        for (const Grade &grade : grades) {
            const QString label = wellFormed(grade.label).simplified();
            if (!label.isEmpty())
                wanted.push_back({{}, grade.number, label});
        }
        std::ranges::stable_sort(wanted, {}, &Grade::number);
        std::vector<qint64> rows;
        Query known(writer.connection(), "SELECT id FROM grade ORDER BY id");
        while (known.next())
            rows.push_back(known.integer(0));
        for (size_t i = 0; i < std::max(rows.size(), wanted.size()); ++i) {
            if (i >= wanted.size())
                writer.remove("grade", rows[i]);
            else if (i >= rows.size())
                writer.insert("grade", {qint64(wanted[i].number), wanted[i].label});
            else
                writer.update("grade", rows[i], {{"number", qint64(wanted[i].number)}, {"label", wanted[i].label}});
        }
    });
}

} // namespace onrecord::store
