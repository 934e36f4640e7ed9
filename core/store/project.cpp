// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"
#include "core/store/articlewriter.h"
#include "core/store/packing.h"
#include "core/store/projectprivate.h"
#include "core/store/rows.h"

#include <QJsonDocument>

namespace onrecord::store {

using namespace Qt::StringLiterals;

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

Result<SnapshotPtr> Project::snapshot() const
{
    return guarded([this]() -> Result<SnapshotPtr> {
        if (!d->snapshot)
            d->snapshot = std::make_shared<Snapshot>(readRows(d->readable()), d->revision);
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

Result<Added> Project::addArticle(const NewArticle &article)
{
    ChangeName name{importMessage, {}, true};
    auto result = d->change(name, [&](RowWriter &writer) {
        ArticleWriter articles(writer, d->spoken, *d->clock);
        const Added added = articles.add(article);
        if (added.state == AddState::Duplicate)
            name = {u"Link Duplicate of “%1”"_s, {added.title}, true};
        d->index->remember(articles.textId(), articles.foldedText());
        return added;
    });
    if (!result)
        d->spoken.forget(); // it may remember words that were not stored after all
    return result;
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

QJsonObject Project::viewState(const QString &key) const
{
    const Result<QJsonObject> state = guarded([&]() -> Result<QJsonObject> {
        Query query(d->readable(), "SELECT state FROM view_state WHERE key = ?");
        query.add(key);
        return query.next() ? QJsonDocument::fromJson(query.text(0).toUtf8()).object() : QJsonObject();
    });
    return state.value_or(QJsonObject());
}

} // namespace onrecord::store
