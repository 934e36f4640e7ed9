// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/quoteindex.h"
#include "core/match/sameutterance.h"
#include "core/store/hits.h"
#include "core/store/projectprivate.h"

#include <algorithm>
#include <functional>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// Every place of `words` in the folded text, on word borders.
void collectPlaces(ArticleId article, const QString &text, const QString &words, size_t limit, std::vector<SearchHit> &hits)
{
    const Folded folded = fold(text);
    const auto isInsideWord = [&folded](qsizetype before, qsizetype after) {
        const auto isPart = [&](qsizetype at) {
            return at >= 0 && at < folded.text.size() && (folded.text[at].isLetterOrNumber() || folded.text[at].isMark());
        };
        return isPart(before) && isPart(after) && isIndexable(QStringView(folded.text).sliced(before, 1));
    };
    for (qsizetype at = folded.text.indexOf(words); at >= 0 && hits.size() < limit; at = folded.text.indexOf(words, at + 1)) {
        const qsizetype end = at + words.size();
        if (isInsideWord(at - 1, at) || isInsideWord(end - 1, end))
            continue;
        SearchHit hit;
        hit.item = article;
        hit.article = article;
        hit.span = originalSpan(folded, at, end, text);
        hit.snippet = snippetOf(text, hit.span);
        hits.push_back(std::move(hit));
    }
}

} // namespace

Result<std::vector<SearchHit>> Project::findWords(const QString &words, int limit) const
{
    return guarded([&]() -> Result<std::vector<SearchHit>> {
        std::vector<SearchHit> hits;
        const QString trimmed = match::comparableWords(words);
        const QString folded = trimmed.isEmpty() ? foldedText(words) : trimmed;
        if (folded.isEmpty() || limit <= 0)
            return hits;
        const auto most = static_cast<size_t>(limit);
        const QStringList wanted = indexWords(folded);
        if (wanted.isEmpty() || !isIndexable(folded)) {
            Query all(d->readable(), "SELECT a.id, t.text FROM article a JOIN source_text t ON t.id = a.text_id ORDER BY a.id");
            while (hits.size() < most && all.next())
                collectPlaces({all.integer(0)}, all.text(1), folded, most, hits);
            return hits;
        }
        // The index says which articles hold these words in this order; folding again proves it, signs between them included.
        Query candidates(d->readable(), "SELECT rowid FROM search WHERE search MATCH ? AND rowid & 15 = 1 ORDER BY rowid");
        candidates.add(u"body : \"%1\""_s.arg(wanted.join(u' ')));
        while (hits.size() < most && candidates.next()) {
            const ArticleId article{itemOfSearchRow(candidates.integer(0)).value};
            Query text(d->readable(), "SELECT t.text FROM article a JOIN source_text t ON t.id = a.text_id WHERE a.id = ?");
            text.add(article.value);
            if (text.next())
                collectPlaces(article, text.text(0), folded, most, hits);
        }
        return hits;
    });
}

Result<std::vector<Project::AlikeQuotation>> Project::quotationsAlike(const QString &words, int limit) const
{
    return guarded([&]() -> Result<std::vector<AlikeQuotation>> {
        (void)d->readable();
        std::vector<AlikeQuotation> out;
        for (const auto &[id, likeness] : d->quotes.find(*d->quoteRows, match::wordCodes(words), limit))
            out.push_back({{id}, double(likeness)});
        return out;
    });
}

bool Project::loadQuotes(std::chrono::milliseconds budget)
{
    return guarded([&]() -> Result<bool> {
        (void)d->readable();
        return d->quotes.load(*d->quoteRows, budget);
    }).value_or(true); // what cannot be read now is asked of the file each time
}

bool Project::hasLoadedQuotes() const
{
    return d->quotes.isLoaded();
}

Result<std::vector<ArticleId>> Project::articlesAlike(const QString &words, int limit) const
{
    return guarded([&]() -> Result<std::vector<ArticleId>> {
        constexpr qsizetype mostWords = 16;
        QStringList wanted = indexWords(foldedText(words));
        wanted.removeDuplicates();
        // Long words are the rarer ones: they find the article, the others only cost.
        std::ranges::stable_sort(wanted, std::greater(), &QString::size);
        wanted = wanted.first(std::min(mostWords, wanted.size()));
        std::vector<ArticleId> out;
        if (wanted.isEmpty())
            return out;
        Query candidates(d->readable(), "SELECT rowid FROM search WHERE search MATCH ? AND rowid & 15 = 1 ORDER BY rank, rowid LIMIT ?");
        candidates.add(u"body : (\"%1\")"_s.arg(wanted.join(u"\" OR \""_s))).add(qint64(limit));
        while (candidates.next())
            out.push_back({itemOfSearchRow(candidates.integer(0)).value});
        return out;
    });
}

} // namespace onrecord::store
