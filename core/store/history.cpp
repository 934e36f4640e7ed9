// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/digest.h"
#include "core/store/packing.h"
#include "core/store/projectprivate.h"
#include "core/store/values.h"

#include <QScopeGuard>
#include <QTimeZone>
#include <QtConcurrentRun>
#include <algorithm>
#include <numeric>
#include <utility>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

QString english(const QString &message, const QStringList &args, int count)
{
    QString pattern = message;
    pattern.replace("%n"_L1, QString::number(count)).replace("(s)"_L1, count == 1 ? ""_L1 : "s"_L1);
    // In one pass: a name may hold "%2" itself.
    QString out;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int place = pattern[at] == u'%' && at + 1 < pattern.size() ? pattern[at + 1].digitValue() : -1;
        if (place < 1 || place > args.size()) {
            out += pattern[at];
            continue;
        }
        out += args[place - 1];
        ++at;
    }
    return out;
}

/// One change set without its bytes.
struct Entry {
    qint64 id = 0;
    qint64 batch = 0;
    QString message;
    QStringList args;
    int count = 1;
    qint64 at = 0;
    bool undone = false;
};

constexpr auto entryColumns = "SELECT id, coalesce(batch_id, 0), message, args, item_count, changed_at, undone FROM change_set ";

Entry readEntry(const Query &query)
{
    return {query.integer(0), query.integer(1), query.text(2), stringsFrom(query.text(3)), query.number(4), query.integer(5), query.integer(6) != 0};
}

/// What a run of change sets that is one step is called.
ChangeSet stepOf(Connection &connection, const std::vector<Entry> &run)
{
    ChangeSet step;
    const Entry &newest = run.front().id > run.back().id ? run.front() : run.back();
    step.id = newest.id;
    step.at = QDateTime::fromMSecsSinceEpoch(newest.at, QTimeZone::UTC);
    step.undone = newest.undone;
    step.message = newest.message;
    step.args = newest.args;
    if (newest.batch != 0) {
        Query batch(connection, "SELECT message, args FROM change_batch WHERE id = ?");
        batch.add(newest.batch);
        if (batch.next()) {
            step.message = batch.text(0);
            step.args = stringsFrom(batch.text(1));
        }
    }
    const auto countOf = [&run](auto counts) {
        return std::accumulate(run.begin(), run.end(), 0, [&](int sum, const Entry &entry) { return sum + (counts(entry) ? entry.count : 0); });
    };
    step.count = newest.batch != 0 ? countOf([](const Entry &entry) { return entry.message == importMessage; }) : newest.count;
    if (newest.batch != 0 && step.count == 0 && step.message == importMessage) {
        // Everything was there already: what is left of it are the files that were linked.
        step.count = countOf([](const Entry &) { return true; });
        step.message = step.count == 1 ? newest.message : linkMessage;
        step.args = newest.args;
    }
    step.name = english(step.message, step.args, step.count);
    return step;
}

/// Reads steps from `query`'s entries, newest (or oldest) first, at most `limit`; entries of one batch in a row are one step.
template<class Each>
void eachStep(Query &query, Each each)
{
    std::vector<Entry> run;
    while (query.next()) {
        Entry entry = readEntry(query);
        const bool continues = !run.empty() && entry.batch != 0 && entry.batch == run.back().batch && entry.undone == run.back().undone;
        if (!run.empty() && !continues) {
            if (!each(run))
                return;
            run.clear();
        }
        run.push_back(std::move(entry));
    }
    if (!run.empty())
        each(run);
}

/// The newest change set that was not undone; undone ones are always newer. Looks only at those.
qint64 newestDone(Connection &connection)
{
    Query query(connection, "SELECT id FROM change_set WHERE undone = 0 ORDER BY id DESC LIMIT 1");
    return query.next() ? query.integer(0) : 0;
}

constexpr const char *nextStepSql(bool undo)
{
    return undo ? "WHERE id <= ? ORDER BY id DESC" : "WHERE id > ? ORDER BY id";
}

ChangeSet nextStepOf(Connection &connection, bool undo)
{
    ChangeSet step;
    Query query(connection, std::string(entryColumns) + nextStepSql(undo));
    query.add(newestDone(connection));
    eachStep(query, [&](const std::vector<Entry> &run) {
        step = stepOf(connection, run);
        return false;
    });
    return step;
}

} // namespace

