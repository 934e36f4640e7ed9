// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/twins.h"

#include "core/store/values.h"

#include <algorithm>
#include <span>
#include <utility>

namespace onrecord::store {

namespace {

constexpr size_t mostCompared = 1'000; // twins of one headline
constexpr qsizetype mostTexts = 1'000;

StatedPrint stated(const Sourced &title, const Sourced &outlet, const Sourced &url)
{
    return {match::keyOf({wellFormed(title.value), wellFormed(outlet.value), wellFormed(url.value)}), title.basis == Basis::User, outlet.basis == Basis::User, url.basis == Basis::User, {}};
}

StatedPrint stated(const io::ReadDocument &document)
{
    return stated(document.title, document.outlet, document.url);
}

/// Columns `first` to `first` + 5 of a row: title, outlet, url, each with its basis.
StatedPrint stated(Query &row, int first)
{
    const auto field = [&row](int at) { return Sourced{row.text(at), static_cast<Basis>(row.number(at + 1))}; };
    return stated(field(first), field(first + 2), field(first + 4));
}

/// What somebody typed or mended in an article says nothing of what stood in the file: unless the document agrees with it, or was
/// told the same way, it is as if it were not said. Of an outlet counts what stood there before.
bool isSame(const StatedPrint &found, const StatedPrint &known)
{
    match::PrintKey key = known.key;
    const auto letGo = [](QString &typed, const QString &other) {
        if (typed != other)
            typed.clear();
    };
    if (known.isTitleTyped && !found.isTitleTyped)
        letGo(key.title, found.key.title);
    if (known.isOutletTyped && !found.isOutletTyped && key.outlet != found.key.outlet)
        key.outlet = known.outletRead;
    if (known.isAddressTyped && !found.isAddressTyped)
        letGo(key.address, found.key.address);
    return match::isSamePrint(found.key, key);
}

} // namespace

void Twins::add(ArticleId article, StatedPrint print)
{
    const size_t index = m_articles.size();
    m_byTitle[print.isTitleTyped ? QString() : print.key.title].push_back(index);
    m_all.push_back(index);
    m_articles.push_back(article);
    m_prints.push_back(std::move(print));
}

size_t Twins::firstSame(const StatedPrint &found, const std::vector<size_t> &among) const
{
    const auto compared = std::span(among).first(std::min(among.size(), mostCompared));
    const auto same = std::ranges::find_if(compared, [&](size_t index) { return isSame(found, m_prints[index]); });
    return same == compared.end() ? m_articles.size() : *same;
}

ArticleId Twins::same(const io::ReadDocument &document) const
{
    const StatedPrint found = stated(document);
    size_t first = m_articles.size();
    if (found.key.title.isEmpty()) {
        first = firstSame(found, m_all);
    } else {
        for (const QString &title : {found.key.title, QString()}) {
            if (const auto among = m_byTitle.constFind(title); among != m_byTitle.cend())
                first = std::min(first, firstSame(found, *among));
        }
    }
    return first < m_articles.size() ? m_articles[first] : ArticleId();
}

const Twins &TwinsOfTexts::of(Connection &connection, const PreparedSource &source)
{
    if (const auto known = m_byText.constFind(source.foldedDigest); known != m_byText.cend())
        return *known;
    Query rows(connection,
               "SELECT a.id, a.title, a.title_basis, o.name, a.outlet_basis, a.url, a.url_basis FROM source_text t JOIN article a ON a.text_id = t.id "
               "LEFT JOIN outlet o ON o.id = a.outlet_id WHERE t.folded_sha256 = ? ORDER BY a.id");
    rows.add(source.foldedDigest);
    Twins twins;
    while (rows.next()) {
        StatedPrint print = stated(rows, 1);
        if (print.isOutletTyped)
            print.outletRead = match::keyOf({{}, m_outlets.of(connection, rows.integer(0)), {}}).outlet;
        twins.add({rows.integer(0)}, std::move(print));
    }
    if (twins.articles().empty())
        return m_none;
    if (m_byText.size() >= mostTexts)
        m_byText.clear();
    return *m_byText.insert(source.foldedDigest, std::move(twins));
}

void TwinsOfTexts::forget()
{
    m_byText.clear();
    m_outlets.forget();
}

void TwinsOfTexts::add(const PreparedSource &source, ArticleId article, const io::ReadDocument &document)
{
    if (const auto known = m_byText.find(source.foldedDigest); known != m_byText.end())
        known->add(article, stated(document));
}

ArticleId articleOfBytes(Connection &connection, const PreparedSource &source)
{
    Query bytes(connection, "SELECT c.article_id FROM source_bytes b JOIN capture c ON c.bytes_id = b.id WHERE b.sha256 = ? ORDER BY c.article_id DESC LIMIT 1");
    bytes.add(source.bytesDigest);
    return bytes.next() ? ArticleId{bytes.integer(0)} : ArticleId();
}

ArticleId sameArticle(Connection &connection, const io::ReadDocument &document, ArticleId ofBytes, const Twins &twins)
{
    if (ofBytes) {
        // The same bytes say the same of themselves: only what somebody typed beside them can tell them apart.
        const auto typed = [](const Sourced &field) { return field.basis == Basis::User ? field.value : QString(); };
        Query row(connection, "SELECT a.title, o.name, a.url FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id = ?");
        row.add(ofBytes.value);
        if (row.next() && match::isSamePrint(match::keyOf({typed(document.title), typed(document.outlet), typed(document.url)}), match::keyOf({row.text(0), row.text(1), row.text(2)})))
            return ofBytes;
    }
    return twins.same(document);
}

} // namespace onrecord::store
