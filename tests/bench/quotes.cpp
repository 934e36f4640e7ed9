// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/match/quoteindex.h"
#include "core/store/project.h"
#include "tests/bench/inventedquotes.h"
#include "tests/bench/series.h"
#include "tests/bench/subcommand.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>
#include <algorithm>
#include <array>
#include <rapidfuzz/distance/LCSseq.hpp>
#include <sqlite3.h>
#include <sys/resource.h>

namespace onrecord::bench {

namespace {

using namespace Qt::StringLiterals;
using match::QuoteIndex;

constexpr int queriesAKind = 2'000;
constexpr int shown = 10; ///< a planted quotation counts as found when it is among so many

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

qint64 peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

struct Planted {
    Words asked;
    std::vector<QuoteIndex::Doc> from; ///< all of them must be found
};

using Answers = std::vector<store::Project::AlikeQuotation>;

/// The quotations of a project are numbered as they came.
bool isFound(const Answers &answers, const Planted &planted)
{
    return std::ranges::all_of(planted.from, [&](QuoteIndex::Doc doc) { return std::ranges::contains(answers, QuotationId{qint64(doc) + 1}, &store::Project::AlikeQuotation::id); });
}

/// An article that holds these quotations and nothing else, as reading and extraction would give it.
store::NewArticle articleOf(std::span<const Words> said, qint64 number)
{
    store::NewArticle out;
    out.fileName = u"invented%1.txt"_s.arg(number);
    QString &text = out.document.text;
    for (const Words &words : said) {
        const QString quotation = printed(words, 0);
        extract::FoundQuotation found;
        found.content = {static_cast<qint32>(text.size()) + 1, static_cast<qint32>(text.size() + quotation.size()) - 1};
        found.kind = Kind::Statement;
        found.directness = Directness::Direct;
        out.extraction.quotations.push_back(found);
        text += quotation + u'\n';
    }
    out.original = text.toUtf8();
    return out;
}

/// The same quotations in SQLite's full-text index, alone and in memory: what it would take to get candidates from it.
class WordTable
{
public:
    WordTable()
    {
        sqlite3_open(":memory:", &m_base);
        run("CREATE VIRTUAL TABLE said USING fts5(words, content='', columnsize=0, detail=none)");
        run("BEGIN");
        sqlite3_prepare_v2(m_base, "INSERT INTO said(rowid, words) VALUES(?, ?)", -1, &m_insert, nullptr);
        sqlite3_prepare_v2(m_base, "SELECT rowid FROM said WHERE said MATCH ? LIMIT 2000", -1, &m_find, nullptr);
    }
    ~WordTable()
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_find);
        sqlite3_close(m_base);
    }
    Q_DISABLE_COPY_MOVE(WordTable)
    void add(qint64 id, const Words &words)
    {
        const QByteArray text = joined(words, " ");
        sqlite3_bind_int64(m_insert, 1, id);
        sqlite3_bind_text(m_insert, 2, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
        sqlite3_step(m_insert);
        sqlite3_reset(m_insert);
    }
    void settle() { run("COMMIT"); }
    qint64 find(const Words &words)
    {
        const QByteArray text = joined(words, " OR ");
        sqlite3_bind_text(m_find, 1, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
        qint64 count = 0;
        while (sqlite3_step(m_find) == SQLITE_ROW)
            ++count;
        sqlite3_reset(m_find);
        return count;
    }

private:
    static QByteArray joined(const Words &words, const char *between)
    {
        QByteArrayList out;
        for (const quint32 word : words)
            out.append('w' + QByteArray::number(word));
        return out.join(between);
    }
    void run(const char *sql) { sqlite3_exec(m_base, sql, nullptr, nullptr, nullptr); }

    sqlite3 *m_base = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_find = nullptr;
};

using AllPlanted = std::array<std::pair<QString, std::vector<Planted>>, 5>;

AllPlanted plant(Invention &invention, const std::vector<Words> &said)
{
    AllPlanted out;
    const std::array names{u"cut"_s, u"swapped"_s, u"truncated"_s, u"re-punctuated"_s, u"stitched"_s};
    for (size_t kind = 0; kind < names.size(); ++kind) {
        out[kind].first = names[kind];
        for (int i = 0; i < queriesAKind; ++i) {
            const auto doc = static_cast<QuoteIndex::Doc>(invention.below(static_cast<int>(said.size())));
            const Words &words = said[doc];
            Planted one{{}, {doc}};
            if (kind == 0)
                one.asked = invention.cut(words);
            else if (kind == 1)
                one.asked = invention.swapped(words);
            else if (kind == 2)
                one.asked = invention.truncated(words);
            else if (kind == 3)
                one.asked = words;
            else {
                const auto other = static_cast<QuoteIndex::Doc>(invention.below(static_cast<int>(said.size())));
                one.from.push_back(other);
                one.asked.assign(words.begin(), words.begin() + static_cast<ptrdiff_t>((words.size() * 2 + 2) / 3));
                const Words &tail = said[other];
                one.asked.insert(one.asked.end(), tail.end() - static_cast<ptrdiff_t>((tail.size() * 2 + 2) / 3), tail.end());
            }
            out[kind].second.push_back(std::move(one));
        }
    }
    return out;
}

QJsonObject spread(const Series &series)
{
    return {{u"median"_s, series.median()}, {u"p95"_s, series.p95()}, {u"max"_s, series.max()}};
}

/// Asks the project about everything that was planted: how long each answer took, and which part of each kind was found.
QJsonObject askProject(const store::Project &project, const AllPlanted &all, size_t most, Series &times)
{
    QJsonObject recall;
    QElapsedTimer timer;
    for (const auto &[kind, planted] : all) {
        const size_t asked = std::min(most, planted.size());
        int found = 0;
        for (size_t i = 0; i < asked; ++i) {
            const QString words = printed(planted[i].asked, kind == u"re-punctuated" ? 1 : 0);
            timer.start();
            const auto answers = project.quotationsAlike(words, shown);
            times.add(milliseconds(timer));
            found += answers && isFound(*answers, planted[i]) ? 1 : 0;
        }
        recall.insert(kind, double(found) / double(asked));
    }
    return recall;
}

/// What it would take without such an index: candidates from FTS5 alone, and every quotation compared.
void askBaselines(const AllPlanted &all, WordTable &table, const std::vector<Words> &codes, Series &words, Series &scan)
{
    QElapsedTimer timer;
    for (const auto &[kind, planted] : all) {
        for (size_t i = 0; i < std::min<size_t>(20, planted.size()); ++i) {
            timer.start();
            (void)table.find(planted[i].asked);
            words.add(milliseconds(timer));
        }
        for (size_t i = 0; i < std::min<size_t>(3, planted.size()); ++i) {
            const Words asked = match::wordCodes(printed(planted[i].asked, 0));
            timer.start();
            const rapidfuzz::CachedLCSseq<quint32> common(asked.begin(), asked.end());
            size_t best = 0;
            for (const Words &own : codes)
                best = std::max(best, static_cast<size_t>(common.similarity(own.begin(), own.end())));
            scan.add(milliseconds(timer) + (best == 0 ? 1e-9 : 0.0));
        }
    }
}

/// Through a real project: filled by its store, opened anew, asked before and after its index is in memory.
Measured measureFinding(qint64 n, quint32 seed)
{
    constexpr qint64 inArticle = 20;
    constexpr size_t articlesAtOnce = 50;
    constexpr size_t askedCold = 400;
    Invention invention(seed);
    std::vector<Words> said;
    std::vector<Words> codes;
    WordTable table;
    for (qint64 i = 0; i < n; ++i) {
        said.push_back(invention.quotation());
        codes.push_back(match::wordCodes(printed(said.back(), 0)));
        table.add(i, said.back());
    }
    table.settle();

    const QTemporaryDir work;
    const QString path = work.filePath(u"quotes.onrecord"_s);
    const auto clock = std::make_shared<SystemClock>();
    auto project = store::Project::create(path, clock);
    if (!project)
        return std::unexpected(project.error().detail);
    QElapsedTimer timer;
    double importing = 0;
    std::vector<store::NewArticle> articles;
    for (qint64 from = 0; from < n; from += inArticle) {
        articles.push_back(articleOf(std::span(said).subspan(static_cast<size_t>(from), static_cast<size_t>(std::min(inArticle, n - from))), from));
        if (articles.size() < articlesAtOnce && from + inArticle < n)
            continue;
        timer.start();
        for (const auto &added : (*project)->addArticles(articles)) {
            if (!added)
                return std::unexpected(added.error().detail);
        }
        importing += milliseconds(timer);
        articles.clear();
    }
    project->reset();
    timer.start();
    project = store::Project::open(path, clock);
    if (!project)
        return std::unexpected(project.error().detail);
    const double opening = milliseconds(timer);

    const AllPlanted planted = plant(invention, said);
    Series cold;
    Series loaded;
    Series words;
    Series scan;
    const QJsonObject coldRecall = askProject(**project, planted, askedCold, cold);
    timer.start();
    double longestSlice = 0;
    for (bool isDone = false; !isDone;) {
        QElapsedTimer slice;
        slice.start();
        isDone = (*project)->loadQuotes(std::chrono::milliseconds(4));
        longestSlice = std::max(longestSlice, milliseconds(slice));
        if (!isDone)
            QThread::usleep(200);
    }
    const double loading = milliseconds(timer);
    const QJsonObject recall = askProject(**project, planted, queriesAKind, loaded);
    askBaselines(planted, table, codes, words, scan);
    return QJsonObject{{u"quotations"_s, n},
                       {u"import_ms"_s, importing},
                       {u"open_ms"_s, opening},
                       {u"file_bytes"_s, QFileInfo(path).size()},
                       {u"from_file"_s, QJsonObject{{u"recall"_s, coldRecall}, {u"find_ms"_s, spread(cold)}}},
                       {u"load_ms"_s, loading},
                       {u"longest_load_slice_ms"_s, longestSlice},
                       {u"in_memory"_s, QJsonObject{{u"recall"_s, recall}, {u"find_ms"_s, spread(loaded)}}},
                       {u"fts5_candidates_ms"_s, spread(words)},
                       {u"full_scan_ms"_s, spread(scan)},
                       {u"times_faster_than_fts5"_s, words.median() / loaded.median()},
                       {u"times_faster_than_scan"_s, scan.median() / loaded.median()},
                       {u"from_file_times_faster_than_fts5"_s, words.median() / cold.median()}};
}

/// A fifth of the quotations report what another said: unchanged, cut, with a word swapped, or truncated.
QJsonObject measureGrouping(qint64 n, quint32 seed)
{
    Invention invention(seed + 1);
    std::vector<Words> said;
    std::vector<quint32> truth;
    QuoteIndex index;
    for (qint64 i = 0; i < n; ++i) {
        Words words = invention.quotation();
        auto source = static_cast<quint32>(i);
        if (i > 10 && invention.below(5) == 0) {
            source = truth[static_cast<size_t>(invention.below(static_cast<int>(i)))];
            const Words &base = said[source];
            const int how = invention.below(4);
            words = how == 0 ? base : how == 1 ? invention.cut(base) : how == 2 ? invention.swapped(base) : invention.truncated(base);
        }
        truth.push_back(source);
        index.add(words);
        said.push_back(std::move(words));
    }
    QElapsedTimer timer;
    timer.start();
    index.settle();
    const auto groups = index.groups();
    const double took = milliseconds(timer);
    qint64 pairs = 0;
    qint64 found = 0;
    qint64 wrong = 0;
    for (size_t i = 0; i < truth.size(); ++i) {
        if (truth[i] != i) {
            ++pairs;
            found += groups[i] == groups[truth[i]] ? 1 : 0;
        }
        // A quotation in a group whose first member reports something else was merged wrongly.
        wrong += groups[i] != i && truth[groups[i]] != truth[i] ? 1 : 0;
    }
    return {{u"quotations"_s, n}, {u"ms"_s, took}, {u"pairs"_s, pairs}, {u"pair_recall"_s, pairs == 0 ? 1.0 : double(found) / double(pairs)},
            {u"wrong_merges"_s, wrong}, {u"wrong_per_100000"_s, double(wrong) * 100'000 / double(n)}};
}

} // namespace

Measured measureQuotes(const Amounts &amounts)
{
    const qint64 n = amounts.n > 0 ? amounts.n : 1'000'000;
    constexpr quint32 seed = 20310506;
    QJsonObject out{{u"n"_s, n}, {u"seed"_s, qint64(seed)}};
    out.insert(u"grouping"_s, measureGrouping(n, seed));
    const auto finding = measureFinding(n, seed);
    if (!finding)
        return finding;
    out.insert(u"finding"_s, *finding);
    out.insert(u"peak_kib"_s, peakMemory());
    return out;
}

} // namespace onrecord::bench
