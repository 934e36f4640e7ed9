// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/restrike.h"

#include "core/ingest/readers.h"
#include "core/ingest/suggestions.h"
#include "core/record/struck.h"
#include "core/store/preparedsource.h"

#include <algorithm>

namespace onrecord::ingest {

using namespace Qt::StringLiterals;

namespace {

/// What the bytes say beside their text; nothing when they do not give that text.
io::ReadDocument readBytes(const StoredArticle &stored, const QString &reader)
{
    if (io::mayBePdf(stored.original))
        return {}; // states neither turns nor people, and takes its time
    Readers readers(reader);
    const auto process = readers.take();
    for (const QString &encoding : {QString(), stored.article.encoding}) {
        auto document = process->read(stored.original, {stored.article.fileName, encoding});
        if (document && document->text == stored.text)
            return std::move(*document);
    }
    return {};
}

} // namespace

Result<StoredArticle> storedArticle(const store::Project &project, ArticleId id)
{
    return project.snapshot().and_then([&](const SnapshotPtr &record) -> Result<StoredArticle> {
        const Article *row = record->article(id);
        if (!row)
            return fail(Fault::NotFound, u"article %1"_s.arg(id.value));
        return project.articleText(id).and_then([&](const QString &text) {
            return project.originalBytes(id).transform([&](const QByteArray &bytes) { return StoredArticle{*row, text, bytes}; });
        });
    });
}

Result<store::Restriking> readAnew(const StoredArticle &stored, Span passage, bool struck, const QString &words, const QString &reader)
{
    const Article &article = stored.article;
    store::Restriking restriking{article.id, passage, struck, article.regions, {}};
    io::ReadDocument &document = restriking.read.document;
    document.text = stored.text;
    document.regions = restruck(article.regions, stored.text, passage, struck);
    if (document.regions == article.regions)
        return fail(Fault::BadInput, struck ? u"nothing there that is not struck"_s : u"nothing there is struck"_s);
    document.language = article.language;
    document.published = article.published;
    document.authors = article.authors;
    document.url = article.url;
    io::ReadDocument said = readBytes(stored, reader);
    document.turns = std::move(said.turns);
    document.textIs = said.textIs;
    document.people = std::move(said.people);
    restriking.read.extraction = suggestionsOf(document, extract::userLexicons(words));
    restriking.read.prepared = std::make_shared<store::PreparedSource>(store::prepareSource(restriking.read));
    return restriking;
}

} // namespace onrecord::ingest
