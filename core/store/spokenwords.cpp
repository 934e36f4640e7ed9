// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/spokenwords.h"
#include "core/match/sameutterance.h"

namespace onrecord::store {

std::vector<SpokenWords::Said> &SpokenWords::saidBy(Connection &connection, AgentId speaker)
{
    auto it = m_bySpeaker.find(speaker.value);
    if (it == m_bySpeaker.end()) {
        it = m_bySpeaker.insert(speaker.value, {});
        Query query(connection, "SELECT id, article_id, exact FROM quotation WHERE speaker_id = ? ORDER BY id");
        query.add(speaker.value);
        while (query.next())
            it->push_back({query.integer(0), query.integer(1), match::comparableWords(query.text(2))});
    }
    return *it;
}

SpokenWords::Match SpokenWords::find(Connection &connection, AgentId speaker, ArticleId notIn, const QString &words)
{
    Match best;
    for (const Said &said : saidBy(connection, speaker)) {
        if (said.article == notIn.value || !match::isSameUtterance(words, said.words))
            continue;
        Query row(connection, "SELECT utterance_id FROM quotation WHERE id = ? AND status <> 4");
        row.add(said.quotation);
        if (!row.next())
            continue;
        if (!row.isNull(0))
            return {said.quotation, row.integer(0)};
        if (best.quotation == 0)
            best.quotation = said.quotation;
    }
    return best;
}

void SpokenWords::add(AgentId speaker, qint64 quotation, ArticleId article, const QString &words)
{
    if (const auto it = m_bySpeaker.find(speaker.value); it != m_bySpeaker.end())
        it->push_back({quotation, article.value, words});
}

} // namespace onrecord::store
