// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/attention.h"
#include "core/models/rowlookup.h"
#include "core/models/shapes.h"

namespace onrecord::models {

namespace {

/// Positions of the attention table run through articles, then quotations.
template<class See>
auto visit(const Snapshot &record, size_t at, See see)
{
    if (at < record.articles().size())
        return see(record.articles()[at]);
    return see(record.quotations()[at - record.articles().size()]);
}

class AttentionShape final : public Shape
{
public:
    [[nodiscard]] int columnCount() const override { return AttentionColumn::Count_; }
    [[nodiscard]] size_t total(const Snapshot &record) const override { return record.articles().size() + record.quotations().size(); }
    [[nodiscard]] ItemId item(const Snapshot &record, size_t at) const override
    {
        return visit(record, at, [](const auto &row) { return ItemId(row.id); });
    }
    [[nodiscard]] std::optional<size_t> position(const Snapshot &record, ItemId item) const override
    {
        switch (item.type) {
        case ItemType::Article:
            return positionOf(record.articles(), ArticleId{item.value});
        case ItemType::Quotation:
            return positionOf(record.quotations(), QuotationId{item.value}).transform([&record](size_t at) { return at + record.articles().size(); });
        default:
            return std::nullopt;
        }
    }
    [[nodiscard]] bool isShown(const Snapshot &record, const explore::Visible &visible, size_t at) const override
    {
        return concerns(record, at) && visible.has(record, item(record, at));
    }
    [[nodiscard]] quint32 kinds(const Snapshot &record, size_t at) const override { return static_cast<quint32>(concerns(record, at).toInt()); }
    [[nodiscard]] QString words(const Snapshot &record, size_t at) const override
    {
        return text(record, at) + u'\n' + titleOf(record, articleOf(record, at)) + u'\n' + record.outletName(articleOf(record, at));
    }
    [[nodiscard]] QVariant value(const Facts &facts, size_t at, int column) const override
    {
        const Snapshot &record = *facts.record;
        switch (column) {
        case AttentionColumn::Item:
            return text(record, at);
        case AttentionColumn::Concerns:
            return static_cast<int>(concerns(record, at).toInt());
        case AttentionColumn::Article:
            return titleOf(record, articleOf(record, at));
        case AttentionColumn::Outlet:
            return record.outletName(articleOf(record, at));
        default:
            return {};
        }
    }

private:
    static explore::Concerns concerns(const Snapshot &record, size_t at)
    {
        return visit(record, at, [&record](const auto &row) {
            if constexpr (std::is_same_v<std::decay_t<decltype(row)>, Quotation>)
                return explore::concernsOf(record, row);
            else
                return explore::concernsOf(row);
        });
    }
    static QString text(const Snapshot &record, size_t at)
    {
        return visit(record, at, [](const auto &row) {
            if constexpr (std::is_same_v<std::decay_t<decltype(row)>, Article>)
                return titleOf(row);
            else
                return row.content.exact;
        });
    }
    static ArticleId articleOf(const Snapshot &record, size_t at)
    {
        return visit(record, at, [](const auto &row) {
            if constexpr (std::is_same_v<std::decay_t<decltype(row)>, Article>)
                return row.id;
            else
                return row.article;
        });
    }
};

} // namespace

const Shape &attentionShape()
{
    static const AttentionShape shape;
    return shape;
}

} // namespace onrecord::models
