// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/workspace.h"

#include <QAbstractListModel>

namespace onrecord::ui {

/// Utterances that two quotations or more report, one row each: who said what, and how often it is printed.
class UtteranceList : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Those of which the filter leaves a quotation; most wordings first, then as in the record. O(quotations).
    void setRecord(const SnapshotPtr &record, const explore::Visible &visible);
    [[nodiscard]] UtteranceId utterance(int row) const; ///< null out of range
    [[nodiscard]] int rowOf(UtteranceId utterance) const; ///< -1 when it is not listed

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        UtteranceId id;
        QuotationId fullest;
        int wordings = 0; ///< different ones
        int prints = 0;   ///< places in which they stand
    };
    SnapshotPtr m_record;
    std::vector<Row> m_rows;
};

/// The quotation with the most characters of those that are not rejected; null when there is none.
[[nodiscard]] QuotationId fullestOf(const Snapshot &record, UtteranceId utterance);

} // namespace onrecord::ui
