// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/misattribution.h"

#include <QAbstractTableModel>

namespace onrecord::ui {

/// Words that two speakers are given, or that only a headline has: what, the words, and both places.
class DoubtModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Words, First, Second, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const SnapshotPtr &record, std::vector<match::Misattribution> rows);
    /// The quotation a cell opens.
    [[nodiscard]] QuotationId quotationAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString place(QuotationId id) const;

    SnapshotPtr m_record;
    std::vector<match::Misattribution> m_rows;
};

} // namespace onrecord::ui
