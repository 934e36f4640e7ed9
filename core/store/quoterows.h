// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/livequotes.h"
#include "core/store/changes.h"

#include <QHash>
#include <span>
#include <vector>

namespace onrecord::store {

/// What stands in the index, whatever the order in which it came: equal for equal quotations.
struct QuoteSum {
    qint64 count = 0;
    quint64 sum = 0;
    void add(qint64 quotation, std::span<const quint32> words);
    void remove(qint64 quotation, std::span<const quint32> words);
    friend bool operator==(const QuoteSum &, const QuoteSum &) = default;
};

/// The index of quotations in the file: the words of each as numbers (`quote_words`) and, by pairs of neighbouring words, which
/// quotations have them (`quote_pairs`, an FTS5 table whose words are the pairs: it grows with each transaction and merges its
/// parts bit by bit). Holds nothing of its own. Kept true within every change, undo and redo; throws SQLite::Exception.
class QuoteRows
{
public:
    explicit QuoteRows(Connection &connection) : m_connection(connection) {}

    /// The words of a quotation that this transaction inserts, if they are known anyway: spares refresh() making them again.
    void remember(qint64 quotation, const std::vector<quint32> &words) { m_remembered.insert(quotation, words); }
    /// At the end of the transaction.
    void forgetRemembered() { m_remembered.clear(); }
    /// Brings the index up to date for the quotations among these rows. Returns those whose words have changed.
    std::vector<qint64> refresh(const std::vector<ChangedRow> &rows);
    /// Makes the whole index anew. Within a transaction of the caller.
    void rebuild();
    /// Whether it was made by these rules at all.
    [[nodiscard]] bool isMade();
    /// Whether as many quotations are in it as there are.
    [[nodiscard]] bool isComplete();
    /// What is wrong with it, by the words of every quotation; empty when nothing is. O(record).
    [[nodiscard]] QString complaint();

    /// Up to `most` quotations with most word pairs in common, best first: from the file, without having read it before.
    [[nodiscard]] std::vector<match::LiveQuotes::Candidate> find(std::span<const quint32> asked, int most);

    /// The words of a quotation; nothing when it is not there.
    [[nodiscard]] std::optional<std::vector<quint32>> words(qint64 quotation);
    /// The next up to `most` quotations after `last`, by number.
    void read(qint64 last, int most, const std::function<void(qint64, std::span<const quint32>)> &each);
    /// The same from the quotations themselves, for an index that cannot be trusted.
    void readAnew(qint64 last, int most, const std::function<void(qint64, std::span<const quint32>)> &each);
    /// What should stand there by the file's own word.
    [[nodiscard]] QuoteSum wanted();

private:
    /// The earliest quotations that have all of these pairs.
    std::vector<qint64> having(const QByteArray &pairs);
    void addStock(const QList<QByteArray> &stock, match::PairTally &tally);
    void put(qint64 quotation, std::span<const quint32> words);
    void drop(qint64 quotation);
    void setWanted(const QuoteSum &sum);

    Connection &m_connection;
    QHash<qint64, std::vector<quint32>> m_remembered;
};

} // namespace onrecord::store
