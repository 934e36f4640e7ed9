// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "core/store/orphans.h"
#include "core/store/packing.h"
#include "core/store/projectprivate.h"
#include "core/store/rows.h"

#include <QJsonDocument>
#include <QScopeGuard>
#include <QThreadPool>
#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

const QString sameTextState = u"same-text"_s;

/// A large record takes a while to free: never on the thread that lets go of it, which may be the window's.
void dispose(const Snapshot *snapshot)
{
    constexpr size_t rowsAtOnce = 5'000;
    if (snapshot->quotations().size() + snapshot->mentions().size() + snapshot->figures().size() < rowsAtOnce || !QThreadPool::globalInstance())
        delete snapshot;
    else
        QThreadPool::globalInstance()->start([snapshot] { delete snapshot; });
}

/// One change set for the articles of a transaction, by what most of them came to.
ChangeName nameOf(int imported, int linked, const QString &linkedTitle)
{
    if (imported > 0 || linked == 0)
        return {importMessage, {}, true, imported};
    return linked == 1 ? ChangeName{u"Link Duplicate of “%1”"_s, {linkedTitle}, true} : ChangeName{linkMessage, {}, true, linked};
}

/// An article was refused when a part of it was written already. No std::exception: it passes through guarded().
struct Halfway {
};

SnapshotPtr makeSnapshot(Snapshot::Rows rows, const QJsonObject &sameText, quint64 revision)
{
    rows.sameTextFrom = std::clamp(sameText.value("from"_L1).toDouble(usualLikeness), leastLikeness, 1.0);
    return {new Snapshot(std::move(rows), revision), dispose};
}

} // namespace

