// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/reprints.h"
#include "core/explore/workspace.h"

#include <QAbstractListModel>

namespace onrecord::ui {

/// Utterances that two quotations or more report, one row each: who said what, and how often it is printed.
class UtteranceList : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// See explore::reprintsIn().
    void setRecord(const SnapshotPtr &record, const explore::Visible &visible);
    [[nodiscard]] UtteranceId utterance(int row) const; ///< null out of range
    [[nodiscard]] int rowOf(UtteranceId utterance) const; ///< -1 when it is not listed

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    SnapshotPtr m_record;
    std::vector<explore::Reprint> m_rows;
};

} // namespace onrecord::ui
