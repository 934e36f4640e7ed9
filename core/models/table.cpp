// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/table.h"

#include "core/text/fold.h"

#include <QDateTime>
#include <algorithm>
#include <limits>
#include <numeric>

namespace onrecord::models {

namespace {

/// Numbers, dates and enums sort by number; nothing known sorts last in ascending order.
std::optional<double> numberOf(const QVariant &value)
{
    if (value.typeId() == qMetaTypeId<Dated>()) {
        const Dated dated = value.value<Dated>();
        if (!dated.when.isKnown())
            return std::numeric_limits<double>::infinity();
        return static_cast<double>(dated.when.isOpenStart() ? dated.when.latest() : dated.when.earliest());
    }
    if (value.typeId() == QMetaType::QDateTime)
        return static_cast<double>(value.toDateTime().toSecsSinceEpoch());
    if (!value.isValid())
        return std::numeric_limits<double>::infinity();
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (isNumber && value.typeId() != QMetaType::QString)
        return number;
    return std::nullopt;
}

/// The order of `keys`, ties in the order they had.
template<class Key>
std::vector<quint32> order(const std::vector<Key> &keys, bool descending)
{
    std::vector<quint32> at(keys.size());
    std::iota(at.begin(), at.end(), 0U);
    std::ranges::stable_sort(at, [&](quint32 a, quint32 b) { return descending ? keys[b] < keys[a] : keys[a] < keys[b]; });
    return at;
}

} // namespace

QString sortText(QStringView text)
{
    constexpr qsizetype most = 64;
    QString folded = foldedText(text.first(std::min(text.size(), most)));
    const bool plain = std::ranges::all_of(folded, [](QChar c) { return c.unicode() < 0x80; });
    if (!plain) {
        folded = folded.normalized(QString::NormalizationForm_D);
        folded.removeIf([](QChar c) { return c.isMark(); });
    }
    return folded;
}

Counts Shape::count(const Snapshot &, const explore::Visible &) const
{
    return {};
}

SortKeys Shape::keys(const Facts &facts, const std::vector<quint32> &rows, int column) const
{
    SortKeys keys;
    for (const quint32 at : rows) {
        const QVariant cell = value(facts, at, column);
        if (const auto number = numberOf(cell))
            keys.numbers.push_back(*number);
        else
            keys.texts.push_back(sortText(cell.typeId() == QMetaType::QStringList ? cell.toStringList().join(u' ') : cell.toString()));
    }
    return keys;
}

Table makeTable(const Shape &shape, SnapshotPtr record, const explore::Visible &visible, const TableWish &wish, const std::function<bool()> &stopped)
{
    Table table;
    const size_t total = shape.total(*record);
    const QString find = foldedText(wish.find);
    table.facts.counts = shape.count(*record, visible);
    for (size_t at = 0; at < total; ++at) {
        if (at % 4096 == 0 && stopped && stopped())
            return table;
        if (!shape.isShown(*record, visible, at))
            continue;
        const quint32 kinds = shape.kinds(*record, at);
        for (size_t kind = 0; kind < table.ofKind.size(); ++kind)
            table.ofKind[kind] += kinds >> kind & 1U;
        if ((wish.kinds == 0 || (kinds & wish.kinds)) && (find.isEmpty() || foldedText(shape.words(*record, at)).contains(find)))
            table.rows.push_back(static_cast<quint32>(at));
    }
    table.facts.record = std::move(record);
    if (wish.column >= 0 && wish.column < shape.columnCount()) {
        const SortKeys keys = shape.keys(table.facts, table.rows, wish.column);
        if (stopped && stopped())
            return table;
        Q_ASSERT(keys.numbers.size() == table.rows.size() || keys.texts.size() == table.rows.size());
        const auto sorted = keys.texts.empty() ? order(keys.numbers, wish.descending) : order(keys.texts, wish.descending);
        std::vector<quint32> rows(table.rows.size());
        std::ranges::transform(sorted, rows.begin(), [&table](quint32 i) { return table.rows[i]; });
        table.rows = std::move(rows);
    }
    table.rowOf.assign(total, Table::nowhere);
    for (size_t row = 0; row < table.rows.size(); ++row)
        table.rowOf[table.rows[row]] = static_cast<quint32>(row);
    return table;
}

} // namespace onrecord::models
