// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/connection.h"

#include <QHash>
#include <QVarLengthArray>
#include <span>
#include <vector>

namespace onrecord::store {

/// A quotation's words with what comparing them needs.
struct Wording {
    QString words;              ///< as printed
    QString comparable;         ///< match::comparableWords(): folded, without signs at the ends
    std::vector<quint64> pairs; ///< of neighbouring words, each once, ascending
};

/// `codes`: match::wordCodes() of the words. Pure; any thread.
[[nodiscard]] Wording wordingOf(const QString &words, std::span<const quint32> codes);

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
    /// is in a group already comes first.
    [[nodiscard]] Match find(Connection &connection, AgentId speaker, ArticleId notIn, const Wording &asked);
    void add(AgentId speaker, qint64 quotation, ArticleId article, const Wording &wording);
    void forget() { m_bySpeaker.clear(); }

private:
    struct Said {
        qint64 quotation = 0;
        qint64 article = 0;
        QString words;
        QString comparable;
    };
    struct Speaker {
        std::vector<Said> said;
        QMultiHash<QString, quint32> byWords; ///< whole wordings; indexes into `said`
        QHash<quint64, QVarLengthArray<quint32, 2>> byPair; ///< word pairs; indexes ascending
        void add(qint64 quotation, qint64 article, const Wording &wording);
    };
    /// Those with the same words, then those with most word pairs in common.
    [[nodiscard]] std::vector<quint32> alike(const Speaker &speaker, const Wording &asked);
    Speaker &saidBy(Connection &connection, AgentId speaker);

    QHash<qint64, Speaker> m_bySpeaker;
    std::vector<quint32> m_shared; ///< for alike(): pairs in common, by index; all 0 between calls
};

} // namespace onrecord::store
