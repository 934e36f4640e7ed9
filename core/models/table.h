// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/filter.h"
#include "core/record/snapshot.h"

#include <QVariant>
#include <array>
#include <functional>
#include <optional>
#include <vector>

/// Tables over a snapshot: which rows, in which order, and what stands in each column, as values without words or colours.
/// Everything here is pure and callable from any thread; RecordModel makes a QAbstractItemModel of it.
namespace onrecord::models {

/// Counts of what passes the filter, one entry per row of the snapshot; made once for a table, so that no cell has to count.
struct Counts {
    std::vector<int> quotations; ///< by the agent, or in the article
    std::vector<int> articles;   ///< that the agent speaks or is mentioned in
    std::vector<int> mentions;   ///< of the agent
    std::vector<int> figures;    ///< in the article
};

/// What a shape reads its values from.
struct Facts {
    SnapshotPtr record;
    Counts counts;
};

/// The value a column sorts by. Text is made of foldedText() without accents, so the order is the same in every locale.
struct SortKeys {
    std::vector<double> numbers; ///< one of the two is filled, one entry per shown row
    std::vector<QString> texts;
};

/// One kind of table. Stateless: rows are positions in the snapshot's own vector of that kind.
class Shape
{
public:
    virtual ~Shape() = default;
    [[nodiscard]] virtual int columnCount() const = 0;
    [[nodiscard]] virtual size_t total(const Snapshot &record) const = 0;
    [[nodiscard]] virtual ItemId item(const Snapshot &record, size_t at) const = 0;
    /// Position of the item in the snapshot's vector; nothing when it is of another kind or gone. O(log n).
    [[nodiscard]] virtual std::optional<size_t> position(const Snapshot &record, ItemId item) const = 0;
    [[nodiscard]] virtual bool isShown(const Snapshot &record, const explore::Visible &visible, size_t at) const = 0;
    /// Which of up to eight kinds the row is of, as flags; 0 where a table has none.
    [[nodiscard]] virtual quint32 kinds(const Snapshot &, size_t) const { return 0; }
    /// Counts that the columns need; may be empty. O(rows of the record).
    [[nodiscard]] virtual Counts count(const Snapshot &record, const explore::Visible &visible) const;
    /// The value of a cell: QString, QStringList, int, double, Dated, QDateTime or an enum of core/record/words.h.
    [[nodiscard]] virtual QVariant value(const Facts &facts, size_t at, int column) const = 0;
    /// What find-as-you-type looks in.
    [[nodiscard]] virtual QString words(const Snapshot &record, size_t at) const = 0;
    [[nodiscard]] virtual SortKeys keys(const Facts &facts, const std::vector<quint32> &rows, int column) const;
};

/// A table, worked out: the shown positions in order and the way back.
struct Table {
    static constexpr quint32 nowhere = 0xffffffffU;
    Facts facts;
    std::vector<quint32> rows;  ///< row -> position in the snapshot
    std::vector<quint32> rowOf; ///< position -> row, or nowhere
    std::array<int, 8> ofKind{}; ///< by the flag's place: the rows there are of a kind, whatever the wish
};

/// How a table is to be made. `column` -1 keeps the snapshot's order.
struct TableWish {
    int column = -1;
    bool descending = false;
    quint32 kinds = 0; ///< only rows of one of these; 0 for all
    QString find; ///< only rows whose words hold these, folded; empty for all
};

/// Stops early and gives a half table when `stopped` says so; the caller throws it away.
[[nodiscard]] Table makeTable(const Shape &shape, SnapshotPtr record, const explore::Visible &visible, const TableWish &wish,
                              const std::function<bool()> &stopped = {});

/// The key that text sorts by: folded, accents off, at most 64 units.
[[nodiscard]] QString sortText(QStringView text);

} // namespace onrecord::models
