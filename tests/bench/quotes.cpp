// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/quoteindex.h"
#include "tests/bench/series.h"
#include "tests/bench/subcommand.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <rapidfuzz/distance/LCSseq.hpp>
#include <sqlite3.h>
#include <sys/resource.h>

namespace onrecord::bench {

namespace {

using namespace Qt::StringLiterals;
using match::QuoteIndex;
using Words = std::vector<quint32>;

constexpr int vocabulary = 60'000;
constexpr int queriesAKind = 2'000;
constexpr int shown = 10; ///< a planted quotation counts as found when it is among so many

/// Quotations as they come in news: words by Zipf's law, half of them with a stock phrase, 6 to 40 words. One seed, one collection.
class Invention
{
public:
    explicit Invention(quint32 seed) : m_random(seed)
    {
        double sum = 0;
        for (int rank = 1; rank <= vocabulary; ++rank) {
            sum += 1.0 / std::pow(rank + 2.7, 1.05);
            m_upTo.push_back(sum);
        }
        for (int i = 0; i < 300; ++i) {
            Words phrase;
            for (int length = 3 + below(4); length > 0; --length)
                phrase.push_back(static_cast<quint32>(below(400)));
            m_phrases.push_back(phrase);
        }
    }

    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint32>(limit)); }
    quint32 word()
    {
        const double at = double(m_random()) / double(std::mt19937::max()) * m_upTo.back();
        return static_cast<quint32>(std::ranges::lower_bound(m_upTo, at) - m_upTo.begin());
    }
    Words quotation()
    {
        Words out;
        const int length = 6 + below(14) + below(22);
        const int phraseAt = below(2) == 0 ? below(length) : -1;
        while (static_cast<int>(out.size()) < length) {
            if (static_cast<int>(out.size()) == phraseAt) {
                const Words &phrase = m_phrases[static_cast<size_t>(below(static_cast<int>(m_phrases.size())))];
                out.insert(out.end(), phrase.begin(), phrase.end());
            }
            out.push_back(word());
        }
        return out;
    }

    Words cut(Words words)
    {
        const int gone = 1 + below(std::max(1, static_cast<int>(words.size()) / 4));
        const int from = 1 + below(std::max(1, static_cast<int>(words.size()) - gone - 1));
        words.erase(words.begin() + from, words.begin() + std::min<int>(from + gone, static_cast<int>(words.size())));
        return words;
    }
    Words swapped(Words words)
    {
        for (int times = 1 + below(2); times > 0; --times)
            words[static_cast<size_t>(below(static_cast<int>(words.size())))] = word();
        return words;
    }
    Words truncated(Words words)
    {
        const int kept = std::max(5, static_cast<int>(words.size()) * (60 + below(30)) / 100);
        if (below(2) == 0)
            words.resize(static_cast<size_t>(std::min<int>(kept, static_cast<int>(words.size()))));
        else
            words.erase(words.begin(), words.end() - std::min<int>(kept, static_cast<int>(words.size())));
        return words;
    }

private:
    std::mt19937 m_random;
    std::vector<double> m_upTo;
    std::vector<Words> m_phrases;
};

QString spelled(quint32 word)
{
    QString out;
    for (quint32 rest = word + 30; rest > 0; rest /= 20) {
        out += QLatin1Char("bcdfghjklmnpqrstvwxz"[rest % 20]);
        out += QLatin1Char("aeiou"[rest % 5]);
    }
    return out;
}

/// As it is printed; `style` decides marks, points and capitals.
QString printed(const Words &words, int style)
{
    QString out = style == 0 ? u"“"_s : u"\""_s;
    for (size_t i = 0; i < words.size(); ++i) {
        QString word = spelled(words[i]);
        if (i == 0 || (style == 1 && i % 9 == 0))
            word[0] = word[0].toUpper();
        out += word + (style == 0 && i % 7 == 6 ? u", "_s : style == 1 && i % 6 == 5 ? u" — "_s : style == 1 && i % 5 == 1 ? u"\n"_s : u" "_s);
    }
    return out.trimmed() + (style == 0 ? u".”"_s : u" …\""_s);
}

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

bool isFound(const std::vector<QuoteIndex::Candidate> &hits, const Planted &planted)
{
    return std::ranges::all_of(planted.from, [&](QuoteIndex::Doc doc) { return std::ranges::find(hits, doc, &QuoteIndex::Candidate::doc) != hits.end(); });
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

std::array<std::pair<QString, std::vector<Planted>>, 5> plant(Invention &invention, const std::vector<Words> &said)
{
    std::array<std::pair<QString, std::vector<Planted>>, 5> out;
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

QJsonObject measureFinding(qint64 n, quint32 seed)
{
    Invention invention(seed);
    std::vector<Words> said;
    said.reserve(static_cast<size_t>(n));
    QuoteIndex index;
    WordTable table;
    QElapsedTimer timer;
    double adding = 0;
    for (qint64 i = 0; i < n; ++i) {
        said.push_back(invention.quotation());
        const Words codes = match::wordCodes(printed(said.back(), 0));
        timer.start();
        index.add(codes);
        adding += milliseconds(timer);
        table.add(i, said.back());
    }
    table.settle();
    timer.start();
    index.settle();
    const double settling = milliseconds(timer) + adding;

    QJsonObject recall;
    Series product;
    Series words;
    Series scan;
    for (auto &[kind, planted] : plant(invention, said)) {
        int found = 0;
        for (size_t i = 0; i < planted.size(); ++i) {
            const QString asked = printed(planted[i].asked, kind == u"re-punctuated" ? 1 : 0);
            timer.start();
            const auto codes = match::wordCodes(asked);
            const auto hits = index.find(codes, shown);
            product.add(milliseconds(timer));
            found += isFound(hits, planted[i]) ? 1 : 0;
            if (i < 20) {
                timer.start();
                (void)table.find(planted[i].asked);
                words.add(milliseconds(timer));
            }
            if (i < 3) {
                timer.start();
                const rapidfuzz::CachedLCSseq<quint32> common(codes.begin(), codes.end());
                size_t best = 0;
                for (QuoteIndex::Doc doc = 0; doc < index.count(); ++doc) {
                    const auto own = index.words(doc);
                    best = std::max(best, static_cast<size_t>(common.similarity(own.begin(), own.end())));
                }
                scan.add(milliseconds(timer) + (best == 0 ? 1e-9 : 0.0));
            }
        }
        recall.insert(kind, double(found) / double(planted.size()));
    }
    return {{u"quotations"_s, n}, {u"index_ms"_s, settling}, {u"recall"_s, recall},
            {u"find_ms"_s, QJsonObject{{u"median"_s, product.median()}, {u"p95"_s, product.p95()}, {u"max"_s, product.max()}}},
            {u"fts5_candidates_ms"_s, QJsonObject{{u"median"_s, words.median()}, {u"p95"_s, words.p95()}}},
            {u"full_scan_ms"_s, QJsonObject{{u"median"_s, scan.median()}, {u"p95"_s, scan.p95()}}},
            {u"times_faster_than_fts5"_s, words.median() / product.median()},
            {u"times_faster_than_scan"_s, scan.median() / product.median()}};
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
    out.insert(u"finding"_s, measureFinding(n, seed));
    out.insert(u"peak_kib"_s, peakMemory());
    return out;
}

} // namespace onrecord::bench
