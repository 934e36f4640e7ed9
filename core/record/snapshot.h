// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"

#include <QHash>
#include <memory>
#include <span>
#include <vector>

namespace onrecord {

/// The whole record of a project at one moment, without article texts and bytes. Immutable once built; made on the store's
/// thread, shared by value (SnapshotPtr) and read from any thread without locks. Rows are ordered by id.
/// Rejected rows are in it (views hide them through the filter), deleted ones are not.
class Snapshot
{
public:
    struct Rows {
        std::vector<Outlet> outlets;
        std::vector<Article> articles;
        std::vector<Agent> agents;
        std::vector<Mention> mentions;
        std::vector<Quotation> quotations;
        std::vector<Figure> figures;
        std::vector<DateMention> dates;
        std::vector<Event> events;
        std::vector<Utterance> utterances;
        std::vector<Claim> claims;
        std::vector<Grade> grades;
        std::vector<Relation> relations;
        std::vector<Note> notes;
        std::vector<Kinship> kinships;
        std::vector<Carry> carries;
        double sameTextFrom = usualLikeness; ///< the likeness that counts as the same text
    };

    Snapshot() = default;
    /// Sorts the rows by id and builds the look-ups: O(n log n).
    explicit Snapshot(Rows rows, quint64 revision = 0);

    [[nodiscard]] quint64 revision() const { return m_revision; } ///< grows with every change set
    [[nodiscard]] const std::vector<Outlet> &outlets() const { return m_rows.outlets; }
    [[nodiscard]] const std::vector<Article> &articles() const { return m_rows.articles; }
    [[nodiscard]] const std::vector<Agent> &agents() const { return m_rows.agents; }
    [[nodiscard]] const std::vector<Mention> &mentions() const { return m_rows.mentions; }
    [[nodiscard]] const std::vector<Quotation> &quotations() const { return m_rows.quotations; }
    [[nodiscard]] const std::vector<Figure> &figures() const { return m_rows.figures; }
    [[nodiscard]] const std::vector<DateMention> &dates() const { return m_rows.dates; }
    [[nodiscard]] const std::vector<Event> &events() const { return m_rows.events; }
    [[nodiscard]] const std::vector<Utterance> &utterances() const { return m_rows.utterances; }
    [[nodiscard]] const std::vector<Claim> &claims() const { return m_rows.claims; }
    /// The scale of verdicts, by number; empty while nobody has made one.
    [[nodiscard]] const std::vector<Grade> &grades() const { return m_rows.grades; }
    [[nodiscard]] const std::vector<Relation> &relations() const { return m_rows.relations; }
    [[nodiscard]] const std::vector<Note> &notes() const { return m_rows.notes; }
    [[nodiscard]] const std::vector<Kinship> &kinships() const { return m_rows.kinships; }
    [[nodiscard]] const std::vector<Carry> &carries() const { return m_rows.carries; }

    /// The row with this id, or nullptr. O(log n). The pointer lives as long as the snapshot.
    [[nodiscard]] const Outlet *outlet(OutletId id) const;
    [[nodiscard]] const Article *article(ArticleId id) const;
    [[nodiscard]] const Agent *agent(AgentId id) const;
    [[nodiscard]] const Mention *mention(MentionId id) const;
    [[nodiscard]] const Quotation *quotation(QuotationId id) const;
    [[nodiscard]] const Figure *figure(FigureId id) const;
    [[nodiscard]] const DateMention *date(DateMentionId id) const;
    [[nodiscard]] const Event *event(EventId id) const;
    [[nodiscard]] const Utterance *utterance(UtteranceId id) const;
    [[nodiscard]] const Claim *claim(ClaimId id) const;
    [[nodiscard]] const Note *note(NoteId id) const;
    [[nodiscard]] const Kinship *kinship(KinshipId id) const;
    [[nodiscard]] const Carry *carry(CarryId id) const;
    [[nodiscard]] bool has(ItemId id) const; ///< is there a row of this type with this id? False for a null id.

    /// Ids in text order of one article, or by id for an agent; empty when there are none.
    [[nodiscard]] std::span<const QuotationId> quotationsIn(ArticleId id) const;
    [[nodiscard]] std::span<const FigureId> figuresIn(ArticleId id) const;
    [[nodiscard]] std::span<const DateMentionId> datesIn(ArticleId id) const;
    [[nodiscard]] std::span<const MentionId> mentionsIn(ArticleId id) const;
    [[nodiscard]] std::span<const QuotationId> quotationsBy(AgentId id) const;
    [[nodiscard]] std::span<const MentionId> mentionsOf(AgentId id) const;
    [[nodiscard]] std::span<const ArticleId> articlesOf(OutletId id) const;
    [[nodiscard]] std::span<const QuotationId> variantsOf(UtteranceId id) const;
    [[nodiscard]] std::span<const KinshipId> kinOf(ArticleId id) const;         ///< from either side
    /// All articles that print the same text, this one included, first print first; empty when it is the only one. See syndication.h.
    [[nodiscard]] std::span<const ArticleId> syndicationGroup(ArticleId id) const;
    [[nodiscard]] double sameTextFrom() const { return m_rows.sameTextFrom; }
    [[nodiscard]] std::span<const CarryId> carriesOf(QuotationId id) const;     ///< of a quotation in an earlier version

    [[nodiscard]] std::span<const RelationId> relationsOf(ItemId passage) const; ///< from either side
    [[nodiscard]] const Relation *relation(RelationId id) const;

    /// The outlet's name of an article; empty when it has none.
    [[nodiscard]] QString outletName(ArticleId id) const;

private:
    Rows m_rows;
    quint64 m_revision = 0;
    QHash<ArticleId, std::vector<QuotationId>> m_quotationsIn;
    QHash<ArticleId, std::vector<FigureId>> m_figuresIn;
    QHash<ArticleId, std::vector<DateMentionId>> m_datesIn;
    QHash<ArticleId, std::vector<MentionId>> m_mentionsIn;
    QHash<AgentId, std::vector<QuotationId>> m_quotationsBy;
    QHash<AgentId, std::vector<MentionId>> m_mentionsOf;
    QHash<OutletId, std::vector<ArticleId>> m_articlesOf;
    QHash<UtteranceId, std::vector<QuotationId>> m_variantsOf;
    QHash<ArticleId, std::vector<KinshipId>> m_kinOf;
    QHash<QuotationId, std::vector<CarryId>> m_carriesOf;
    QHash<ItemId, std::vector<RelationId>> m_relationsOf;
    std::vector<std::vector<ArticleId>> m_groups;
    QHash<ArticleId, size_t> m_groupOf;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace onrecord
