// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "core/store/rowwriter.h"
#include "core/store/spokenwords.h"

namespace onrecord::store {

/// Writes one read document with what extraction found in it. Lives within one change; throws what RowWriter throws.
class ArticleWriter
{
public:
    ArticleWriter(RowWriter &writer, SpokenWords &spoken, const Clock &clock)
        : m_writer(writer), m_connection(writer.connection()), m_spoken(spoken), m_clock(clock)
    {
    }

    /// A document whose bytes, or whose folded text, are in the project already becomes a capture of that article.
    Added add(const NewArticle &article);

    /// The folded text of the article just added and the row of its text: the search index need not fold again.
    [[nodiscard]] const QString &foldedText() const { return m_folded; }
    [[nodiscard]] qint64 textId() const { return m_textId; }

private:
    [[nodiscard]] qint64 keepBytes(const QByteArray &original, const QByteArray &digest);
    [[nodiscard]] qint64 keepText(const QString &text, const QByteArray &foldedDigest);
    [[nodiscard]] ArticleId twin(const QByteArray &bytesDigest, const QByteArray &foldedDigest);
    void addCapture(ArticleId article, qint64 bytesId, const QString &fileName, qint64 at);
    ArticleId addArticleRow(const NewArticle &article, qint64 bytesId, qint64 at);
    AgentId agentFor(const extract::FoundAgent &found);
    void addForms(AgentId agent, const extract::FoundAgent &found);
    void addAgents(const extract::Extraction &extraction, ArticleId article);
    void addQuotations(const extract::Extraction &extraction, ArticleId article);
    void addFigures(const extract::Extraction &extraction, ArticleId article);
    void addDates(const extract::Extraction &extraction, ArticleId article);
    /// The utterance of another article's quotation that says the same; made when there is none yet. NULL when nothing does.
    [[nodiscard]] Value utteranceFor(AgentId speaker, ArticleId article, const QString &words);
    [[nodiscard]] AgentId agentAt(int index) const;

    RowWriter &m_writer;
    Connection &m_connection;
    SpokenWords &m_spoken;
    const Clock &m_clock;
    QString m_text;
    QString m_folded;
    qint64 m_textId = 0;
    std::vector<AgentId> m_agents; // by index of Extraction::agents
    std::vector<std::pair<Span, qint64>> m_quotations;
};

} // namespace onrecord::store
