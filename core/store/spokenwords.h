// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/connection.h"

#include <QHash>
#include <vector>

namespace onrecord::store {

/// What each agent has said so far, folded for comparison: an import asks for every new quotation. Read from the rows when an
/// agent is first asked for, kept while only imports follow.
class SpokenWords
{
public:
    struct Match {
        qint64 quotation = 0; ///< 0: nobody else prints these words
        qint64 utterance = 0; ///< its group; 0 when it has none yet
    };

    /// Another article's quotation of this speaker that reports the same words (match::isSameUtterance or a variant of them); one that
    /// is in a group already comes first. `words` as printed.
    [[nodiscard]] Match find(Connection &connection, AgentId speaker, ArticleId notIn, const QString &words);
    void add(AgentId speaker, qint64 quotation, ArticleId article, const QString &words);
    void forget() { m_bySpeaker.clear(); }

private:
    struct Said {
        qint64 quotation = 0;
        qint64 article = 0;
        QString words;      ///< as printed
        QString comparable; ///< folded, without signs at the ends
    };
    struct Speaker {
        std::vector<Said> said;
        QMultiHash<QString, size_t> byWords; ///< whole wordings
        QMultiHash<quint64, size_t> byPair;  ///< word pairs
        void add(Said one);
        [[nodiscard]] std::vector<size_t> alike(const QString &words) const;
    };
    Speaker &saidBy(Connection &connection, AgentId speaker);

    QHash<qint64, Speaker> m_bySpeaker;
};

} // namespace onrecord::store
