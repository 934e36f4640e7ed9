// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/opposition.h"

#include <QAbstractTableModel>

namespace onrecord::ui {

/// Statements that cannot both hold, a row for each pair of places: of what, who says it is, who says it is not.
class OppositionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Yes, No, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const SnapshotPtr &record, const std::vector<match::Opposition> &found);
    /// What a cell opens: the statement of its column, of the first column the denial.
    [[nodiscard]] const match::Statement &statementAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        match::Statement yes, no;
    };
    [[nodiscard]] QString place(const match::Statement &at) const;

    SnapshotPtr m_record;
    std::vector<Row> m_rows;
};

} // namespace onrecord::ui
