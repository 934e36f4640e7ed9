// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/sametext.h"
#include "core/store/changes.h"
#include "core/store/connection.h"
#include "core/store/preparedsource.h"

#include <QCache>
#include <QHash>
#include <vector>

namespace onrecord::store {

/// Which articles share their words with a new one, and which was the last from an address: what an import asks for every
/// article. Read from the rows when first asked, kept while only imports follow. Time and memory grow with the number of articles, not
/// with its square.
class TextKin
{
public:
    struct Link {
        qint64 article = 0;
        double likeness = 0;
    };

    /// Reads what is there; keeps the sketches that were missing. Within a transaction.
    void load(Connection &connection);
    /// The most like first, none below leastLikeness; never those in `except`.
    [[nodiscard]] std::vector<Link> find(Connection &connection, const PreparedSource &source, const std::vector<qint64> &except);
    [[nodiscard]] double likenessTo(Connection &connection, const PreparedSource &source, qint64 article);
    /// The newest article from this address; 0 for none.
    [[nodiscard]] qint64 newestAt(const QString &addressKey) const { return addressKey.isEmpty() ? 0 : m_byAddress.value(addressKey); }
    void add(Connection &connection, qint64 article, qint64 text, const PreparedSource &source);
    void forget();

private:
    struct Known {
        qint64 article = 0;
        qint64 text = 0;
    };
    void put(qint64 article, qint64 text, const std::vector<quint32> &sketch, const QString &addressKey);
    [[nodiscard]] std::vector<quint32> candidates(const PreparedSource &source) const;
    [[nodiscard]] const match::WordRuns &runsOf(Connection &connection, const Known &known);

    bool m_loaded = false;
    std::vector<Known> m_known;               ///< in order of coming
    std::vector<quint64> m_sorted;            ///< hash and, in the lower half, index into m_known; ascending
    QHash<quint32, std::vector<quint32>> m_recent; ///< what is not yet in m_sorted
    size_t m_recentCount = 0;
    QHash<QString, qint64> m_byAddress;
    QCache<qint64, match::WordRuns> m_runs{64}; ///< by text
};

/// Regions of articles that stay have changed: what was kept of their texts counts no more and is made again when it is needed.
void forgetSketches(Connection &connection, const std::vector<ChangedRow> &rows);

} // namespace onrecord::store
