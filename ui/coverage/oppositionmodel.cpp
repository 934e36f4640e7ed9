// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/oppositionmodel.h"

#include "core/record/speakers.h"
#include "ui/present/words.h"

namespace onrecord::ui {

using namespace Qt::StringLiterals;

void OppositionModel::setRows(const SnapshotPtr &record, const std::vector<match::Opposition> &found)
{
    beginResetModel();
    m_record = record;
    m_rows.clear();
    for (const match::Opposition &opposition : found) {
        for (const match::Statement &no : opposition.no) {
            for (const match::Statement &yes : opposition.yes)
                m_rows.push_back({yes, no});
        }
    }
    endResetModel();
}

const match::Statement &OppositionModel::statementAt(const QModelIndex &index) const
{
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    return index.column() == Yes ? row.yes : row.no;
}

int OppositionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OppositionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OppositionModel::place(const match::Statement &at) const
{
    const QString names = namesOf(*m_record, at.speakers);
    const QString outlet = m_record->outletName(at.article);
    const QString where = outlet.isEmpty() ? present::itemName(*m_record, at.article) : outlet;
    const QString who = names.isEmpty() ? tr("%1, in its own words", "outlet").arg(where) : tr("%1, in %2", "speaker, outlet").arg(names, where);
    return at.isSaidOutright ? who : tr("%1 (in passing)", "who says something").arg(who);
}

QVariant OppositionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (index.column()) {
    case What:
        return tr("%1: “%2”", "name, what it is said to be").arg(row.no.subjectPrinted, row.no.propertyPrinted);
    case Yes:
        return place(row.yes);
    case No:
        return place(row.no);
    default:
        return {};
    }
}

QVariant OppositionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Is it so?");
    case Yes:
        return tr("✓ Says so");
    case No:
        return tr("✗ Denies it");
    default:
        return {};
    }
}

} // namespace onrecord::ui
