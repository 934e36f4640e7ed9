// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/tables.h"

#include <QIdentityProxyModel>

namespace onrecord::present {

/// Adds words to a RecordModel: headers, cells, the second line, discs, what a screen reader says. Rows and columns are the source's.
/// GUI thread.
class TableProxy : public QIdentityProxyModel
{
    Q_OBJECT
public:
    enum Role {
        SecondLineRole = Qt::UserRole + 100, ///< QString, first column only
        DiscRole,                            ///< present::Disc, first column only
        HasDiscsRole,                        ///< bool: rows of this table keep room for a disc
    };

    TableProxy(Section section, models::RecordModel &source, QObject *parent = nullptr);
    [[nodiscard]] Section section() const { return m_section; }
    [[nodiscard]] models::RecordModel &source() const { return m_source; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Names of people and organisations can be edited in place.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Changes nothing here: asks with renameWanted(), the new name comes back with the next snapshot.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void renameWanted(onrecord::AgentId agent, const QString &name);

private:
    Section m_section;
    models::RecordModel &m_source;
};

} // namespace onrecord::present