Project::Project(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

Project::~Project() = default;

QString Project::path() const
{
    return d->path;
}

bool Project::isReadOnly() const
{
    return d->readOnly;
}

QString Project::damage() const
{
    return d->damage;
}

QString Project::oldFormatCopy() const
{
    return d->oldFormatCopy;
}

quint64 Project::revision() const
{
    return d->revision;
}

bool Project::isInBatch() const
{
    return d->batch.has_value();
}

QUuid Project::uuid() const
{
    return d->uuid;
}

void Project::Private::readSnapshot() const
{
    const bool isDamaged = readOnly && !damage.isEmpty();
    QStringList missing;
    Snapshot::Rows rows = readRows(readable(), isDamaged ? &missing : nullptr);
    unreadable = missing;
    // Somebody else's file may point at rows that are not there. Of one that did not at the beginning we make none.
    if (!missing.isEmpty() || pointsNowhere.value_or(true))
        pointsNowhere = dropOrphans(rows);
    snapshot = makeSnapshot(std::move(rows), viewState(sameTextState), revision);
}

QJsonObject Project::Private::viewState(const QString &key) const
{
    const Result<QJsonObject> state = guarded([&]() -> Result<QJsonObject> {
        Query query(readable(), "SELECT state FROM view_state WHERE key = ?");
        query.add(key);
        return query.next() ? QJsonDocument::fromJson(query.text(0).toUtf8()).object() : QJsonObject();
    });
    return state.value_or(QJsonObject());
}

QStringList Project::unreadable() const
{
    (void)snapshot();
    return d->unreadable;
}

Result<SnapshotPtr> Project::snapshot() const
{
    return guarded([this]() -> Result<SnapshotPtr> {
        if (!d->snapshot)
            d->readSnapshot();
        return d->snapshot;
    });
}

Result<QString> Project::articleText(ArticleId id) const
{
    return guarded([&]() -> Result<QString> {
        Query query(d->readable(), "SELECT t.text FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ?");
        query.add(id.value);
        if (!query.next())
            return fail(Fault::NotFound, u"article %1"_s.arg(id.value));
        return query.text(0);
    });
}

Result<QByteArray> Project::originalBytes(ArticleId id) const
{
    return guarded([&]() -> Result<QByteArray> {
        Query query(d->readable(), "SELECT b.bytes, b.packing, b.byte_count FROM article a JOIN source_bytes b ON b.id = a.bytes_id WHERE a.id = ?");
        query.add(id.value);
        if (!query.next())
            return fail(Fault::NotFound, u"article %1"_s.arg(id.value));
        const auto bytes = unpack(query.blob(0), query.text(1), query.integer(2));
        return bytes ? Result<QByteArray>(*bytes) : fail(Fault::Damaged, u"the stored bytes of article %1 do not unpack"_s.arg(id.value));
    });
}

Added Project::Private::addOne(RowWriter &writer, const NewArticle &article, Tally &tally)
{
    const qint64 captures = writer.lastIds().value("capture");
    ArticleWriter articles(writer, memory, *clock);
    const Added added = articles.add(article);
    const PreparedSource &source = articles.source();
    index->rememberText(articles.textId(), source.indexed);
    for (size_t i = 0; i < articles.quotations().size(); ++i) {
        const qint64 quotation = articles.quotations()[i].second;
        index->rememberQuotation(quotation, source.quotations[i].indexed);
        quoteRows->remember(quotation, source.quotations[i].codes);
    }
    if (added.state != AddState::Duplicate) {
        ++tally.imported;
    } else if (writer.lastIds().value("capture") != captures) {
        ++tally.linked;
        tally.linkedTitle = added.title;
    }
    return added;
}

Result<Added> Project::Private::addApart(RowWriter &writer, ChangeLog &log, const NewArticle &article, Tally &tally)
{
    const RowWriter::Highest before = writer.lastIds();
    const ChangeLog::Mark here = log.mark();
    try {
        Savepoint part(*connection);
        const Added added = addOne(writer, article, tally);
        memory.agents.write(writer);
        part.keep();
        return added;
    } catch (const Refusal &refusal) {
        if (writer.lastIds() != before) { // else it was refused before anything was written
            memory.spoken.forget();
            memory.agents.forget();
            memory.twins.forget();
        }
        writer.goBackTo(before);
        log.goBackTo(here);
        return std::unexpected(refusal.error);
    }
}

std::vector<Result<Added>> Project::Private::addAll(RowWriter &writer, ChangeLog &log, std::span<const NewArticle> articles, Parts parts, Tally &tally)
{
    std::vector<Result<Added>> answers;
    for (const NewArticle &article : articles) {
        if (parts == Parts::Apart) {
            answers.push_back(addApart(writer, log, article, tally));
            continue;
        }
        const sqlite3_int64 before = sqlite3_total_changes64(connection->handle());
        try {
            answers.emplace_back(addOne(writer, article, tally));
        } catch (const Refusal &refusal) {
            if (sqlite3_total_changes64(connection->handle()) != before)
                throw Halfway();
            answers.emplace_back(std::unexpected(refusal.error));
        }
    }
    memory.agents.write(writer);
    return answers;
}

std::vector<Result<Added>> Project::Private::addTogether(std::span<const NewArticle> articles, Parts parts)
{
    std::vector<Result<Added>> answers;
    RowWriter::Highest given;
    const auto store = [&] {
        Transaction transaction(*connection);
        SearchIndex::Hold hold(*index);
        const auto forgetting = qScopeGuard([this] { quoteRows->forgetRemembered(); });
        memory.kin.load(*connection);
        ChangeLog log(*connection, *tables);
        RowWriter writer(*connection, *tables, highest, &log);
        Tally tally;
        answers = addAll(writer, log, articles, parts, tally);
        const bool hasChanges = keepChanges(log.changes(), nameOf(tally.imported, tally.linked, tally.linkedTitle), [&hold] { hold.write(); });
        given = writer.lastIds();
        commit(transaction, hasChanges);
    };
    try {
        const auto stored = guarded([&]() -> Result<void> {
            requireWritable();
            keeping(store);
            return {};
        });
        if (stored) {
            highest.insert(given);
            return answers;
        }
        answers.assign(articles.size(), std::unexpected(stored.error()));
    } catch (const Halfway &) {
        forgetForImports();
        return addTogether(articles, Parts::Apart);
    }
    forgetForImports();
    return answers;
}

Result<Added> Project::addArticle(const NewArticle &article)
{
    return d->addTogether({&article, 1}).front();
}

std::vector<Result<Added>> Project::addArticles(std::span<const NewArticle> articles)
{
    std::vector<Result<Added>> answers = d->addTogether(articles);
    const bool isNoneStored = std::ranges::none_of(answers, [](const auto &answer) { return answer.has_value(); });
    if (articles.size() < 2 || !isNoneStored)
        return answers;
    answers.clear();
    for (const NewArticle &article : articles)
        answers.push_back(addArticle(article));
    return answers;
}

Result<void> Project::setViewState(const QString &key, const QJsonObject &state)
{
    return guarded([&]() -> Result<void> {
        d->requireWritable();
        d->keeping([&] {
            Transaction transaction(*d->connection);
            d->markUnclean();
            Query query(*d->connection, "INSERT INTO view_state(key, state) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET state = excluded.state");
            query.add(key).add(QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact))).run();
            transaction.commit();
            d->hasWritten = true;
        });
        return {};
    });
}

Result<void> Project::setSameTextFrom(double likeness)
{
    auto done = setViewState(sameTextState, {{u"from"_s, std::clamp(likeness, leastLikeness, 1.0)}});
    if (done)
        d->changed();
    return done;
}

QJsonObject Project::viewState(const QString &key) const
{
    return d->viewState(key);
}

} // namespace onrecord::store
