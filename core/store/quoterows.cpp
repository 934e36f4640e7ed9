// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/quoterows.h"

#include "core/store/meta.h"

#include <QSet>
#include <QStringTokenizer>
#include <algorithm>
#include <cstring>

namespace onrecord::store {

using namespace Qt::StringLiterals;
using Candidate = match::LiveQuotes::Candidate;

namespace {

/// Under this key stand the rules by which the index was made, how many quotations are in it and their sum. Raise the rules with every
/// change of match::wordCodes() or of tokenOf(): an index by other rules is made anew at the next opening.
const QString indexKey = u"quote_index"_s;
const QString rules = u"1"_s;

constexpr int pairBits = 25; ///< of a pair's hash: some 33 million different ones, five letters each

/// A word pair as a word of the FTS5 table.
QByteArray tokenOf(quint32 first, quint32 second)
{
    quint32 rest = match::QuoteIndex::bucketOf(first, second, pairBits);
    QByteArray out(5, 'a');
    for (char &letter : out) {
        letter = "abcdefghijklmnopqrstuvwxyz012345"[rest & 31];
        rest >>= 5;
    }
    return out;
}

QList<QByteArray> tokensOf(std::span<const quint32> words)
{
    QList<QByteArray> out;
    for (size_t i = 0; i + 1 < words.size(); ++i)
        out.append(tokenOf(words[i], words[i + 1]));
    return out;
}

std::vector<quint32> wordsFrom(const QByteArray &blob)
{
    std::vector<quint32> out(static_cast<size_t>(blob.size()) / sizeof(quint32));
    if (!out.empty()) // no pointer to nothing
        qFromLittleEndian<quint32>(blob.constData(), static_cast<qsizetype>(out.size()), out.data());
    return out;
}

QByteArray blobOf(std::span<const quint32> words)
{
    QByteArray out(static_cast<qsizetype>(words.size() * sizeof(quint32)), Qt::Uninitialized);
    if (!words.empty())
        qToLittleEndian<quint32>(words.data(), static_cast<qsizetype>(words.size()), out.data());
    return out;
}

/// One quotation's part of the sum.
quint64 mixed(qint64 quotation, std::span<const quint32> words)
{
    quint64 hash = static_cast<quint64>(quotation) * 0x9e3779b97f4a7c15ULL;
    for (const quint32 word : words) {
        hash = (hash ^ word) * 0xbf58476d1ce4e5b9ULL;
        hash ^= hash >> 29;
    }
    return (hash ^ words.size()) * 0x94d049bb133111ebULL;
}

} // namespace

void QuoteSum::add(qint64 quotation, std::span<const quint32> words)
{
    ++count;
    sum += mixed(quotation, words);
}

void QuoteSum::remove(qint64 quotation, std::span<const quint32> words)
{
    --count;
    sum -= mixed(quotation, words);
}

QuoteSum QuoteRows::wanted()
{
    const QStringList parts = meta(m_connection, indexKey).split(u' ');
    return parts.size() == 3 ? QuoteSum{parts[1].toLongLong(), parts[2].toULongLong(nullptr, 16)} : QuoteSum{-1, 0};
}

void QuoteRows::setWanted(const QuoteSum &sum)
{
    setMeta(m_connection, indexKey, u"%1 %2 %3"_s.arg(rules).arg(sum.count).arg(sum.sum, 16, 16, QChar(u'0')));
}

bool QuoteRows::isMade()
{
    return meta(m_connection, indexKey).startsWith(rules + u' ');
}

std::optional<std::vector<quint32>> QuoteRows::words(qint64 quotation)
{
    Query query(m_connection, "SELECT words FROM quote_words WHERE quotation_id = ?");
    query.add(quotation);
    return query.next() ? std::optional(wordsFrom(query.blob(0))) : std::nullopt;
}

void QuoteRows::put(qint64 quotation, std::span<const quint32> words)
{
    Query keep(m_connection, "INSERT INTO quote_words(quotation_id, words) VALUES(?, ?)");
    keep.add(quotation).add(blobOf(words)).run();
    Query pairs(m_connection, "INSERT INTO quote_pairs(rowid, pairs) VALUES(?, ?)");
    pairs.add(quotation).add(QString::fromLatin1(tokensOf(words).join(' '))).run();
}

void QuoteRows::drop(qint64 quotation)
{
    for (const char *sql : {"DELETE FROM quote_words WHERE quotation_id = ?", "DELETE FROM quote_pairs WHERE rowid = ?"}) {
        Query query(m_connection, sql);
        query.add(quotation).run();
    }
}

std::vector<qint64> QuoteRows::refresh(const std::vector<ChangedRow> &rows)
{
    std::vector<qint64> touched;
    for (const ChangedRow &row : rows) {
        if (row.table == "quotation" && row.hasNewWords)
            touched.push_back(row.id);
    }
    std::ranges::sort(touched);
    const auto twice = std::ranges::unique(touched);
    touched.erase(twice.begin(), twice.end());
    if (touched.empty())
        return touched;
    const QuoteSum before = wanted();
    QuoteSum after = before;
    std::erase_if(touched, [&](qint64 quotation) {
        if (const auto known = m_remembered.constFind(quotation); known != m_remembered.cend()) {
            put(quotation, *known);
            after.add(quotation, *known);
            return false;
        }
        std::optional<std::vector<quint32>> now;
        {
            Query row(m_connection, "SELECT exact FROM quotation WHERE id = ?");
            row.add(quotation);
            if (row.next())
                now = match::wordCodes(row.text(0));
        }
        const auto was = words(quotation);
        if (was == now)
            return true;
        if (was) {
            drop(quotation);
            after.remove(quotation, *was);
        }
        if (now) {
            put(quotation, *now);
            after.add(quotation, *now);
        }
        return false;
    });
    if (after != before)
        setWanted(after);
    return touched;
}

void QuoteRows::rebuild()
{
    m_connection.execute("DELETE FROM quote_words");
    m_connection.execute("INSERT INTO quote_pairs(quote_pairs) VALUES('delete-all')");
    constexpr int atOnce = 1000;
    QuoteSum sum;
    for (qint64 last = 0;;) {
        std::vector<std::pair<qint64, std::vector<quint32>>> page;
        readAnew(last, atOnce, [&](qint64 quotation, std::span<const quint32> words) {
            page.emplace_back(quotation, std::vector<quint32>(words.begin(), words.end()));
        });
        if (page.empty())
            break;
        for (const auto &[quotation, words] : page) {
            put(quotation, words);
            sum.add(quotation, words);
        }
        last = page.back().first;
    }
    setWanted(sum);
}

bool QuoteRows::isComplete()
{
    const Value all = m_connection.value("SELECT count(*) FROM quotation");
    return all == m_connection.value("SELECT count(*) FROM quote_words") && all == m_connection.value("SELECT count(*) FROM quote_pairs_docsize")
        && all == Value(wanted().count);
}

QString QuoteRows::complaint()
{
    QuoteSum should;
    QuoteSum is;
    readAnew(0, -1, [&](qint64 quotation, std::span<const quint32> words) { should.add(quotation, words); });
    read(0, -1, [&](qint64 quotation, std::span<const quint32> words) { is.add(quotation, words); });
    const Value pairs = m_connection.value("SELECT count(*) FROM quote_pairs_docsize WHERE id IN (SELECT id FROM quotation)");
    if (should == is && should == wanted() && pairs == Value(should.count))
        return {};
    return u"%1 of %2 quotations are in the index of quotations, or not by their words; it is made anew at the next opening"_s.arg(is.count).arg(should.count);
}

void QuoteRows::read(qint64 last, int most, const std::function<void(qint64, std::span<const quint32>)> &each)
{
    Query query(m_connection, "SELECT quotation_id, words FROM quote_words WHERE quotation_id > ? ORDER BY quotation_id LIMIT ?");
    query.add(last).add(most);
    while (query.next())
        each(query.integer(0), wordsFrom(query.blob(1)));
}

void QuoteRows::readAnew(qint64 last, int most, const std::function<void(qint64, std::span<const quint32>)> &each)
{
    Query query(m_connection, "SELECT id, exact FROM quotation WHERE id > ? ORDER BY id LIMIT ?");
    query.add(last).add(most);
    while (query.next())
        each(query.integer(0), match::wordCodes(query.text(1)));
}

namespace {

constexpr int mostRead = 256; ///< quotations of one pair; what more have is a stock phrase

} // namespace

std::vector<qint64> QuoteRows::having(const QByteArray &pairs)
{
    std::vector<qint64> found;
    Query query(m_connection, "SELECT rowid FROM quote_pairs WHERE quote_pairs MATCH ? LIMIT ?");
    query.add(QString::fromLatin1(pairs)).add(mostRead);
    while (query.next())
        found.push_back(query.integer(0));
    return found;
}

/// Of a pair that too many have, only the earliest could be read: to count it for those would put them before the right one. Those that have
/// several such pairs at once are few again: as many of them, in the order of the words, as it takes, and then the next ones. So a piece
/// of a quotation that was stitched to another is found as well.
void QuoteRows::addStock(const QList<QByteArray> &stock, match::PairTally &tally)
{
    int left = 8; // questions
    qsizetype count = 2;
    for (qsizetype from = 0; from + 1 < stock.size() && left > 0; from += count - 1) {
        for (count = 2; left > 0; ++count, --left) {
            const auto found = having(stock.sliced(from, std::min(count, stock.size() - from)).join(' '));
            const bool isLast = from + count >= stock.size();
            if (found.size() < mostRead || isLast) {
                tally.add(found);
                break;
            }
        }
    }
}

std::vector<Candidate> QuoteRows::find(std::span<const quint32> asked, int most)
{
    constexpr qsizetype near = 3;
    constexpr qsizetype enough = 2; // telling pairs near a stock pair: what has it has them too
    match::PairTally tally;
    QSet<QByteArray> known;
    const QList<QByteArray> tokens = tokensOf(asked);
    std::vector<bool> isTelling(static_cast<size_t>(tokens.size()));
    std::vector<qsizetype> stockAt;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (known.contains(tokens[i]))
            continue;
        known.insert(tokens[i]);
        const auto found = having(tokens[i]);
        if (found.size() == mostRead) {
            stockAt.push_back(i);
        } else {
            isTelling[static_cast<size_t>(i)] = !found.empty();
            tally.add(found);
        }
    }
    QList<QByteArray> stock;
    for (const qsizetype at : stockAt) {
        const auto from = isTelling.begin() + std::max<qsizetype>(0, at - near);
        const auto to = isTelling.begin() + std::min(tokens.size(), at + near + 1);
        if (std::count(from, to, true) < enough)
            stock.append(tokens[at]);
    }
    addStock(stock, tally);
    if (tally.isEmpty() && !stock.isEmpty())
        tally.add(having(stock.front()));
    std::vector<Candidate> out = tally.best(static_cast<size_t>(most) * 2);
    for (Candidate &candidate : out)
        candidate.likeness = match::likenessOf(asked, words(candidate.id).value_or(std::vector<quint32>()));
    match::keepBest(out, most);
    return out;
}

} // namespace onrecord::store
