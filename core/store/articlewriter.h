// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/knownagents.h"
#include "core/store/preparedsource.h"
#include "core/store/project.h"
#include "core/store/rowwriter.h"
#include "core/store/spokenwords.h"
#include "core/store/textkin.h"
#include "core/store/twins.h"

#include <QSet>
#include <unordered_map>

namespace onrecord::store {

/// What imports remember of the record from one article to the next.
struct ImportMemory {
    SpokenWords spoken;
    KnownAgents agents;
    TextKin kin;
    TwinsOfTexts twins;
    void forget()
    {
        spoken.forget();
        agents.forget();
        kin.forget();
        twins.forget();
    }
};

/// The quotations and figures of an article by their places: many marks may be put into it.
class MarkableArticle
{
public:
    MarkableArticle(Connection &connection, ArticleId article);
    void add(ItemId item, Span span, bool isRejected);
    /// Of these very words, rejected ones too; null when there is none.
    [[nodiscard]] QuotationId quotationAt(Span place) const { return m_quotations.value({place.start, place.end}); }
    /// The shortest quotation or figure that these words are, or stand in; null when there is none.
    [[nodiscard]] ItemId around(Span place, const QString &text) const;

private:
    QHash<std::pair<qint32, qint32>, QuotationId> m_quotations;
    std::vector<std::pair<Span, ItemId>> m_items;
};

/// A span that extraction or reading gave must be inside the text and cut no character in two: throws
/// Refusal{BadInput}.
void requireSpan(Span span, const QString &text, bool mayBeEmpty = false);

/// Writes read documents with what extraction found in them. Lives within one change; throws what RowWriter throws.
class ArticleWriter
{
public:
    ArticleWriter(RowWriter &writer, ImportMemory &memory, const Clock &clock)
        : m_writer(writer), m_connection(writer.connection()), m_spoken(memory.spoken), m_known(memory.agents), m_kin(memory.kin), m_twins(memory.twins), m_clock(clock)
    {
    }

    /// A document whose bytes, or whose folded text, are in the project already becomes a capture of that article, unless it says that it was
    /// printed elsewhere (match::isSamePrint): then it is an article of its own, linked to the one with its text.
    Added add(const NewArticle &article);

    /// The article read anew with other regions: see Project::restrike(). Its kin is judged anew too.
    Restruck restrike(const Restriking &restriking);

