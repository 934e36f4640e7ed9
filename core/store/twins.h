// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/readdocument.h"
#include "core/match/sameprint.h"
#include "core/record/record.h"
#include "core/store/asread.h"
#include "core/store/connection.h"
#include "core/store/preparedsource.h"

#include <QHash>
#include <vector>

/// Which articles of the project have the bytes or the words of a document, and whether one of them is the document once more. What Connection throws.
namespace onrecord::store {

/// What an article, or a document, says of where it was printed, and what of it somebody typed.
struct StatedPrint {
    match::PrintKey key;
    bool isTitleTyped = false;
    bool isOutletTyped = false;
    bool isAddressTyped = false;
    QString outletRead = {}; ///< the outlet's key as it stood in the file of one that was typed since; empty where none did, or none is known
};

/// The articles of one folded text, the first first.
class Twins
{
public:
    void add(ArticleId article, StatedPrint print);
    [[nodiscard]] const std::vector<ArticleId> &articles() const { return m_articles; }
    /// The first that may be the document once more; null for none. Of very many under the same headline only the first are compared.
    [[nodiscard]] ArticleId same(const io::ReadDocument &document) const;

private:
    [[nodiscard]] size_t firstSame(const StatedPrint &found, const std::vector<size_t> &among) const;

    std::vector<ArticleId> m_articles;
    std::vector<StatedPrint> m_prints; ///< beside m_articles
    std::vector<size_t> m_all;         ///< 0, 1, 2 …
    QHash<QString, std::vector<size_t>> m_byTitle; ///< the title's key; empty where it tells none of them apart
};

/// The twins of the texts that an import met, read from the rows when first asked and kept while only imports follow. Time grows with the number
/// of articles, not with its square; keeps those of a limited number of texts.
class TwinsOfTexts
{
public:
    /// Good until the next call.
    [[nodiscard]] const Twins &of(Connection &connection, const PreparedSource &source);
    /// The article that was just made of the document.
    void add(const PreparedSource &source, ArticleId article, const io::ReadDocument &document);
    void forget();

private:
    QHash<QByteArray, Twins> m_byText; ///< by foldedDigest; none without twins
    OutletsAsRead m_outlets;
    Twins m_none;
};

/// Whose bytes these are; of several articles the newest. Null when they are new.
[[nodiscard]] ArticleId articleOfBytes(Connection &connection, const PreparedSource &source);
/// `ofBytes`, or one of `twins`, unless the document says that it was printed elsewhere; null when it is an article of its own.
[[nodiscard]] ArticleId sameArticle(Connection &connection, const io::ReadDocument &document, ArticleId ofBytes, const Twins &twins);

} // namespace onrecord::store