void Project::Private::record(Transaction &transaction, const ChangeRecorder &recorder, const ChangeName &name)
{
    const QByteArray changes = recorder.changes();
    commit(transaction, keepChanges({changes, changes.isEmpty() ? std::vector<ChangedRow>() : rowsOf(changes, *tables)}, name));
}

void Project::Private::refreshIndexes(const std::vector<ChangedRow> &rows, SearchIndex::Way way)
{
    index->refresh(rows, way);
    quotes.touch(quoteRows->refresh(rows));
    forgetSketches(*connection, rows);
}

bool Project::Private::keepChanges(const ChangeLog::Changes &made, const ChangeName &name, const std::function<void()> &meanwhile)
{
    const QByteArray &changes = made.set;
    if (changes.isEmpty())
        return false; // at most a source that was there before in another article
    struct Frame {
        QByteArray hash, bytes;
    };
    // Always a frame: its packing needs no column.
    QFuture<Frame> packing = QtConcurrent::run([changes] { return Frame{sha256(changes), packFrame(changes)}; });
    refreshIndexes(made.rows, SearchIndex::Way::Made);
    meanwhile();
    if (!name.inBatch)
        forgetForImports();
    markUnclean();
    {
        Query ends(*connection, "DELETE FROM change_set WHERE id > ?"); // a new change ends what could be redone
        ends.add(newestDone(*connection)).run();
    }
    const QByteArray changeUuid = newUuid();
    Query keep(*connection, "INSERT INTO change_set(uuid, batch_id, message, args, item_count, changed_at, undone, byte_count, sha256, changes) "
                            "VALUES(?, ?, ?, ?, ?, ?, 0, ?, ?, ?)");
    keep.add(changeUuid);
    if (batch && (name.inBatch || allInBatch))
        keep.add(*batch);
    else
        keep.addNull();
    const Frame frame = packing.takeResult();
    keep.add(name.message).add(jsonOf(name.args)).add(name.count).add(clock->now().toMSecsSinceEpoch()).add(qint64(changes.size()));
    keep.add(frame.hash).add(frame.bytes).run();
    committing = changeUuid;
    return true;
}

void Project::Private::commit(Transaction &transaction, bool hasChanges)
{
    transaction.commit();
    if (!hasChanges)
        return;
    hasWritten = true;
    changed();
}

bool Project::Private::isStored(const QByteArray &changeUuid) const
{
    if (changeUuid.isEmpty() || !connection)
        return false;
    Query query(*connection, "SELECT 1 FROM change_set WHERE uuid = ?");
    query.add(changeUuid);
    return query.next();
}

std::vector<qint64> Project::Private::nextStep(bool undo) const
{
    std::vector<qint64> ids;
    Query query(readable(), std::string(entryColumns) + nextStepSql(undo));
    query.add(newestDone(readable()));
    eachStep(query, [&ids](const std::vector<Entry> &run) {
        for (const Entry &entry : run)
            ids.push_back(entry.id);
        return false;
    });
    return ids;
}

void Project::Private::move(bool undo)
{
    requireWritable();
    const std::vector<qint64> step = nextStep(undo);
    if (step.empty())
        refuse(Fault::NotFound, undo ? u"nothing to undo"_s : u"nothing to redo"_s);
    bool isDone = false;
    const auto isMoved = [&] {
        Query query(*connection, "SELECT undone FROM change_set WHERE id = ?");
        query.add(step.back());
        return query.next() && (query.integer(0) != 0) == undo;
    };
    try {
        Transaction transaction(*connection);
        std::vector<ChangedRow> rows;
        for (const qint64 id : step) {
            Query set(*connection, "SELECT changes, byte_count, sha256 FROM change_set WHERE id = ?");
            set.add(id);
            (void)set.next();
            const auto changes = unpack(set.blob(0), u"zstd"_s, set.integer(1));
            if (!changes || sha256(*changes) != set.blob(2))
                refuse(Fault::Damaged, u"change set %1 is damaged"_s.arg(id));
            applyChanges(*connection, undo ? inverted(*changes) : *changes);
            std::ranges::move(rowsOf(*changes, *tables), std::back_inserter(rows));
        }
        refreshIndexes(rows, SearchIndex::Way::MadeOrUndone);
        markUnclean();
        for (const qint64 id : step) {
            Query flag(*connection, "UPDATE change_set SET undone = ? WHERE id = ?");
            flag.add(undo ? 1 : 0).add(id).run();
        }
        transaction.commit();
        isDone = true;
    } catch (const SQLite::Exception &exception) {
        reopenAfter(exception);
        if (!connection || !isMoved())
            throw;
        isDone = true;
    }
    if (isDone) {
        forgetForImports();
        hasWritten = true;
        changed();
    }
}