    /// Of the article just added: what was made of it, and the row of its text.
    [[nodiscard]] const PreparedSource &source() const { return *m_source; }
    [[nodiscard]] qint64 textId() const { return m_textId; }
    /// Its quotations, in the order in which they were found; none of a duplicate.
    [[nodiscard]] const std::vector<std::pair<Span, qint64>> &quotations() const { return m_quotations; }

private:
    /// The row of these bytes, and whether they are new.
    [[nodiscard]] std::pair<qint64, bool> keepBytes(const QByteArray &original);
    [[nodiscard]] qint64 keepText();
    void keepRecognition(const Recognition &recognition, qint64 bytesId);
    void addCapture(ArticleId article, qint64 bytesId, const QString &fileName, qint64 at);
    ArticleId addArticleRow(const NewArticle &article, qint64 bytesId, qint64 at);
    /// `keys`: of every name found.
    AgentId agentFor(const extract::FoundAgent &found, const QStringList &keys);
    // Who an entry of a list is, in articleentries.cpp. `hasTwin`: another entry of the list has their name.
    AgentId entryFor(const extract::FoundAgent &found, const QStringList &keys, bool hasTwin);
    [[nodiscard]] bool isEntry(AgentId agent);
    /// Their lines of the lists that are here.
    [[nodiscard]] QStringList listLinesOf(AgentId agent);
    /// The one of them whose line of a list ends in `entry`; nobody where that is none or more than one.
    [[nodiscard]] AgentId ofEntry(const std::vector<const match::KnownAgent *> &some, const QString &entry);
    /// Who have exactly the name.
    [[nodiscard]] std::vector<const match::KnownAgent *> namesakes(const extract::FoundAgent &found);
    [[nodiscard]] bool isNameOfSeveral(const extract::FoundAgent &found);
    /// Whom a list of something else names: of namesakes the one of the entry.
    [[nodiscard]] AgentId referredTo(const extract::FoundAgent &found, const QStringList &keys);
    /// Says of the one just added and of m_alike that they may be one.
    void noteAlike(AgentId added);
    AgentId addAgent(const extract::FoundAgent &found);
    void updateAgent(AgentId agent, const extract::FoundAgent &found);
    void updateRole(AgentId agent, const extract::FoundAgent &found);
    /// `mayMove`: of each agent, whether nobody has settled their organisation.
    void addAffiliations(const extract::Extraction &extraction, const std::vector<bool> &mayMove);
    void addForms(AgentId id, const extract::FoundAgent &found, const PreparedAgent &prepared);
    void addAgents(const extract::Extraction &extraction, ArticleId article);
    void addQuotations(const extract::Extraction &extraction, ArticleId article);
    void addFigures(const extract::Extraction &extraction, ArticleId article);
    void addDates(const extract::Extraction &extraction, ArticleId article);
    // What a file states, in articlestated.cpp.
    void addStated(AgentId agent, const extract::FoundAgent &found);
    void addName(AgentId agent, const QString &name, NameType type);
    /// Nothing without words, and nothing that is there already; whether it was added.
    bool addNote(ItemId about, const QString &text);
    void addEvents(const extract::Extraction &extraction, ArticleId article);
    /// Annotations of an article that is here: they go to it, or to an earlier version in which alone their words stand.
    Added annotate(const NewArticle &article, ArticleId known); // this and the next ones in articlemarks.cpp
    void addMarks(const io::ReadDocument &document, ArticleId article);
    void addMark(const io::MarkedPassage &mark, ArticleId article);
    /// The quotation of these very words, made a decided one; made where there is none. That of somebody else around them stays theirs.
    ItemId quotationOf(const io::MarkedPassage &mark, ArticleId article);
    QuotationId addMarked(const io::MarkedPassage &mark, ArticleId article);
    void mergeMark(const io::MarkedPassage &mark, QuotationId known);
    /// Says of a quotation whose speaker is named who that is, where it is nobody for certain.
    void noteUnclear(const io::MarkedPassage &mark, AgentId speaker, QuotationId quotation);
    [[nodiscard]] MarkableArticle &markable(ArticleId article);
    /// Who is named, where they are here and it is certain who is meant.
    [[nodiscard]] AgentId knownSpeaker(const io::MarkedPassage &mark);
    /// Likewise; who is not here is added, and nobody where several have the name.
    AgentId speakerNamed(const io::MarkedPassage &mark);
    /// The versions before `newest`, itself included, newest first.
    [[nodiscard]] std::vector<qint64> versionsTo(qint64 newest) const;
    /// `readBefore`: the article of the same bytes; null where the bytes are new.
    void addVersion(Added &added, ArticleId readBefore);
    /// `twins`: articles with the same folded text.
    void addSameTexts(Added &added, const Twins &twins);
    /// The utterance of another article's quotation that says the same; made when there is none yet. NULL when nothing does.
    [[nodiscard]] Value utteranceFor(AgentId speaker, ArticleId article, const Wording &words);
    [[nodiscard]] AgentId agentAt(int index) const;
    void writeRegions(ArticleId article, const std::vector<Region> &was, const std::vector<Region> &now);
    /// Who the agents of an extraction are by the mentions of the article that the record has.
    void recognizeAgents(ArticleId article, const extract::Extraction &extraction);
    void changeRegions(ArticleId article, std::vector<Region> was, const std::vector<Region> &now);
    /// Figures that stood before in quotations which have just come or gone: `known`, as they were found again, with their undecided rows.
    void linkFigures(const std::vector<std::pair<extract::FoundFigure, qint64>> &known);
    void linkLooseFigures(ArticleId article);
    void judgeKinAnew(ArticleId article);

    RowWriter &m_writer;
    Connection &m_connection;
    SpokenWords &m_spoken;
    KnownAgents &m_known;
    TextKin &m_kin;
    TwinsOfTexts &m_twins;
    const Clock &m_clock;
    std::shared_ptr<const PreparedSource> m_source;
    QString m_text;
    qint64 m_textId = 0;
    std::vector<AgentId> m_agents; // by index of Extraction::agents
    std::vector<AgentId> m_sureAgents; // likewise, before they are looked for; null or missing: to be looked for
    AgentId m_alike; // who may be the entry last looked for, and is not taken for it
    std::unordered_map<qint64, MarkableArticle> m_markable; // while one document is added
    QHash<ItemId, QSet<QString>> m_notes;                    // likewise: what is noted
    QHash<qint64, QString> m_listTexts; // some of them, by their rows
    std::vector<std::pair<Span, qint64>> m_quotations;
};

} // namespace onrecord::store
