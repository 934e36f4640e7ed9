// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/coverage.h"

#include "core/match/compare.h"
#include "core/match/misattribution.h"
#include "core/match/sameutterance.h"
#include "core/record/speakers.h"

#include <QSet>
#include <algorithm>
#include <map>
#include <tuple>

namespace onrecord::match {

namespace {

class Matrix
{
public:
    Matrix(const Snapshot &snapshot, const std::function<bool(ItemId)> &isShown) : m_snapshot(snapshot), m_isShown(isShown), m_others(snapshot)
    {
        for (const Article &article : snapshot.articles()) {
            if (!shows(article.id))
                continue;
            const CoverageColumn column =
                article.outlet ? CoverageColumn{article.outlet, {}} : CoverageColumn{{}, article.id};
            if (std::ranges::find(m_out.columns, column) == m_out.columns.end())
                m_out.columns.push_back(column);
        }
        std::ranges::stable_sort(m_out.columns, [this](const CoverageColumn &a, const CoverageColumn &b) {
            const QString one = nameOf(a);
            const QString other = nameOf(b);
            return one.isEmpty() != other.isEmpty() ? other.isEmpty() : one.compare(other, Qt::CaseInsensitive) < 0;
        });
        for (size_t i = 0; i < m_out.columns.size(); ++i)
            m_indexOf[m_out.columns[i]] = i;
    }

    Coverage make()
    {
        for (const Utterance &utterance : m_snapshot.utterances())
            addUtterance(utterance);
        for (const Claim &claim : m_snapshot.claims()) {
            if (shows(claim.id))
                addClaim(claim);
        }
        std::ranges::stable_sort(m_out.rows,
                                 [](const CoverageRow &a, const CoverageRow &b) { return a.carriers > b.carriers; });
        putCarriersFirst();
        return std::move(m_out);
    }

private:
    /// Whoever prints nothing of it stands last.
    void putCarriersFirst()
    {
        const auto carried = [this](size_t column) { return std::ranges::count_if(m_out.rows, [&](const CoverageRow &row) { return row.cells[column].carriage != Carriage::Absent; }); };
        std::vector<std::pair<ptrdiff_t, size_t>> order;
        for (size_t i = 0; i < m_out.columns.size(); ++i)
            order.emplace_back(-carried(i), i);
        std::ranges::sort(order);
        const auto reordered = [&order](const auto &in) {
            auto out = in;
            for (size_t i = 0; i < order.size(); ++i)
                out[i] = in[order[i].second];
            return out;
        };
        m_out.columns = reordered(m_out.columns);
        for (CoverageRow &row : m_out.rows)
            row.cells = reordered(row.cells);
    }

    [[nodiscard]] QString nameOf(const CoverageColumn &column) const
    {
        const Outlet *outlet = m_snapshot.outlet(column.outlet);
        return outlet ? outlet->name : QString();
    }

    [[nodiscard]] bool shows(ItemId item) const { return !m_isShown || m_isShown(item); }

    /// The article whose text this one copies, if that one is shown.
    [[nodiscard]] ArticleId originalOf(ArticleId id) const
    {
        for (const ArticleId first : m_snapshot.syndicationGroup(id)) {
            if (first == id)
                break;
            if (shows(first))
                return first;
        }
        return {};
    }

    [[nodiscard]] CoverageCell &cell(CoverageRow &row, ArticleId id)
    {
        const Article &article = *m_snapshot.article(id);
        return row.cells[m_indexOf.at(article.outlet ? CoverageColumn{article.outlet, {}} : CoverageColumn{{}, id})];
    }

    /// The fuller way wins, then an outlet's own text over a copy: an outlet that prints it twice has it as well as its better print.
    void put(CoverageRow &row, ArticleId article, Carriage carriage, ItemId item)
    {
        CoverageCell &at = cell(row, article);
        const CoverageCell now{carriage, item, originalOf(article)};
        if (std::pair(now.carriage, bool(now.copyOf)) < std::pair(at.carriage, bool(at.copyOf)))
            at = now;
    }

    void addUtterance(const Utterance &utterance)
    {
        std::vector<const Quotation *> variants;
        for (const QuotationId id : m_snapshot.variantsOf(utterance.id)) {
            const Quotation *quotation = m_snapshot.quotation(id);
            if (quotation->status != Status::Rejected && shows(quotation->id) && shows(quotation->article))
                variants.push_back(quotation);
        }
        if (variants.size() < 2)
            return;
        const Quotation &base = baseOf(variants);
        CoverageRow row{utterance.id, base.id, base.content.exact, speakersOf(base),
                        std::vector<CoverageCell>(m_out.columns.size())};
        for (const Quotation *variant : variants)
            put(row, variant->article, carriageOf(base, *variant), variant->id);
        putOthers(row, variants);
        finish(std::move(row));
    }