qint64 Project::Private::openBatch(const QString &message, const QStringList &args)
{
    requireWritable();
    qint64 id = 0;
    keeping([&] {
        Transaction transaction(*connection);
        markUnclean();
        Query query(*connection, "INSERT INTO change_batch(message, args) VALUES(?, ?)");
        query.add(message).add(jsonOf(args)).run();
        id = sqlite3_last_insert_rowid(connection->handle());
        transaction.commit();
        hasWritten = true;
    });
    return id;
}

Result<void> Project::beginBatch(const QString &name)
{
    return guarded([&]() -> Result<void> {
        d->batch = d->openBatch(name, {});
        return {};
    });
}

Result<void> Project::oneStep(const QString &message, const QStringList &args, const std::function<Result<void>(Project &)> &call)
{
    const bool wasWritten = d->hasWritten;
    Result<void> done;
    const auto stored = guarded([&]() -> Result<void> {
        d->requireWritable();
        d->keeping([&] {
            Transaction whole(*d->connection);
            Transaction *const outer = std::exchange(d->whole, &whole);
            const auto restoring = qScopeGuard([this, outer, before = d->batch] {
                d->batch = before;
                d->whole = d->whole ? outer : nullptr;
            });
            d->batch = d->openBatch(message, args);
            done = inBatch(call);
            if (done && !d->whole) // the file was opened anew after an error
                done = fail(Fault::NotWritable, u"the step was not stored"_s);
            if (done)
                whole.commit();
        });
        return {};
    });
    if (done && stored)
        return {};
    // Nothing of it is in the file, the mark that it was written to included.
    if (d->connection && !d->whole)
        d->hasWritten = wasWritten;
    d->forgetForImports();
    d->changed();
    return done ? stored : done;
}

Result<void> Project::inBatch(const std::function<Result<void>(Project &)> &call)
{
    const bool before = std::exchange(d->allInBatch, true);
    Result<void> done = call(*this);
    d->allInBatch = before;
    return done;
}

Result<void> Project::endBatch()
{
    d->batch.reset();
    return {};
}

Result<std::vector<ChangeSet>> Project::history(int limit) const
{
    return guarded([&]() -> Result<std::vector<ChangeSet>> {
        std::vector<ChangeSet> out;
        Connection &connection = d->readable();
        Query query(connection, std::string(entryColumns) + "ORDER BY id DESC");
        eachStep(query, [&](const std::vector<Entry> &run) {
            if (static_cast<int>(out.size()) < limit)
                out.push_back(stepOf(connection, run));
            return static_cast<int>(out.size()) < limit;
        });
        return out;
    });
}

const Project::Private::StepNames &Project::Private::namesOfSteps() const
{
    if (stepNames.revision != revision) {
        const auto step = [this](bool undo) { return guarded([&]() -> Result<ChangeSet> { return nextStepOf(readable(), undo); }).value_or(ChangeSet()); };
        stepNames = {revision, step(true), step(false)};
    }
    return stepNames;
}

ChangeSet Project::undoStep() const
{
    return d->namesOfSteps().undo;
}

ChangeSet Project::redoStep() const
{
    return d->namesOfSteps().redo;
}

QString Project::undoName() const
{
    return undoStep().name;
}

QString Project::redoName() const
{
    return redoStep().name;
}

Result<void> Project::undo()
{
    return guarded([&]() -> Result<void> {
        d->move(true);
        return {};
    });
}

Result<void> Project::redo()
{
    return guarded([&]() -> Result<void> {
        d->move(false);
        return {};
    });
}

} // namespace onrecord::store
