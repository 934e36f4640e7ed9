// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/coverage.h"

#include <QAbstractTableModel>

namespace onrecord::ui {

/// Remarks and claims against outlets, in words: the first column says what, the others how an outlet carries it.
class CoverageModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { ItemRole = Qt::UserRole + 1, CarriageRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setCoverage(const SnapshotPtr &record, match::Coverage coverage);
    /// What a cell opens; null for an absent one. The first column opens the fullest wording.
    [[nodiscard]] ItemId itemAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString what(const match::CoverageRow &row) const;
    [[nodiscard]] QString columnName(int column) const;
    [[nodiscard]] QString speakerAt(const match::CoverageCell &cell) const;
    /// What the cell says in full: whom the words are given to, and the words.
    [[nodiscard]] QString explanation(const match::CoverageCell &cell, int column) const;

    SnapshotPtr m_record;
    match::Coverage m_coverage;
};

} // namespace onrecord::ui
