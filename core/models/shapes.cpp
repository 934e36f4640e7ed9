// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/shapes.h"

#include "core/models/rowlookup.h"
#include "core/record/speakers.h"
#include "core/record/syndication.h"

#include <algorithm>

namespace onrecord::models {

namespace {

Dated publishedOf(const Snapshot &record, ArticleId id)
{
    const Article *row = record.article(id);
    return row ? row->published : Dated();
}

/// "Title (Outlet)" of the first printed other article of the group that is no version of this one.
QString sameTextAs(const Snapshot &record, ArticleId id)
{
    const auto group = record.syndicationGroup(id);
    if (group.empty())
        return {};
    const std::vector<ArticleId> versions = versionsOf(record, id);
    const auto other = std::ranges::find_if(group, [&versions](ArticleId one) { return !std::ranges::contains(versions, one); });
    if (other == group.end())
        return {};
    const QString outlet = record.outletName(*other);
    return outlet.isEmpty() ? titleOf(record, *other) : QStringLiteral("%1 (%2)").arg(titleOf(record, *other), outlet);
}

int countAt(const std::vector<int> &counts, size_t at)
{
    return at < counts.size() ? counts[at] : 0;
}

/// A shape whose rows are one vector of the snapshot.
template<class Row, ItemType type, const std::vector<Row> &(Snapshot::*rowsOf)() const, std::vector<bool> explore::Visible::*flags>
class RowsShape : public Shape
{
public:
    [[nodiscard]] size_t total(const Snapshot &record) const override { return rows(record).size(); }
    [[nodiscard]] ItemId item(const Snapshot &record, size_t at) const override { return rows(record)[at].id; }
    [[nodiscard]] std::optional<size_t> position(const Snapshot &record, ItemId item) const override
    {
        return item.type == type ? positionOf(rows(record), decltype(Row::id){item.value}) : std::nullopt;
    }
    [[nodiscard]] bool isShown(const Snapshot &, const explore::Visible &visible, size_t at) const override { return flag(visible.*flags, at); }

protected:
    [[nodiscard]] static const std::vector<Row> &rows(const Snapshot &record) { return (record.*rowsOf)(); }
};

class ArticleShape final : public RowsShape<Article, ItemType::Article, &Snapshot::articles, &explore::Visible::articles>
{
public:
    [[nodiscard]] int columnCount() const override { return ArticleColumn::Count_; }
    [[nodiscard]] QString words(const Snapshot &record, size_t at) const override
    {
        const Article &row = rows(record)[at];
        return titleOf(row) + u'\n' + record.outletName(row.id) + u'\n' + row.authors.join(u' ');
    }
    [[nodiscard]] Counts count(const Snapshot &record, const explore::Visible &visible) const override
    {
        Counts counts;
        counts.quotations.assign(rows(record).size(), 0);
        counts.figures.assign(rows(record).size(), 0);
        add(record, record.quotations(), visible.quotations, counts.quotations);
        add(record, record.figures(), visible.figures, counts.figures);
        return counts;
    }
    [[nodiscard]] QVariant value(const Facts &facts, size_t at, int column) const override
    {
        const Article &row = rows(*facts.record)[at];
        switch (column) {
        case ArticleColumn::Title:
            return titleOf(row);
        case ArticleColumn::Outlet:
            return facts.record->outletName(row.id);
        case ArticleColumn::Published:
            return QVariant::fromValue(row.published);
        case ArticleColumn::Authors:
            return row.authors;
        case ArticleColumn::Quotations:
            return countAt(facts.counts.quotations, at);
        case ArticleColumn::Figures:
            return countAt(facts.counts.figures, at);
        case ArticleColumn::Words:
            return row.wordCount;
        case ArticleColumn::Language:
            return row.language;
        case ArticleColumn::Captured:
            return row.capturedAt;
        case ArticleColumn::FileName:
            return shownName(row.fileName);
        case ArticleColumn::SameText:
            return sameTextAs(*facts.record, row.id);
        case ArticleColumn::Versions: {
            const size_t versions = facts.record->kinOf(row.id).empty() ? 1 : versionsOf(*facts.record, row.id).size();
            return versions > 1 ? QVariant(static_cast<int>(versions)) : QVariant();
        }
        default:
            return {};
        }
    }

private:
    template<class Row>
    static void add(const Snapshot &record, const std::vector<Row> &all, const std::vector<bool> &shown, std::vector<int> &counts)
    {
        for (size_t i = 0; i < all.size(); ++i) {
            if (!flag(shown, i))
                continue;
            if (const auto at = positionOf(rows(record), all[i].article))
                ++counts[*at];
        }
    }
};

class AgentShape final : public RowsShape<Agent, ItemType::Agent, &Snapshot::agents, &explore::Visible::agents>
{
public:
    explicit AgentShape(bool organisations) : m_organisations(organisations) {}
    [[nodiscard]] int columnCount() const override { return AgentColumn::Count_; }
    [[nodiscard]] std::optional<size_t> position(const Snapshot &record, ItemId item) const override
    {
        const auto at = RowsShape::position(record, item);
        return at && isMine(rows(record)[*at].type) ? at : std::nullopt;
    }
    [[nodiscard]] bool isShown(const Snapshot &record, const explore::Visible &visible, size_t at) const override
    {
        return isMine(rows(record)[at].type) && RowsShape::isShown(record, visible, at);
    }
    [[nodiscard]] QString words(const Snapshot &record, size_t at) const override
    {
        const Agent &row = rows(record)[at];
        QString out = row.name + u'\n' + row.role + u'\n' + nameOf(record, row.affiliation);
        for (const AgentName &name : row.names)
            out += u'\n' + name.name;
        return out;
    }
    [[nodiscard]] Counts count(const Snapshot &record, const explore::Visible &visible) const override
    {
        Counts counts;
        const size_t total = rows(record).size();
        counts.quotations.assign(total, 0);
        counts.articles.assign(total, 0);
        counts.mentions.assign(total, 0);
        std::vector<ArticleId> places;
        for (size_t at = 0; at < total; ++at) {
            if (!isShown(record, visible, at))
                continue;
            places.clear();
            for (const QuotationId id : record.quotationsBy(rows(record)[at].id)) {
                const auto position = positionOf(record.quotations(), id);
                if (!flag(visible.quotations, *position))
                    continue;
                ++counts.quotations[at];
                places.push_back(record.quotations()[*position].article);
            }
            for (const MentionId id : record.mentionsOf(rows(record)[at].id)) {
                const ArticleId article = record.mention(id)->article;
                if (!visible.has(record, article))
                    continue;
                ++counts.mentions[at];
                places.push_back(article);
            }
            std::ranges::sort(places);
            counts.articles[at] = static_cast<int>(std::ranges::unique(places).begin() - places.begin());
        }
        return counts;
    }
    [[nodiscard]] QVariant value(const Facts &facts, size_t at, int column) const override
    {
        const Agent &row = rows(*facts.record)[at];
        switch (column) {
        case AgentColumn::Name:
            return shownName(row.name);
        case AgentColumn::Role:
            return row.role;
        case AgentColumn::Affiliation:
            return nameOf(*facts.record, row.affiliation);
        case AgentColumn::Quotations:
            return countAt(facts.counts.quotations, at);
        case AgentColumn::Articles:
            return countAt(facts.counts.articles, at);
        case AgentColumn::Mentions:
            return countAt(facts.counts.mentions, at);
        case AgentColumn::Type:
            return QVariant::fromValue(row.type);
        case AgentColumn::Status:
            return QVariant::fromValue(row.status);
        default:
            return {};
        }
    }

private:
    [[nodiscard]] bool isMine(AgentType type) const
    {
        return m_organisations ? type == AgentType::Organisation : type == AgentType::Person || type == AgentType::Unnamed;
    }
    bool m_organisations;
};

class QuotationShape final : public RowsShape<Quotation, ItemType::Quotation, &Snapshot::quotations, &explore::Visible::quotations>
{
public:
    [[nodiscard]] int columnCount() const override { return QuotationColumn::Count_; }
    [[nodiscard]] QString words(const Snapshot &record, size_t at) const override
    {
        const Quotation &row = rows(record)[at];
        return row.content.exact + u'\n' + namesOf(record, speakersOf(row)) + u'\n' + record.outletName(row.article);
    }
    [[nodiscard]] QVariant value(const Facts &facts, size_t at, int column) const override
    {
        const Snapshot &record = *facts.record;
        const Quotation &row = rows(record)[at];
        switch (column) {
        case QuotationColumn::Words:
            return row.content.exact;
        case QuotationColumn::Speaker:
            return namesOf(record, speakersOf(row));
        case QuotationColumn::Kind:
            return QVariant::fromValue(row.kind);
        case QuotationColumn::Said:
            return QVariant::fromValue(row.said);
        case QuotationColumn::Printed:
            return QVariant::fromValue(publishedOf(record, row.article));
        case QuotationColumn::Outlet:
            return record.outletName(row.article);
        case QuotationColumn::Article:
            return titleOf(record, row.article);
        case QuotationColumn::Wordings:
            return std::max(1, static_cast<int>(record.variantsOf(row.utterance).size()));
        case QuotationColumn::Confidence:
            return row.confidence;
        case QuotationColumn::Status:
            return QVariant::fromValue(row.status);
        default:
            return {};
        }
    }
};

class FigureShape final : public RowsShape<Figure, ItemType::Figure, &Snapshot::figures, &explore::Visible::figures>
{
public:
    [[nodiscard]] int columnCount() const override { return FigureColumn::Count_; }
    [[nodiscard]] QString words(const Snapshot &record, size_t at) const override
    {
        const Figure &row = rows(record)[at];
        return row.content.exact + u'\n' + row.subject + u'\n' + row.predicate + u'\n' + nameOf(record, row.assertedBy);
    }
    [[nodiscard]] QVariant value(const Facts &facts, size_t at, int column) const override
    {
        const Snapshot &record = *facts.record;
        const Figure &row = rows(record)[at];
        switch (column) {
        case FigureColumn::Words:
            return row.content.exact;
        case FigureColumn::Value:
            return row.value ? QVariant(*row.value) : QVariant();
        case FigureColumn::Unit:
            return row.unit;
        case FigureColumn::Subject:
            return row.subject;
        case FigureColumn::Predicate:
            return row.predicate;
        case FigureColumn::AssertedBy:
            return nameOf(record, row.assertedBy);
        case FigureColumn::Printed:
            return QVariant::fromValue(publishedOf(record, row.article));
        case FigureColumn::Outlet:
            return record.outletName(row.article);
        case FigureColumn::Article:
            return titleOf(record, row.article);
        case FigureColumn::Status:
            return QVariant::fromValue(row.status);
        default:
            return {};
        }
    }
};

class EventShape final : public RowsShape<Event, ItemType::Event, &Snapshot::events, &explore::Visible::events>
{
public:
    [[nodiscard]] int columnCount() const override { return EventColumn::Count_; }
    [[nodiscard]] QString words(const Snapshot &record, size_t at) const override
    {
        QString out = rows(record)[at].name + u'\n' + rows(record)[at].note;
        for (const AgentId id : rows(record)[at].agents)
            out += u'\n' + nameOf(record, id);
        return out;
    }
    [[nodiscard]] QVariant value(const Facts &facts, size_t at, int column) const override
    {
        const Event &row = rows(*facts.record)[at];
        switch (column) {
        case EventColumn::Name:
            return row.name;
        case EventColumn::When:
            return QVariant::fromValue(row.when);
        case EventColumn::People:
            return static_cast<int>(row.agents.size());
        case EventColumn::Articles:
            return static_cast<int>(row.articles.size());
        case EventColumn::Status:
            return QVariant::fromValue(row.status);
        default:
            return {};
        }
    }
};

class ClaimShape final : public RowsShape<Claim, ItemType::Claim, &Snapshot::claims, &explore::Visible::claims>
{
public:
    [[nodiscard]] int columnCount() const override { return ClaimColumn::Count_; }
    [[nodiscard]] QString words(const Snapshot &record, size_t at) const override { return rows(record)[at].text; }
    [[nodiscard]] QVariant value(const Facts &facts, size_t at, int column) const override
    {
        const Claim &row = rows(*facts.record)[at];
        const auto evidence = [&row](Stance stance) { return static_cast<int>(std::ranges::count(row.evidence, stance, &Evidence::stance)); };
        switch (column) {
        case ClaimColumn::Text:
            return row.text;
        case ClaimColumn::Verdict:
            return row.verdict;
        case ClaimColumn::For:
            return evidence(Stance::For);
        case ClaimColumn::Against:
            return evidence(Stance::Against);
        default:
            return {};
        }
    }
};

} // namespace

const Shape &articleShape()
{
    static const ArticleShape shape;
    return shape;
}

const Shape &personShape()
{
    static const AgentShape shape(false);
    return shape;
}

const Shape &organisationShape()
{
    static const AgentShape shape(true);
    return shape;
}

const Shape &quotationShape()
{
    static const QuotationShape shape;
    return shape;
}

const Shape &figureShape()
{
    static const FigureShape shape;
    return shape;
}

const Shape &eventShape()
{
    static const EventShape shape;
    return shape;
}

const Shape &claimShape()
{
    static const ClaimShape shape;
    return shape;
}

} // namespace onrecord::models
