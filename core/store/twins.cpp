// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/twins.h"

#include "core/match/sameprint.h"

#include <algorithm>

namespace onrecord::store {

namespace {

match::Print printOf(Connection &connection, ArticleId article)
{
    Query row(connection, "SELECT a.title, o.name, a.url FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id = ?");
    row.add(article.value);
    return row.next() ? match::Print{row.text(0), row.text(1), row.text(2)} : match::Print();
}

} // namespace

ArticleId articleOfBytes(Connection &connection, const PreparedSource &source)
{
    Query bytes(connection, "SELECT c.article_id FROM source_bytes b JOIN capture c ON c.bytes_id = b.id WHERE b.sha256 = ? ORDER BY c.article_id DESC LIMIT 1");
    bytes.add(source.bytesDigest);
    return bytes.next() ? ArticleId{bytes.integer(0)} : ArticleId();
}

std::vector<ArticleId> articlesOfText(Connection &connection, const PreparedSource &source)
{
    Query text(connection, "SELECT a.id FROM source_text t JOIN article a ON a.text_id = t.id WHERE t.folded_sha256 = ? ORDER BY a.id");
    text.add(source.foldedDigest);
    std::vector<ArticleId> articles;
    while (text.next())
        articles.push_back({text.integer(0)});
    return articles;
}

ArticleId sameArticle(Connection &connection, const io::ReadDocument &document, ArticleId ofBytes, const std::vector<ArticleId> &twins)
{
    // The same bytes say the same of themselves: only what somebody typed beside them can tell them apart.
    const auto typed = [](const Sourced &field) { return field.basis == Basis::User ? field.value : QString(); };
    if (ofBytes && match::isSamePrint({typed(document.title), typed(document.outlet), typed(document.url)}, printOf(connection, ofBytes)))
        return ofBytes;
    const match::Print found{document.title.value, document.outlet.value, document.url.value};
    const auto same = std::ranges::find_if(twins, [&](ArticleId twin) { return match::isSamePrint(found, printOf(connection, twin)); });
    return same == twins.end() ? ArticleId() : *same;
}

} // namespace onrecord::store