    /// The first full wording in marks: of those an outlet prints on its own and that leave little out, the earliest; then the one
    /// printed most often, then the longest.
    [[nodiscard]] const Quotation &baseOf(const std::vector<const Quotation *> &variants) const
    {
        constexpr double full = 0.6; // of the longest wording
        const auto isDirect = [](const Quotation *q) { return q->directness != Directness::Indirect; };
        std::map<QString, int> printed;
        qsizetype longest = 0;
        for (const Quotation *variant : variants) {
            ++printed[comparableWords(variant->content.exact)];
            if (isDirect(variant))
                longest = std::max(longest, variant->content.exact.size());
        }
        const auto worth = [&](const Quotation *q) {
            const Article *article = m_snapshot.article(q->article);
            const bool isDated = article && article->published.when.isKnown();
            return std::tuple(isDirect(q), double(q->content.exact.size()) >= full * double(longest), !originalOf(q->article), isDated,
                              isDated ? -article->published.when.earliest() : 0, printed[comparableWords(q->content.exact)], q->content.exact.size());
        };
        return **std::ranges::max_element(variants, {}, worth);
    }

    /// The same words that an outlet gives to somebody else, or to nobody: not absent there.
    void putOthers(CoverageRow &row, const std::vector<const Quotation *> &variants)
    {
        for (const Quotation *variant : variants) {
            for (const QuotationId id : m_others.of(variant->id)) {
                const Quotation *other = m_snapshot.quotation(id);
                if (shows(id) && shows(other->article) && other->utterance != variant->utterance)
                    put(row, other->article, Carriage::OtherSpeaker, id);
            }
        }
    }

    [[nodiscard]] static Carriage carriageOf(const Quotation &base, const Quotation &variant)
    {
        if (variant.directness == Directness::Indirect)
            return Carriage::Paraphrased;
        const Comparison compared = compare(base.content.exact, variant.content.exact);
        switch (compared.relation) {
        case Relation::Identical:
            return Carriage::Verbatim;
        case Relation::Shortened:
            return compared.meaningChanged ? Carriage::Altered : Carriage::Shortened;
        case Relation::Altered:
        case Relation::Different:
            break;
        }
        return Carriage::Altered;
    }

    /// Evidence in quotation marks, and a figure, is the outlet's own print; indirect speech tells it in other words.
    void addClaim(const Claim &claim)
    {
        CoverageRow row{claim.id, {}, claim.text, {}, std::vector<CoverageCell>(m_out.columns.size())};
        for (const Evidence &evidence : claim.evidence) {
            if (!shows(evidence.item))
                continue;
            if (const Quotation *quotation =
                    evidence.item.type == ItemType::Quotation ? m_snapshot.quotation({evidence.item.value}) : nullptr)
                put(row, quotation->article,
                    quotation->directness == Directness::Indirect ? Carriage::Paraphrased : Carriage::Verbatim,
                    quotation->id);
            else if (const Figure *figure =
                         evidence.item.type == ItemType::Figure ? m_snapshot.figure({evidence.item.value}) : nullptr)
                put(row, figure->article, Carriage::Verbatim, figure->id);
        }
        finish(std::move(row));
    }

    void finish(CoverageRow row)
    {
        QSet<ArticleId> texts;
        for (const CoverageCell &cell : row.cells) {
            if (cell.copyOf)
                texts.insert(cell.copyOf);
            else if (cell.carriage != Carriage::Absent)
                ++row.carriers;
        }
        // A copy of a text whose own outlet has the remark as well adds nothing.
        for (const ArticleId text : std::as_const(texts)) {
            const CoverageCell &own = cell(row, text);
            row.carriers += own.carriage == Carriage::Absent || own.copyOf ? 1 : 0;
        }
        if (row.carriers > 0)
            m_out.rows.push_back(std::move(row));
    }

    const Snapshot &m_snapshot;
    const std::function<bool(ItemId)> &m_isShown;
    SameWords m_others;
    Coverage m_out;
    std::map<CoverageColumn, size_t> m_indexOf;
};

} // namespace

Coverage coverage(const Snapshot &snapshot, const std::function<bool(ItemId)> &isShown)
{
    return Matrix(snapshot, isShown).make();
}

} // namespace onrecord::match
